package tag

import (
	"encoding/binary"
	"unsafe"
)

// The tables are a part of the program, two or three megabytes that the
// operating system reads as they are used. Reading numbers where they lie,
// rather than copying them out, keeps what nobody asks for from ever being
// read, and makes opening the tables a matter of microseconds.

// numbers gives bytes, little-endian, as numbers. They share memory, and must
// not be changed, where this computer has the same order of bytes and b lies
// as such numbers must; otherwise the numbers are a copy.
func numbers[N uint32 | uint64](b []byte) []N {
	var one N
	size := int(unsafe.Sizeof(one))
	n := len(b) / size
	if n == 0 {
		return nil
	}
	first := unsafe.Pointer(unsafe.SliceData(b))
	if littleEndian() && uintptr(first)%unsafe.Alignof(one) == 0 {
		return unsafe.Slice((*N)(first), n)
	}
	out := make([]N, n)
	for i := range out {
		for k := size - 1; k >= 0; k-- {
			out[i] = out[i]<<8 | N(b[size*i+k])
		}
	}
	return out
}

// text gives bytes as a string that shares their memory.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func littleEndian() bool { return binary.NativeEndian.Uint16([]byte{1, 0}) == 1 }
