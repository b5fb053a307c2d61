package intake

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cstoread/data/source"
	"cstoread/model/clean"
)

// gather finds the files behind the names and hands each to take: files as
// they are, folders with all that is in them, standard input, addresses, and
// the addresses that a feed lists. What cannot be read goes to take as well,
// with the reason.
func gather(ctx context.Context, names []string, o Options, take func(source.Input, error) error) error {
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		var err error
		switch {
		case name == "-":
			err = take(readAll("standard input", o.Stdin, o.Limits.Bytes))
		case IsAddress(name):
			err = address(ctx, name, o, take)
		default:
			err = files(ctx, name, o, take)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// IsAddress says that a source is on the web.
func IsAddress(name string) bool {
	s := strings.ToLower(name)
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// files takes a file, or every file in a folder in the order of their names.
// Links inside a folder are not followed: they can lead out of it, or round.
func files(ctx context.Context, name string, o Options, take func(source.Input, error) error) error {
	info, err := os.Stat(name)
	if err != nil {
		return take(source.Input{Name: clean.Line(name)}, cannotRead(err))
	}
	if !info.IsDir() {
		return take(readFile(name, o.Limits.Bytes))
	}
	return filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return take(source.Input{Name: clean.Line(path)}, cannotRead(err))
		case path != name && hiddenName(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir() || !entry.Type().IsRegular():
			return nil
		case pageParts(path):
			return nil
		}
		return take(readFile(path, o.Limits.Bytes))
	})
}

func hiddenName(name string) bool {
	return strings.HasPrefix(name, ".") || name == "Thumbs.db" || name == "desktop.ini" || strings.HasSuffix(name, "~")
}

// pageParts says that a file is a picture, a style or a script that a browser
// saved beside a page, in a folder named after it.
func pageParts(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".woff", ".woff2", ".ttf", ".mp4", ".mp3", ".json", ".map":
		return true
	}
	folder := filepath.Base(filepath.Dir(path))
	return strings.HasSuffix(folder, "_files") || strings.HasSuffix(folder, ".files")
}

func readFile(name string, limit int64) (source.Input, error) {
	f, err := os.Open(name)
	if err != nil {
		return source.Input{Name: clean.Line(name)}, cannotRead(err)
	}
	defer f.Close()
	return readAll(clean.Line(name), f, limit)
}

func readAll(name string, r io.Reader, limit int64) (source.Input, error) {
	body, err := io.ReadAll(io.LimitReader(r, limit+1))
	in := source.Input{Name: name, Body: body}
	if err != nil {
		return in, cannotRead(err)
	}
	if int64(len(body)) > limit {
		return source.Input{Name: name}, source.ErrTooLarge
	}
	return in, nil
}

// cannotRead drops the path from a system's error: it is in the result.
func cannotRead(err error) error {
	switch err = clean.Cause(err); {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("it may not be read")
	}
	return fmt.Errorf("cannot be read: %w", err)
}

// address fetches a page, and for a feed the pages it lists.
func address(ctx context.Context, name string, o Options, take func(source.Input, error) error) error {
	if o.Fetch == nil {
		return take(source.Input{Name: clean.Line(name)}, errors.New("nothing may be fetched here"))
	}
	in, err := o.Fetch.Get(ctx, name)
	if err != nil {
		return take(source.Input{Name: clean.Line(name)}, err)
	}
	if source.Sniff(in) != source.Feed {
		return take(in, nil)
	}
	list, err := source.FeedAddresses(in.Body)
	if err == nil && len(list) == 0 {
		err = errors.New("the feed lists nothing")
	}
	if err != nil {
		return take(source.Input{Name: in.Name}, err)
	}
	for _, a := range list {
		page, err := o.Fetch.Get(ctx, a)
		if err == nil && source.Sniff(page) == source.Feed {
			err = errors.New("a feed within a feed is not followed")
		}
		if err != nil {
			page = source.Input{Name: clean.Line(a)}
		}
		if err := take(page, err); err != nil {
			return err
		}
	}
	return nil
}

// ReadList reads a list of sources, one a line; empty lines and lines that
// begin with # are left out.
func ReadList(r io.Reader) ([]string, error) {
	var names []string
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if line := strings.TrimSpace(sc.Text()); line != "" && !strings.HasPrefix(line, "#") {
			names = append(names, line)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("the list cannot be read: %w", err)
	}
	return names, nil
}

// Count is how many files a run will look at, for showing progress: files in
// folders are counted, an address or standard input is one.
func Count(names []string) int {
	n := 0
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil || !info.IsDir() {
			n++
			continue
		}
		_ = filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return nil //nolint:nilerr // the run itself will tell of a folder it cannot read
			}
			if path != name && hiddenName(entry.Name()) && entry.IsDir() {
				return fs.SkipDir
			}
			if entry.Type().IsRegular() && !hiddenName(entry.Name()) && !pageParts(path) {
				n++
			}
			return nil
		})
	}
	return n
}
