package data

import _ "embed"

//go:generate go run ./internal/maketables tables tables.bin

//go:embed tables.bin
var tables []byte

// Tables returns the compiled tables of countries, topics and instruments, to
// be opened by package tag. The bytes must not be changed.
func Tables() []byte { return tables }
