package library

import (
	"hash/crc64"
	"io/fs"
)

// Stamp tells a file from the one that had its place before.
type Stamp struct {
	// Size is in bytes.
	Size int64
	// Mark is the time of the last change in nanoseconds, or a checksum where
	// the file has no such time.
	Mark int64
}

// Stamps gives the stamp of every statement's file, by ID. A file that cannot
// be looked at has none.
func (l *Library) Stamps() map[string]Stamp {
	places := l.all().places
	stamps := make(map[string]Stamp, len(places))
	for id, p := range places {
		info, err := fs.Stat(p.source.files, p.name)
		if err != nil {
			continue
		}
		s := Stamp{Size: info.Size(), Mark: info.ModTime().UnixNano()}
		if p.source.embedded {
			b, err := p.bytes()
			if err != nil {
				continue
			}
			s.Mark = int64(crc64.Checksum(b, crc64.MakeTable(crc64.ECMA)))
		}
		stamps[id] = s
	}
	return stamps
}

// Tagged says whether mentions are looked for in what the library gives out.
func (l *Library) Tagged() bool { return l.tagger() != nil }
