package searchcache

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"hash/crc32"
	"hash/crc64"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/data/durable"
	"cstoread/data/library"
	"cstoread/model/index"
)

type stamps = map[string]library.Stamp

// part is a segment in the store.
type part struct {
	index.Part
	name string // of its file; "" when it is in memory alone
	size int
}

// store is the segments of an index, on the disk where that is possible.
type store struct {
	folder  string
	version string
	parts   []part
	stamps  stamps
	merged  []string // files that are in no segment any more
	disk    durable.Disk
	now     func() time.Time
}

// list is the file that says what an index is made of.
type list struct {
	Version string
	Parts   []listed
	Stamps  stamps
}

type listed struct {
	Name    string
	Deleted []uint32
}

// Where is the folder of the index of a library's folder, within the cache of
// the program; "" when there is no such place.
func Where(cache, folder string) string {
	if cache == "" {
		return ""
	}
	if whole, err := filepath.Abs(folder); folder != "" && err == nil {
		folder = whole
	}
	return filepath.Join(cache, fmt.Sprintf("index-%016x", crc64.Checksum([]byte(folder), crc64.MakeTable(crc64.ECMA))))
}

// VersionOf tells indexes apart that were made with other tables.
func VersionOf(tables []byte) string { return fmt.Sprintf("%08x", crc32.ChecksumIEEE(tables)) }

const listName = "index.list"

// openStore opens what is there. What is not whole, or of another version, is
// as good as nothing.
func openStore(folder, version string) *store {
	s := &store{folder: folder, version: version, stamps: stamps{}, now: time.Now}
	if folder == "" {
		return s
	}
	l, ok := s.list()
	if !ok {
		return s
	}
	var parts []part
	for _, x := range l.Parts {
		b, err := mapFile(filepath.Join(folder, filepath.Base(x.Name)))
		if err != nil {
			return s
		}
		segment, err := index.Open(b)
		if err != nil {
			return s
		}
		forget(b)
		p := part{Part: index.Part{Segment: segment}, name: filepath.Base(x.Name), size: len(b)}
		if len(x.Deleted) > 0 {
			p.Deleted = roaring.BitmapOf(x.Deleted...)
		}
		parts = append(parts, p)
	}
	s.parts = parts
	if l.Stamps != nil {
		s.stamps = l.Stamps
	}
	return s
}

// list reads the list, whose first four bytes are the checksum of the rest.
func (s *store) list() (list, bool) {
	var l list
	b, err := os.ReadFile(filepath.Join(s.folder, listName))
	if err != nil || len(b) < 4 {
		return l, false
	}
	sum := crc32.ChecksumIEEE(b[4:])
	if sum != uint32(b[0])|uint32(b[1])<<8|uint32(b[2])<<16|uint32(b[3])<<24 {
		return l, false
	}
	err = gob.NewDecoder(bytes.NewReader(b[4:])).Decode(&l)
	return l, err == nil && l.Version == s.version
}

// add takes a segment in, and puts it on the disk if it can.
func (s *store) add(b []byte) error {
	p, err := s.part(b)
	if err == nil {
		s.parts = append(s.parts, p)
	}
	return err
}

func (s *store) part(b []byte) (part, error) {
	p := part{size: len(b)}
	if s.folder != "" && s.disk.MakeDir(s.folder) == nil {
		name := fmt.Sprintf("%x-%08x.index", s.now().UnixNano(), crc32.ChecksumIEEE(b))
		if path := filepath.Join(s.folder, name); s.disk.Write(path, b) == nil {
			if there, err := mapFile(path); err == nil {
				p.name, b = name, there
			}
		}
	}
	segment, err := index.Open(b)
	if err != nil {
		return part{}, err
	}
	if p.name != "" {
		forget(b) // of the file's own memory only: what is not mapped would be lost
	}
	p.Segment = segment
	return p, nil
}

// open gives the parts for an engine.
func (s *store) open() []index.Part {
	var parts []index.Part
	for _, p := range s.parts {
		parts = append(parts, p.Part)
	}
	return parts
}

// wasted says whether much of the segments is deleted statements.
func (s *store) wasted() bool {
	all, deleted := 0, 0
	for _, p := range s.parts {
		all += p.Statements()
		if p.Deleted != nil {
			deleted += int(p.Deleted.GetCardinality())
		}
	}
	return deleted*4 > all
}

// merge makes one segment of all, unless that would be too large to make.
func (s *store) merge() error {
	size := 0
	for _, p := range s.parts {
		size += p.size
	}
	if size > mostMerged {
		return nil
	}
	var out bytes.Buffer
	out.Grow(size)
	if _, err := index.Merge(&out, s.open()...); err != nil {
		return err
	}
	p, err := s.part(out.Bytes())
	if err == nil {
		for _, old := range s.parts {
			s.merged = append(s.merged, old.name)
		}
		s.parts = []part{p}
	}
	return err
}

// save writes the list, if all segments are on the disk, and clears away what
// is no longer in it. That it cannot be written only costs time.
func (s *store) save(now stamps) {
	s.stamps = make(stamps, len(now))
	// A file that was changed within the last moments could be changed again
	// without a later time: it is read again the next time.
	recent := s.now().Add(-2 * time.Second).UnixNano()
	saved := list{Version: s.version, Stamps: stamps{}}
	for id, stamp := range now {
		s.stamps[id] = stamp
		if stamp.Mark > recent {
			stamp.Mark = 0
		}
		saved.Stamps[id] = stamp
	}
	for _, p := range s.parts {
		if p.name == "" {
			return
		}
		x := listed{Name: p.name}
		if p.Deleted != nil {
			x.Deleted = p.Deleted.ToArray()
		}
		saved.Parts = append(saved.Parts, x)
	}
	unlock, err := durable.Lock(filepath.Join(s.folder, "lock"))
	if err != nil {
		return
	}
	defer unlock()
	var out bytes.Buffer
	out.Write(make([]byte, 4))
	if gob.NewEncoder(&out).Encode(saved) != nil {
		return
	}
	b := out.Bytes()
	sum := crc32.ChecksumIEEE(b[4:])
	b[0], b[1], b[2], b[3] = byte(sum), byte(sum>>8), byte(sum>>16), byte(sum>>24)
	if s.disk.Write(filepath.Join(s.folder, listName), b) == nil {
		s.clear()
	}
}

// clear removes segments that are in no list. Young ones may be those of
// another process that has not written its list yet.
func (s *store) clear() {
	durable.RemoveTemporary(s.folder, s.now())
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		return
	}
	used := map[string]bool{}
	for _, p := range s.parts {
		used[p.name] = true
	}
	for _, name := range s.merged {
		if name != "" {
			os.Remove(filepath.Join(s.folder, name))
		}
	}
	s.merged = nil
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".index") || used[entry.Name()] {
			continue
		}
		if info, err := entry.Info(); err == nil && s.now().Sub(info.ModTime()) > time.Hour {
			os.Remove(filepath.Join(s.folder, entry.Name()))
		}
	}
}
