package source

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"sort"
	"strings"

	"cstoread/model/clean"
)

// zipKind tells Word and OpenDocument files, which are zip archives, from
// others by what they hold.
func zipKind(b []byte) Kind {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return Zip
	}
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml":
			return DOCX
		case "content.xml":
			return ODT
		}
	}
	return Zip
}

// container reads what is inside an archive or a mail. Names inside are used
// for messages only: nothing is ever written under them.
func (r *reader) container(kind Kind, in Input, depth int) {
	if depth >= r.limits.Depth {
		r.fail(in.Name, fmt.Errorf("it is an archive nested more than %d deep", r.limits.Depth))
		return
	}
	switch kind {
	case Gzip:
		r.gzip(in, depth)
	case Zip:
		r.zip(in, depth)
	case Mail:
		r.mail(in, depth)
	}
}

func (r *reader) gzip(in Input, depth int) {
	z, err := gzip.NewReader(bytes.NewReader(in.Body))
	if err != nil {
		r.fail(in.Name, fmt.Errorf("the gzip archive is damaged: %w", err))
		return
	}
	body, err := r.unpack(z)
	if err != nil {
		r.fail(in.Name, err)
		return
	}
	r.read(Input{Name: strings.TrimSuffix(in.Name, ".gz"), URL: in.URL, Type: "", Body: body}, depth+1)
}

func (r *reader) zip(in Input, depth int) {
	z, err := zip.NewReader(bytes.NewReader(in.Body), int64(len(in.Body)))
	if err != nil {
		r.fail(in.Name, fmt.Errorf("the zip archive is damaged: %w", err))
		return
	}
	files := z.File
	sort.SliceStable(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	for _, f := range files {
		name := in.Name + "/" + clean.Line(f.Name)
		if f.FileInfo().IsDir() || skipped(f.Name) {
			continue
		}
		if r.files++; r.files > r.limits.Files {
			r.fail(in.Name, fmt.Errorf("it holds more than %d files", r.limits.Files))
			return
		}
		body, err := r.unpackFile(f)
		if err != nil {
			r.fail(name, err)
			if errors.Is(err, ErrTooLarge) && r.total > r.limits.Total {
				return
			}
			continue
		}
		r.read(Input{Name: name, Body: body}, depth+1)
	}
}

// skipped leaves out what systems put beside the files people mean.
func skipped(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(base, ".") || base == "Thumbs.db" || base == "desktop.ini"
}

func (r *reader) unpackFile(f *zip.File) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, errors.New("it is encrypted")
	}
	rc, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("cannot unpack: %w", err)
	}
	defer rc.Close()
	return r.unpack(rc)
}

// unpack reads up to the limits: what an archive says of its sizes is not
// believed.
func (r *reader) unpack(src io.Reader) ([]byte, error) {
	left := min(r.limits.Bytes, r.limits.Total-r.total)
	body, err := io.ReadAll(io.LimitReader(src, left+1))
	r.total += int64(len(body))
	if err != nil {
		return nil, fmt.Errorf("cannot unpack: %w", err)
	}
	if int64(len(body)) > left {
		return nil, ErrTooLarge
	}
	return body, nil
}

// member reads one named file of a zip archive.
func member(b []byte, name string, limit int64) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("the file is damaged: %w", err)
	}
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("the file is damaged: %w", err)
		}
		defer rc.Close()
		body, err := io.ReadAll(io.LimitReader(rc, limit+1))
		if err != nil {
			return nil, fmt.Errorf("the file is damaged: %w", err)
		}
		if int64(len(body)) > limit {
			return nil, ErrTooLarge
		}
		return body, nil
	}
	return nil, fmt.Errorf("it has no part %s", name)
}
