// Package export writes statements out of the library in the forms other
// programs read: a folder of Markdown, JSON lines, a table of mentions, a web
// page, an e-book.
//
// What is written is clean text with everything escaped that its form would
// take for markup: a statement from outside must not become a script in a page
// or a formula in a spreadsheet.
package export

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"cstoread/data/document"
	"cstoread/model"
	"cstoread/model/clean"
)

// Format is a form of export.
type Format string

// The forms.
const (
	Markdown Format = "markdown"
	JSONL    Format = "jsonl"
	CSV      Format = "csv"
	HTML     Format = "html"
	EPUB     Format = "epub"
)

// Statements are what is exported, in order, each with the error that kept it
// from being read.
type Statements = iter.Seq2[*model.Statement, error]

// Write writes a form that is one file to w. Markdown is a folder and is
// refused.
func Write(w io.Writer, f Format, statements Statements, today model.Date) error {
	switch f {
	case JSONL:
		return writeJSONL(w, statements)
	case CSV:
		return writeCSV(w, statements)
	case HTML:
		return writeHTML(w, statements)
	case EPUB:
		return writeEPUB(w, statements, today)
	}
	return fmt.Errorf("%s is written to a folder: name it with --to DIR", f)
}

// File writes one file under a name that must not be taken. A file that could
// not be written whole is taken away again.
func File(path string, f Format, statements Statements, today model.Date) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return taken(path, err)
	}
	buffered := bufio.NewWriterSize(file, 64<<10)
	err = Write(buffered, f, statements, today)
	if err == nil {
		err = buffered.Flush()
	}
	if err == nil {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// Folder writes each statement as a Markdown document of its own into dir,
// which is made when it is not there. Files that are there are never replaced.
func Folder(dir string, statements Statements) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %w", filepath.Base(dir), clean.Cause(err))
	}
	for s, err := range statements {
		if err != nil {
			return err
		}
		// An ID is a plain file name on every system: model.ValidID.
		if !model.ValidID(s.ID) {
			return fmt.Errorf("%q cannot be a file's name", s.ID)
		}
		path := filepath.Join(dir, s.ID+".md")
		file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err != nil {
			return taken(path, err)
		}
		_, err = file.Write(document.Format(s))
		if closed := file.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return errors.Join(fmt.Errorf("%s could not be written: %w", s.ID, clean.Cause(err)), os.Remove(path))
		}
	}
	return nil
}

func taken(path string, err error) error {
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already; name another place", filepath.Base(path))
	}
	return fmt.Errorf("%s cannot be written: %w", filepath.Base(path), clean.Cause(err))
}

// record is a statement as a line of JSON, in the fields that cstoread show
// --format json has too.
type record struct {
	ID            string      `json:"id"`
	Title         string      `json:"title"`
	Date          string      `json:"date,omitempty"`
	DatePrecision string      `json:"date_precision,omitempty"`
	Place         string      `json:"place,omitempty"`
	Issuer        string      `json:"issuer,omitempty"`
	Kind          string      `json:"kind,omitempty"`
	Language      string      `json:"language,omitempty"`
	Source        string      `json:"source,omitempty"`
	Paragraphs    []paragraph `json:"paragraphs"`
}

type paragraph struct {
	N        int             `json:"n"`
	Text     string          `json:"text"`
	Mentions []model.Mention `json:"mentions"`
}

func writeJSONL(w io.Writer, statements Statements) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for s, err := range statements {
		if err != nil {
			return err
		}
		r := record{
			ID: s.ID, Title: s.Title, Date: s.Date.String(), DatePrecision: s.Date.Precision(), Place: s.Place,
			Issuer: s.Issuer, Kind: string(s.Kind), Language: s.Language, Source: s.Source,
		}
		for _, p := range s.Body {
			mentions := p.Mentions
			if mentions == nil {
				mentions = []model.Mention{}
			}
			r.Paragraphs = append(r.Paragraphs, paragraph{p.N, p.Text, mentions})
		}
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// columns are the table's, one row a mention.
var columns = []string{"reference", "date", "kind", "code", "text", "strength", "rule", "start", "end", "title", "paragraph"}

func writeCSV(w io.Writer, statements Statements) error {
	table := csv.NewWriter(w)
	if err := table.Write(columns); err != nil {
		return err
	}
	for s, err := range statements {
		if err != nil {
			return err
		}
		for _, p := range s.Body {
			ref := model.Reference{ID: s.ID, First: p.N, Last: p.N}.String()
			for _, m := range p.Mentions {
				row := []string{
					ref, s.Date.String(), string(m.Kind), m.Code, m.Text, string(m.Strength), m.Rule,
					strconv.Itoa(m.Start), strconv.Itoa(m.End), s.Title, p.Text,
				}
				for i := range row {
					row[i] = cell(row[i])
				}
				if err := table.Write(row); err != nil {
					return err
				}
			}
		}
	}
	table.Flush()
	return table.Error()
}

// cell keeps a spreadsheet from taking a text for a formula: one that begins
// as a formula does gets an apostrophe, which spreadsheets do not show.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
