package intake

import (
	"context"
	"runtime"
	"strings"

	"cstoread/data/document"
	"cstoread/data/page"
	"cstoread/data/source"
	"cstoread/model"
)

// understood gathers the sources, has several of them read at once, and hands
// what they hold to take one by one, in the order of the sources.
func understood(ctx context.Context, names []string, o Options, take func(reading) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// Each source waits in line as the channel its results will come on; the
	// line's length bounds how far reading runs ahead of keeping.
	line := make(chan chan []reading, 4*runtime.GOMAXPROCS(0))
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	gathered := make(chan error, 1)
	go func() {
		defer close(line)
		gathered <- gather(ctx, names, o, func(in source.Input, err error) error {
			out := make(chan []reading, 1)
			select {
			case line <- out:
			case <-ctx.Done():
				return ctx.Err()
			}
			if err != nil {
				out <- []reading{{Result: Result{Source: in.Name, Status: model.AdditionRefused, Reason: err.Error()}}}
				return nil //nolint:nilerr // the result tells it, and the other sources follow
			}
			free <- struct{}{}
			go func() {
				out <- readings(understand(in, o))
				<-free
			}()
			return nil
		})
	}()
	for out := range line {
		for _, r := range <-out {
			if err := take(r); err != nil {
				return err
			}
		}
	}
	return <-gathered
}

// reading is the result of reading a source, with what it takes to compare it
// with others: made beside others, because it is much of the work.
type reading struct {
	Result
	entry *entry
}

func readings(results []Result) []reading {
	out := make([]reading, len(results))
	for i, r := range results {
		out[i].Result = r
		if r.Status == "" {
			out[i].entry = newEntry(r.Statement)
		}
	}
	return out
}

// understand reads one source. Results without a status hold a statement that
// is yet to be compared with what is known.
func understand(in source.Input, o Options) []Result {
	if text, ok := ownDocument(in); ok {
		s, err := document.Parse(in.Name, []byte(text))
		if err != nil {
			return []Result{{Source: in.Name, Status: model.AdditionRefused, Reason: err.Error()}}
		}
		return []Result{{Source: in.Name, Statement: s}}
	}
	pages, failed := source.Pages(in, o.Limits)
	var results []Result
	for _, p := range pages {
		results = append(results, understandPage(p, o.Today))
	}
	for _, f := range failed {
		results = append(results, Result{Source: f.Name, Status: model.AdditionRefused, Reason: f.Err.Error()})
	}
	if len(results) == 0 {
		results = []Result{{Source: in.Name, Status: model.AdditionRefused, Reason: "it holds nothing to read"}}
	}
	return results
}

// ownDocument says that a file is a statement of a library already: it begins
// with front matter that has an id.
func ownDocument(in source.Input) (string, bool) {
	if len(in.Body) > document.MaxSize {
		return "", false
	}
	text := source.Decode(in.Body, "").Text
	if !strings.HasPrefix(text, "---\n") && !strings.HasPrefix(text, "---\r\n") {
		return "", false
	}
	head, _, ok := strings.Cut(text[3:], "\n---")
	return text, ok && strings.Contains(head, "\nid:")
}

func understandPage(p page.Page, today model.Date) Result {
	r, err := page.Recognise(p)
	if err != nil {
		return Result{Source: p.Name, Status: model.AdditionRefused, Reason: err.Error(), Notes: p.Notes}
	}
	s := r.Statement
	s.Published = r.Published
	if s.Source != "" {
		s.Retrieved = today
	}
	s.Doubtful = doubtful(r, p)
	s.Notes = strings.Join(p.Notes, "\n")
	if err := settle(s); err != nil {
		return Result{Source: p.Name, Status: model.AdditionRefused, Reason: err.Error(), Notes: p.Notes}
	}
	return Result{Source: p.Name, Statement: s, Evidence: r.Evidence, Notes: p.Notes}
}

// doubtful lists the fields for a person to look at: found without being
// sure, or needed and not found.
func doubtful(r page.Result, p page.Page) string {
	var fields []string
	for _, f := range []string{page.FieldTitle, page.FieldDate, page.FieldPlace, page.FieldIssuer, page.FieldKind, page.FieldLanguage} {
		e := r.Evidence[f]
		needed := f == page.FieldTitle || f == page.FieldDate || f == page.FieldKind
		if e.Value != "" && !e.Sure || e.Value == "" && needed {
			fields = append(fields, f)
		}
	}
	if p.Approximate {
		fields = append(fields, "text")
	}
	return strings.Join(fields, ", ")
}
