package screen

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/model/ask"
)

// asking is one line of questions of which only the newest counts: asking
// again cancels the one before, and its answer is dropped if it still comes.
type asking struct {
	parent context.Context
	number int
	cancel context.CancelFunc
}

// next numbers a new question and gives the context to answer it in.
func (a *asking) next() (int, context.Context) {
	a.stop()
	a.number++
	parent := a.parent
	if parent == nil {
		parent = context.Background()
	}
	ctx, cancel := context.WithCancel(parent)
	a.cancel = cancel
	return a.number, ctx
}

// stop gives up the question that is under way.
func (a *asking) stop() {
	if a.cancel != nil {
		a.cancel()
		a.cancel = nil
	}
}

// newest says whether an answer's number is that of the last question.
func (a *asking) newest(number int) bool { return number == a.number }

// answerMsg is an engine's answer to the query.
type answerMsg struct {
	number int
	answer ask.Answer
	err    error
}

// countsMsg is the answer that a picker shows.
type countsMsg struct {
	number int
	answer ask.Answer
	err    error
}

// emptiedMsg tells which part of a query finds nothing.
type emptiedMsg struct {
	number  int
	reasons []string
}

// statementMsg is a statement that was asked for.
type statementMsg struct {
	number    int
	id        string
	statement *model.Statement
	err       error
}

// askFor puts a question to the engine; wrap makes the message of its answer.
func askFor(ctx context.Context, e ask.Engine, q ask.Question, wrap func(ask.Answer, error) tea.Msg) tea.Cmd {
	return func() tea.Msg {
		if e == nil {
			return nil
		}
		a, err := e.Ask(ctx, q)
		if ctx.Err() != nil {
			return nil
		}
		return wrap(a, err)
	}
}
