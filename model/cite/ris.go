package cite

import (
	"fmt"
	"strings"

	"cstoread/model"
)

// ris writes a record. Dates have the form YYYY/MM/DD/, in which what is not
// known stays empty and the slashes stay.
func ris(i Item) string {
	h := i.Header
	var b strings.Builder
	tag := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s  - %s\n", name, value)
		}
	}
	tag("TY", risType(h.Kind))
	tag("ID", i.reference().String())
	tag("AU", h.Issuer)
	tag("TI", h.Title)
	if !h.Date.IsZero() {
		tag("PY", fmt.Sprintf("%04d", h.Date.Year))
	}
	tag("DA", risDate(h.Date))
	tag("CY", h.Place)
	tag("M3", string(h.Kind))
	tag("UR", h.Source)
	if h.Source != "" {
		tag("Y2", risDate(h.Retrieved))
	}
	tag("LA", h.Language)
	tag("N1", i.locator())
	return b.String() + "ER  - "
}

func risType(k model.Kind) string {
	if k == model.KindNews {
		return "ELEC"
	}
	return "GOVDOC"
}

func risDate(d model.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d///", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d/%02d//", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d/%02d/%02d/", d.Year, d.Month, d.Day)
}
