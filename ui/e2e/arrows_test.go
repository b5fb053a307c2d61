package e2e

import (
	"os/exec"
	"strings"
	"testing"
)

// An arrow says what a part of the program may import of the program itself.
type arrow struct {
	from string
	to   []string
}

var arrows = []arrow{
	{"cstoread/ui/screen", []string{"cstoread/ui", "cstoread/model"}},
	{"cstoread/ui/command", []string{"cstoread/ui", "cstoread/model"}},
	{"cstoread/ui", []string{"cstoread/ui", "cstoread/model"}},
	{"cstoread/data", []string{"cstoread/data", "cstoread/model"}},
	{"cstoread/model", []string{"cstoread/model"}},
}

// The two halves of ui do not know each other.
var strangers = [][2]string{
	{"cstoread/ui/screen", "cstoread/ui/command"},
	{"cstoread/ui/command", "cstoread/ui/screen"},
}

// modelLibraries are the modules that the domain may use.
var modelLibraries = []string{"golang.org/x/text", "github.com/RoaringBitmap/roaring", "github.com/bits-and-blooms/bitset"}

// banned are the packages by which the domain could touch the world.
var banned = []string{"os", "os/exec", "net", "net/http", "os/signal"}

func TestArrows(t *testing.T) {
	imports := directImports(t)
	if len(imports["cstoread"]) == 0 || len(imports["cstoread/model"]) == 0 {
		t.Fatalf("go list gave %d packages and not the program", len(imports))
	}
	for from, list := range imports {
		for _, to := range list {
			if within("cstoread", to) && !allowed(from, to) {
				t.Errorf("%s imports %s", from, to)
			}
			if within("cstoread/model", from) && strings.Contains(strings.Split(to, "/")[0], ".") && !withinAny(modelLibraries, to) {
				t.Errorf("%s imports %s", from, to)
			}
		}
	}
}

func TestModelTouchesNothing(t *testing.T) {
	for from, list := range directImports(t) {
		if !within("cstoread/model", from) {
			continue
		}
		for _, to := range list {
			for _, b := range banned {
				if to == b {
					t.Errorf("%s imports %s", from, to)
				}
			}
		}
	}
}

// allowed says whether one package of the program may import another.
func allowed(from, to string) bool {
	for _, s := range strangers {
		if within(s[0], from) && within(s[1], to) {
			return false
		}
	}
	for _, a := range arrows {
		if within(a.from, from) {
			return withinAny(a.to, to)
		}
	}
	return from == "cstoread"
}

func within(folder, path string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

func withinAny(folders []string, path string) bool {
	for _, f := range folders {
		if within(f, path) {
			return true
		}
	}
	return false
}

// directImports are the imports of each package of the program, without
// those of its tests.
func directImports(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "cstoread/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	imports := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		if within("cstoread", words[0]) {
			imports[words[0]] = words[1:]
		}
	}
	return imports
}
