package library

import "cstoread/model"

// Stamp tells a file from the one that had its place before.
type Stamp struct {
	// Size is in bytes.
	Size int64
	// Mark is the time of the last change in nanoseconds, or a checksum of a
	// file that cannot change; 0 where it is not known.
	Mark int64
}

// Snapshot is the library as it is at one moment.
type Snapshot struct {
	// Headers are as Library.Headers gives them.
	Headers []model.Header
	// Whole says that nothing is still to arrive.
	Whole bool
	// Stamps gives the stamp of every statement's file, by ID.
	Stamps func() map[string]Stamp
}

// Snapshot gives what is known now.
func (l *Library) Snapshot() Snapshot {
	ix := l.present()
	return Snapshot{
		Headers: ix.Headers, Whole: !ix.partial,
		Stamps: func() map[string]Stamp {
			stamps := make(map[string]Stamp, len(ix.Files))
			for i, f := range ix.Files {
				stamps[ix.Headers[i].ID] = Stamp{Size: f.Size, Mark: f.Changed}
			}
			return stamps
		},
	}
}

// Tagged says whether mentions are looked for in what the library gives out.
func (l *Library) Tagged() bool { return l.tagger() != nil }
