package intake

import (
	"errors"
	"fmt"
	"strings"

	"cstoread/data/document"
	"cstoread/data/library"
	"cstoread/model"
)

// batch bounds how many statements are kept at once. One at a time each waits
// for the disk; all at the end, nothing is safe until then.
const batch = 128

// kept compares statements with what is known, keeps what is new, and reports.
type kept struct {
	o     Options
	known *known
	// queue holds results in order that wait for the ones before them to be
	// on disk.
	queue []Result
	// fresh are the places in the queue of statements to be kept.
	fresh []int
}

func newKept(o Options) (*kept, error) {
	if o.Keeper == nil && !o.DryRun {
		return nil, errors.New("there is no library to add to; name one with --library DIR")
	}
	return &kept{o: o}, nil
}

// take takes the next result in.
func (k *kept) take(read reading) error {
	r := read.Result
	if r.Status == "" {
		if err := k.judge(&r, read.entry); err != nil {
			return err
		}
	}
	k.queue = append(k.queue, r)
	if !k.o.DryRun && (r.Status == model.AdditionAdded || r.Status == model.AdditionVariant) {
		k.fresh = append(k.fresh, len(k.queue)-1)
	}
	if len(k.fresh) >= batch || len(k.fresh) == 0 {
		return k.flush()
	}
	return nil
}

// judge tells what a statement is to the ones there are, and gives it an ID.
func (k *kept) judge(r *Result, e *entry) error {
	if k.known == nil {
		k.known = learn(k.o.Library)
	}
	s := r.Statement
	m := k.known.find(e)
	switch m.kind {
	case matchSame:
		r.Status, r.ID, r.Reason = model.AdditionDuplicate, m.id, "the same text as "+m.id
		return nil
	case matchRevision:
		// What waits may be what this revises.
		if err := k.flush(); err != nil {
			return err
		}
		r.Status, r.ID, r.Reason = model.AdditionRevision, m.id, "a changed text of "+m.id
		return k.revise(r)
	case matchVariant:
		r.Status, r.Reason = model.AdditionVariant, fmt.Sprintf("another version of %s, %.0f%% alike", m.id, 100*m.likeness)
		s.VariantOf = m.id
	case matchTranslation:
		r.Status, r.Reason = model.AdditionVariant, "seems to be a translation of "+m.id
		s.TranslationOf = m.id
		s.Doubtful = strings.TrimPrefix(s.Doubtful+", translation_of", ", ")
	default:
		r.Status = model.AdditionAdded
		if k.o.DryRun {
			r.Status = model.AdditionWouldAdd
		}
	}
	if s.Added.IsZero() {
		s.Added = k.o.Today
	}
	if s.ID == "" || k.known.taken(s.ID) {
		s.ID = model.MakeID(s.Date, s.Title, k.known.taken)
	}
	r.ID = s.ID
	e.id, e.header = s.ID, s.Header
	e.header.Paragraphs = len(s.Body)
	k.known.enter(e)
	return nil
}

// revise replaces the text of a statement, with what is known of it besides:
// its ID, and the day it came.
func (k *kept) revise(r *Result) error {
	s := r.Statement
	old := k.known.byID(r.ID)
	s.ID, s.Added = r.ID, old.header.Added
	if s.Added.IsZero() {
		s.Added = k.o.Today
	}
	k.known.replace(newEntry(s))
	if k.o.DryRun {
		return nil
	}
	return k.o.Keeper.Edit(r.ID, func([]byte) ([]byte, error) { return document.Format(s), nil })
}

// flush keeps what waits and reports it. The error is the first that kept a
// statement from being kept; it is reported as refused.
func (k *kept) flush() error {
	var first error
	if len(k.fresh) > 0 {
		statements := make([]*model.Statement, len(k.fresh))
		for i, at := range k.fresh {
			statements[i] = k.queue[at].Statement
		}
		for i, err := range k.o.Keeper.AddAll(statements) {
			if errors.Is(err, library.ErrKept) {
				err = k.again(statements[i])
				k.queue[k.fresh[i]].ID = statements[i].ID
			}
			if err == nil {
				continue
			}
			r := &k.queue[k.fresh[i]]
			r.Status, r.Reason, r.ID = model.AdditionRefused, "it could not be kept: "+err.Error(), ""
			if first == nil {
				first = fmt.Errorf("not everything could be kept: %w", err)
			}
		}
	}
	for _, r := range k.queue {
		k.o.Report(r)
	}
	k.queue, k.fresh = k.queue[:0], k.fresh[:0]
	return first
}

// again keeps a statement whose ID another program took meanwhile, under the
// next one that is free.
func (k *kept) again(s *model.Statement) error {
	const tries = 100
	for range tries {
		s.ID = model.MakeID(s.Date, s.Title, k.known.taken)
		k.known.ids[s.ID] = true
		if err := k.o.Keeper.AddAll([]*model.Statement{s})[0]; !errors.Is(err, library.ErrKept) {
			return err
		}
	}
	return library.ErrKept
}
