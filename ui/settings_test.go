package ui

import (
	"testing"

	"cstoread/ui/command"
	pane "cstoread/ui/screen/reader"
)

// config tells the width of the text that the reader begins with.
func TestUsualMeasure(t *testing.T) {
	if command.UsualMeasure != pane.DefaultMeasure {
		t.Errorf("config says %d, the reader begins with %d", command.UsualMeasure, pane.DefaultMeasure)
	}
}
