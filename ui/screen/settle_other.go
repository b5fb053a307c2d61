//go:build !unix || aix

package screen

import "os"

// settle has nothing to wait for where terminals have no canonical mode.
func settle(*os.File) {}
