package screen

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/model/ask"
)

// books is a library in memory.
type books []*model.Statement

func (b books) Headers() []model.Header {
	var all []model.Header
	for _, s := range b {
		all = append(all, s.Header)
	}
	return all
}

func (b books) Statement(id string) (*model.Statement, error) {
	for _, s := range b {
		if s.ID == id {
			return s, nil
		}
	}
	return nil, fmt.Errorf("there is no statement %s", id)
}

// atlas is a small set of tables.
type atlas struct{}

var countries = map[string]string{"SY": "Syria", "LY": "Libya", "CN": "中国 China", "RU": "Россия"}

func (atlas) Country(s string) (string, bool) {
	for code, name := range countries {
		if strings.EqualFold(s, code) || strings.EqualFold(s, name) {
			return code, true
		}
	}
	return "", false
}

func (atlas) Topic(s string) (string, bool)      { return strings.ToLower(s), s == "terror" || s == "peace" }
func (atlas) Instrument(s string) (string, bool) { return s, strings.HasPrefix(s, "S/RES/") }
func (atlas) CountryName(code string) string     { return countries[code] }
func (atlas) TopicName(code string) string {
	return map[string]string{"terror": "Terrorism", "peace": "Peace"}[code]
}

// paragraph makes a paragraph with a mention of every name of a country and
// every topic word in it.
func paragraph(n int, text string) model.Paragraph {
	par := model.Paragraph{N: n, Text: text, Markdown: text}
	find := func(kind model.MentionKind, code, words string) {
		if at := strings.Index(text, words); at >= 0 {
			par.Mentions = append(par.Mentions, model.Mention{
				Kind: kind, Code: code, Start: at, End: at + len(words), Text: words,
				Strength: model.StrengthNamed, Rule: "name",
			})
		}
	}
	find(model.MentionCountry, "SY", "Syria")
	find(model.MentionCountry, "LY", "Libya")
	find(model.MentionCountry, "CN", "中国")
	find(model.MentionCountry, "RU", "Россия")
	find(model.MentionTopic, "terror.acts", "terrorism")
	return par
}

func statement(id, title string, date model.Date, texts ...string) *model.Statement {
	st := &model.Statement{Header: model.Header{
		ID: id, Title: title, Date: date, Place: "Bishkek", Kind: model.KindStatement,
		Language: "en", Paragraphs: len(texts),
	}}
	for i, text := range texts {
		st.Body = append(st.Body, paragraph(i+1, text))
	}
	return st
}

// library is what most tests read: long and short, wide and Cyrillic, dated
// and not.
func library() books {
	day := func(y, m, d int) model.Date { return model.Date{Year: y, Month: m, Day: d} }
	var long []string
	for i := range 17 {
		long = append(long, fmt.Sprintf("Ministers considered point %d of the agenda and took note of the report on the course of the work that had been done since the last meeting in accordance with the plan.", i+1))
	}
	long[3] = "Ministers express their support for efforts aimed at ensuring stability in Syria on the basis of respect for the sovereignty and territorial integrity of the country."
	long[8] = "They point out the need to continue the fight against terrorism in Syria and to take measures to prevent its sponsorship."
	return books{
		statement("2020-02-01-asia", "关于中国与中亚国家合作的联合声明以及今后的工作计划和安排的说明", day(2020, 2, 1),
			"各方重申，中国与中亚国家将继续在联合国框架内开展合作，维护国际法。", "双方强调和平。Syria 也被提及。"),
		statement("2019-11-27-middle-east", "Statement by the Foreign Ministers of the member states of the Collective Security Treaty Organization on efforts to stabilize the situation in the Middle East", day(2019, 11, 27), long...),
		statement("2019-05-22-zayavlenie", "Заявление министров иностранных дел государств – членов Организации о положении в Ливии и вокруг неё", day(2019, 5, 22),
			"Министры, подтверждая приверженность целям и принципам Устава ООН, выразили озабоченность.", "Россия и Libya упомянуты здесь."),
		statement("2018-11-08-astana", "On terrorism", day(2018, 11, 8), "They condemn terrorism in Libya."),
		statement("note", "A note without a date", model.Date{}, "Nothing is mentioned here at all."),
	}
}

// shelfOf opens a library with the plain engine.
func shelfOf(b books) func() (Shelf, error) {
	return func() (Shelf, error) { return Shelf{Library: b, Engine: ask.NewScan(b), Tables: atlas{}}, nil }
}

// addFake knows three sources: one good page, one already there among refused
// ones, and everything else, which cannot be read.
func addFake(_ context.Context, source string, keep bool, report func(model.Addition)) error {
	would := model.AdditionWouldAdd
	if keep {
		would = model.AdditionAdded
	}
	switch source {
	case "page.html":
		st := statement("2021-09-17-somewhere", "Statement on a question of the day", model.Date{Year: 2021, Month: 9, Day: 17},
			"Ministers discussed the question of the day and adopted a plan of action for the coming years.", "They agreed.", "The next meeting will be held in the autumn.")
		st.Doubtful = "date, issuer"
		report(model.Addition{
			Source: source, Status: would, ID: st.ID, Statement: st,
			Evidence: map[string]model.Evidence{"date": {Value: "2021-09-17", Found: "address"}},
			Notes:    []string{"read as windows-1251"},
		})
	case "folder":
		report(model.Addition{Source: "folder/a", Status: model.AdditionDuplicate, ID: "note", Reason: "the same text as note", Statement: library()[4]})
		report(model.Addition{Source: "folder/b", Status: model.AdditionRefused, Reason: "a list of pages"})
	default:
		return errors.New("there is no such file: " + source)
	}
	return nil
}

// played is a screen whose messages are played by hand: there is no program
// and no clock. Commands are run at once, ticks too.
type played struct {
	*Root
	t    testing.TB
	sent []tea.Msg // what went to the terminal: clipboard, quitting
}

// play opens a screen of w by h cells and lets it come to rest.
func play(t testing.TB, w, h int, opt Options) *played {
	if opt.Open == nil {
		opt.Open = shelfOf(library())
	}
	if opt.Add == nil {
		opt.Add = addFake
	}
	x := &played{Root: New(context.Background(), opt), t: t}
	x.loads.rest = 0
	x.send(tea.WindowSizeMsg{Width: w, Height: h})
	x.run(x.Init())
	return x
}

func (x *played) send(msg tea.Msg) {
	_, cmd := x.Update(msg)
	x.run(cmd)
}

// run does a command and plays what comes of it.
func (x *played) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			x.run(c)
		}
	case openedMsg, newsMsg, reloadedMsg, answerMsg, countsMsg, emptiedMsg, statementMsg, previewMsg, rememberedMsg, savedMsg, gatheredMsg, copiedMsg:
		x.send(msg)
	default:
		// tea.Sequence's message is a list of commands that has no name.
		if list := reflect.ValueOf(msg); list.Kind() == reflect.Slice && list.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			for i := range list.Len() {
				x.run(list.Index(i).Interface().(tea.Cmd))
			}
			return
		}
		x.sent = append(x.sent, msg)
	}
}

// special are the keys that are not one character.
var special = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"space": {Code: tea.KeySpace, Text: " "}, "backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
	"f1": {Code: tea.KeyF1},
}

func press(name string) tea.KeyPressMsg {
	if k, ok := special[name]; ok {
		return k
	}
	if r, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: []rune(r)[0], Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// keys presses keys named as package keys names them.
func (x *played) keys(names ...string) *played {
	for _, n := range names {
		x.send(press(n))
	}
	return x
}

// typed types text.
func (x *played) typed(text string) *played {
	for _, r := range text {
		x.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return x
}
