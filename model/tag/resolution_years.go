package tag

import (
	"sort"
	"strconv"
	"strings"
)

// firstOfYear[y] is the number of the first Security Council resolution
// adopted in 1946+y, from the Council's yearly lists.
var firstOfYear = [...]int{
	1, 16, 38, 67, // 1946-1949
	79, 90, 97, 99, 104, 106, 111, 122, 127, 132, // 1950-1959
	133, 161, 171, 178, 186, 200, 220, 233, 245, 263, // 1960-1969
	276, 292, 308, 325, 345, 367, 385, 403, 423, 444, // 1970-1979
	462, 485, 500, 529, 546, 560, 581, 594, 607, 627, // 1980-1989
	647, 684, 726, 800, 893, 970, 1036, 1093, 1147, 1220, // 1990-1999
	1285, 1335, 1387, 1455, 1522, 1581, 1652, 1739, 1795, 1860, // 2000-2009
	1908, 1967, 2033, 2086, 2133, 2196, 2260, 2337, 2398, 2452, // 2010-2019
	2504, 2561, 2618, 2672, 2722, 2768, // 2020-2025
}

// lastDated is the highest Security Council resolution whose year the table
// answers for; later ones exist, in 2025 or after.
const lastDated = 2803

// lastPlausible bounds what is read as the number of a resolution of the
// Security Council. It leaves room for some years to come.
const lastPlausible = 3200

// councilYear is the year in which the Security Council adopted a resolution,
// or 0 when the table does not know.
func councilYear(number int) int {
	if number < 1 || number > lastDated {
		return 0
	}
	return 1946 + sort.Search(len(firstOfYear), func(i int) bool { return firstOfYear[i] > number }) - 1
}

// assemblySessions gives the session, which their symbols need, of the
// General Assembly's resolutions that are cited by their number alone. Until
// 1975 the Assembly numbered its resolutions from 1 to 3541.
var assemblySessions = map[int]string{
	1: "I", 95: "I", 181: "II", 194: "III", 217: "III", 260: "III", 273: "III",
	303: "IV", 377: "V", 498: "V", 505: "VI", 1514: "XV", 1541: "XV", 1761: "XVII",
	1803: "XVII", 1904: "XVIII", 2065: "XX", 2131: "XX", 2200: "XXI", 2625: "XXV",
	2758: "XXVI", 3201: "S-VI", 3236: "XXIX", 3281: "XXIX", 3314: "XXIX", 3379: "XXX",
}

// assemblyNumbers are those of them that people cite as "resolution 194",
// without saying whose it is, far more often than the Security Council's
// resolution of the same number.
var assemblyNumbers = map[int]bool{181: true, 194: true, 377: true, 1514: true, 2625: true, 2758: true, 3236: true, 3314: true, 3379: true}

// lastOldAssembly is the last resolution of the Assembly without a session in
// its number.
const lastOldAssembly = 3541

// resolutionInfo gives the name and the public address of a resolution from
// its symbol: "S/RES/242", "S/RES/2254 (2015)", "A/RES/181 (II)",
// "A/RES/75/240", "A/RES/ES-11/1". The address is empty where the symbol does
// not hold what it needs and no table knows it.
func resolutionInfo(symbol string) (name, address string, ok bool) {
	const official = "https://undocs.org/"
	body, rest, ok := strings.Cut(symbol, "/RES/")
	if !ok || rest == "" {
		return "", "", false
	}
	number, suffix, _ := strings.Cut(rest, " ")
	suffix = strings.Trim(suffix, "()")
	n, _ := strconv.Atoi(number)
	switch {
	case body == "S" && n > 0:
		year := councilYear(n)
		name = "UN Security Council resolution " + number
		if suffix == "" && year > 0 {
			suffix = strconv.Itoa(year)
		}
		if suffix == "" {
			return name, "", true
		}
		// The address goes by the true year even where a text misprints it.
		if year > 0 {
			return name + " (" + suffix + ")", official + "S/RES/" + number + "(" + strconv.Itoa(year) + ")", true
		}
		return name + " (" + suffix + ")", official + "S/RES/" + number + "(" + suffix + ")", true
	case body == "A" && strings.Contains(number, "/"):
		return "UN General Assembly resolution " + number, official + "A/RES/" + number, true
	case body == "A" && n > 0:
		name = "UN General Assembly resolution " + number
		if suffix == "" {
			suffix = assemblySessions[n]
		}
		if suffix == "" {
			return name, "", true
		}
		return name + " (" + suffix + ")", official + "A/RES/" + number + "(" + suffix + ")", true
	}
	return "", "", false
}
