package source

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// eachToken hands over the tokens of a document's XML up to its end.
func eachToken(dec *xml.Decoder, take func(xml.Token)) error {
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("the document is damaged: %w", err)
		}
		take(tok)
	}
}
