package tag

// Edges are the edges of the trie behind the first words of phrases: a hash
// table with open addressing and a power of two of places. A place is three
// numbers, the lower and the upper half of the edge's key and the node that it
// leads to, 0 for none; they stand side by side so that looking at one is one
// access to memory.
type Edges []uint32

const edgeSize = 3

// edgeKey names the edge that leaves node by a word, or by a stem when stem is
// true, after a separator.
func edgeKey(node, word uint32, stem bool, sep Sep) uint64 {
	k := uint64(node)<<32 | uint64(word)<<4 | uint64(sep)<<1
	if stem {
		k |= 1
	}
	return k
}

// edgeHash spreads keys over a table of mask+1 places.
func edgeHash(key uint64, mask uint32) uint32 {
	key *= 0x9E3779B97F4A7C15
	return uint32(key>>40) & mask
}

// follow gives the node behind one edge; 0 is none.
func (t Edges) follow(node, word uint32, stem bool, sep Sep) uint32 {
	key := edgeKey(node, word, stem, sep)
	mask := t.mask()
	for at := edgeHash(key, mask); ; at = (at + 1) & mask {
		place := t[edgeSize*at : edgeSize*at+edgeSize]
		if place[2] == 0 {
			return 0
		}
		if uint64(place[1])<<32|uint64(place[0]) == key {
			return place[2]
		}
	}
}

func (t Edges) mask() uint32 { return uint32(len(t)/edgeSize - 1) }

// NewEdges makes room for n edges, at most half full.
func NewEdges(n int) Edges {
	size := 2
	for size < 2*n {
		size *= 2
	}
	return make(Edges, edgeSize*size)
}

// Add puts in an edge that is not there yet.
func (t Edges) Add(node, word uint32, stem bool, sep Sep, to uint32) {
	key := edgeKey(node, word, stem, sep)
	mask := t.mask()
	at := edgeHash(key, mask)
	for t[edgeSize*at+2] != 0 {
		at = (at + 1) & mask
	}
	copy(t[edgeSize*at:], []uint32{uint32(key), uint32(key >> 32), to})
}
