// Package e2e holds the tests that run the built program as people and
// scripts do: from a shell, in pipes, and on a pseudo-terminal. It has no code
// of its own.
//
// The program is built once for all tests. Scripts are in testdata/script, one
// file a subject.
package e2e
