package eval

// Form is the machine-readable form of a report. Field names are kept, fields
// may be added.
type Form struct {
	Facets map[Facet]FacetForm `json:"facets"`
	Errors []Error             `json:"errors"`
	// Kept counts the errors of held entries that are not among Errors.
	Kept int `json:"kept,omitempty"`
}

// FacetForm is one facet's score.
type FacetForm struct {
	Entries int `json:"entries"`
	Exact   int `json:"exact"`
	RateForm
	Classes map[string]RateForm `json:"classes"`
}

// RateForm holds counts and the rates that follow from them, 0 to 1.
type RateForm struct {
	Counts
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// Form returns the report for programs. Errors of held entries are left out
// and counted, unless p asks for them; all classes are always there.
func (r Report) Form(p Print) Form {
	form := Form{Facets: map[Facet]FacetForm{}, Errors: []Error{}}
	for _, res := range r.Results {
		f := FacetForm{
			Entries: res.Entries, Exact: res.Exact,
			RateForm: rateForm(res.All), Classes: map[string]RateForm{},
		}
		for class, c := range res.Classes {
			f.Classes[class] = rateForm(c)
		}
		form.Facets[res.Facet] = f
	}
	for _, e := range r.Errors {
		if e.Entry.Split == SplitHeld && !p.Held {
			form.Kept++
			continue
		}
		form.Errors = append(form.Errors, e)
	}
	return form
}

func rateForm(c Counts) RateForm {
	return RateForm{Counts: c, Precision: c.Precision(), Recall: c.Recall(), F1: c.F1()}
}
