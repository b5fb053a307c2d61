package command

import (
	"cstoread/model"
	"cstoread/model/query"
)

// spansOf stands in until package ask says where a query matches.
func spansOf(query.Query, model.Paragraph) []model.Span { return nil }
