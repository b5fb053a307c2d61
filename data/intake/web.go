package intake

import (
	"context"

	"cstoread/data/fetch"
	"cstoread/data/source"
)

// Web is the Fetcher for the web.
func Web(c *fetch.Client) Fetcher { return web{c} }

type web struct{ client *fetch.Client }

func (w web) Get(ctx context.Context, address string) (source.Input, error) {
	p, err := w.client.Get(ctx, address)
	if err != nil {
		return source.Input{}, err
	}
	return source.Input{Name: address, URL: p.URL, Type: p.Type, Body: p.Body}, nil
}
