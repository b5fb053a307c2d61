package e2e

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestLostByFullDisk adds to a real file system that is too small, and to the
// same one when it has been made larger.
func TestLostByFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("adds many pages")
	}
	folder, want, _ := pages(t)
	for _, size := range []string{"64k", "300k", "1000k"} {
		t.Run(size, func(t *testing.T) {
			disk := t.TempDir()
			if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size="+size); err != nil {
				t.Skipf("a small disk cannot be mounted here: %v", err)
			}
			defer func() {
				if err := syscall.Unmount(disk, 0); err != nil {
					t.Error(err)
				}
			}()
			library := filepath.Join(disk, "library")
			reported, err := add(t, library, folder, nil)
			if err == nil || !strings.Contains(err.Error(), "no space left") {
				t.Errorf("a full disk: %v", err)
			}
			if len(reported) == 0 || len(reported) >= pageCount {
				t.Errorf("%d pages are reported as added", len(reported))
			}
			t.Logf("%d pages before the disk was full", len(reported))
			checkKept(t, library, reported, want)
			if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, "size=64m"); err != nil {
				t.Fatal(err)
			}
			complete(t, library, folder, want)
		})
	}
}
