package command

import (
	"runtime"
	"runtime/debug"
	"strings"
)

// version is set by release builds with -ldflags "-X"; other builds know it
// from the module.
var version string

// Version is the program's own, as it names itself to others.
func Version() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// versionLine names the version, the commit and the Go that built this
// program. A build without version control information says so.
func versionLine() string {
	release, commit, dirty := Version(), "unknown", false
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				commit = s.Value[:min(12, len(s.Value))]
			case "vcs.modified":
				dirty = s.Value == "true"
			}
		}
	}
	if dirty && !strings.Contains(release, "dirty") {
		commit += ", modified"
	}
	return "cstoread " + release + " (commit " + commit + ", " + runtime.Version() + ", " + runtime.GOOS + "/" + runtime.GOARCH + ")\n"
}
