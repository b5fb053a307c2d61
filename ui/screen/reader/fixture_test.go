package reader

import (
	"fmt"
	"strings"

	"cstoread/model"
)

// statements are what the tests read: an ordinary statement, one with every
// kind of block, an empty one, and one in wide characters.
func statements() []*model.Statement {
	return []*model.Statement{ordinary(), motley(), {}, wide()}
}

func statement(title string, blocks ...model.Paragraph) *model.Statement {
	st := &model.Statement{Header: model.Header{
		ID: "2019-11-27-test", Title: title, Place: "Bishkek", Kind: model.KindStatement,
		Date: model.Date{Year: 2019, Month: 11, Day: 27}, Paragraphs: len(blocks),
	}}
	for i, b := range blocks {
		b.N = i + 1
		if b.Markdown == "" {
			b.Markdown = b.Text
		}
		st.Body = append(st.Body, b)
	}
	return st
}

// ordinary has 24 paragraphs of prose with mentions of three kinds.
func ordinary() *model.Statement {
	var blocks []model.Paragraph
	for i := range 24 {
		text := fmt.Sprintf("Ministers took note of report %d on the situation in Syria and reaffirmed, with the Damascus process in mind, the terms of resolution 2254 (2015); the Syrians themselves are to decide, and terrorism in all its forms is to be fought by the States concerned.", i+1)
		text = strings.Repeat(text+" ", 1+i%3)
		text = text[:len(text)-1]
		blocks = append(blocks, model.Paragraph{Text: text, Mentions: []model.Mention{
			mention(text, "Syria", model.MentionCountry, "SY", model.StrengthNamed),
			mention(text, "Damascus", model.MentionCountry, "SY", model.StrengthImplied),
			mention(text, "resolution 2254 (2015)", model.MentionInstrument, "S/RES/2254 (2015)", model.StrengthNamed),
			mention(text, "terrorism", model.MentionTopic, "terror.acts", model.StrengthNamed),
		}})
	}
	return statement("Statement of the Ministers on the settlement of a conflict and on what they expect of the States of the region", blocks...)
}

func mention(text, words string, kind model.MentionKind, code string, strength model.Strength) model.Mention {
	at := strings.Index(text, words)
	return model.Mention{Kind: kind, Code: code, Start: at, End: at + len(words), Text: words, Strength: strength, Rule: "name"}
}

// added is a statement as it came into the library, with fields to look at.
func added() *model.Statement {
	st := statement("Statement of the Council", model.Paragraph{Text: "The Council is concerned."})
	st.Published = model.Date{Year: 2019, Month: 12, Day: 2}
	st.VariantOf, st.Doubtful = "2019-11-27-council", "date, place"
	return st
}

// motley has a block of every kind.
func motley() *model.Statement {
	return statement("Decision with parts of every kind",
		model.Paragraph{Role: model.RoleHeading, Text: "Part one", Markdown: "## Part one"},
		model.Paragraph{
			Text:     "Having met in the capital, the Council *welcomes* the address https://example.org/a and the page of the Council.",
			Markdown: "Having met in the capital, the Council *welcomes* the address https://example.org/a and the [page of the Council](https://example.org/council).",
		},
		model.Paragraph{
			Role: model.RoleListItem, Text: "to approve the plan of the year and the measures that the member states have agreed upon in the course of the meeting;",
			Markdown: "1. to approve the plan of the year and the measures that the member states have agreed upon in the course of the meeting;",
		},
		model.Paragraph{Role: model.RoleListItem, Text: "to publish it.", Markdown: "2. to publish it."},
		model.Paragraph{
			Role: model.RoleQuote, Text: "The territory of a State shall not be the object of acquisition by another State resulting from the threat or use of force.",
			Markdown: "> The territory of a State shall not be the object of acquisition by another State resulting from the threat or use of force.",
		},
		model.Paragraph{Text: "Year Meetings 2018 4 2019 5", Markdown: "| Year | Meetings |\n|---|---|\n| 2018 | 4 |\n| 2019 | 5 |"},
		model.Paragraph{Text: "x := 1 the", Markdown: "```\nx := 1 the\n```"},
		model.Paragraph{Text: strings.Repeat("Donaudampfschifffahrtsgesellschaft", 8)},
		model.Paragraph{Text: "<b>Mr. *President*</b>, 5 < 6 & 7 > 2", Markdown: `<b>Mr. \*President\*</b>, 5 < 6 &amp; 7 \> 2`},
		model.Paragraph{Role: model.RoleSignature, Text: "For the Republic"},
		model.Paragraph{Role: model.RoleSignature, Text: "For the Federation"},
	)
}

func wide() *model.Statement {
	return statement("外交部长关于中东和北非局势的声明",
		model.Paragraph{Text: "部长们重申支持在1967年边界内建立一个独立的the巴勒斯坦国。部长们重申支持在1967年边界内建立一个独立的巴勒斯坦国。"},
		model.Paragraph{Text: "Министры подтверждают поддержку международных усилий, прежде всего в рамках Астанинского формата, the направленных на обеспечение стабильности."},
		model.Paragraph{Text: "Emoji 👨‍👩‍👧‍👦 and flags 🇰🇬🇦🇲, marks e\u0301 a\u0308, the end."},
	)
}

// wordHits finds a word wherever it stands.
func wordHits(word string) func(model.Paragraph) []model.Span {
	return func(par model.Paragraph) []model.Span {
		var out []model.Span
		for at := 0; ; {
			k := strings.Index(par.Text[at:], word)
			if k < 0 {
				return out
			}
			out = append(out, model.Span{Start: at + k, End: at + k + len(word)})
			at += k + len(word)
		}
	}
}
