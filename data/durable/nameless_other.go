//go:build !linux

package durable

// createNameless is for systems that have files without names.
func (Disk) createNameless(string, []byte) (done bool, err error) { return false, nil }
