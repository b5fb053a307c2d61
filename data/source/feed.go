package source

import (
	"bytes"
	"fmt"

	"github.com/mmcdole/gofeed"
)

// FeedAddresses lists the addresses that an RSS or Atom feed points to, in its
// order. The feed's own summaries are excerpts and are not used.
func FeedAddresses(body []byte) ([]string, error) {
	f, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("the feed is damaged: %w", err)
	}
	var out []string
	seen := map[string]bool{}
	for _, item := range f.Items {
		if a := address(item.Link); a != "" && !seen[a] {
			seen[a] = true
			out = append(out, a)
		}
	}
	return out, nil
}
