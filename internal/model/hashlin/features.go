package hashlin

// Bag collects the feature keys of one instance; its memory is reused.
type Bag struct{ Keys []uint32 }

// Reset empties the bag.
func (b *Bag) Reset() { b.Keys = b.Keys[:0] }

// Add adds the feature of a template with up to a few values.
func (b *Bag) Add(template uint32, values ...uint32) {
	b.Keys = append(b.Keys, Key(template, values...))
}

// Key mixes a template and its values to a feature key, never 0.
func Key(template uint32, values ...uint32) uint32 {
	h := template*0x9E3779B1 ^ 0x7F4A7C15
	for _, v := range values {
		h = mix(h ^ v*0x85EBCA6B)
		h += 0x6D2B79F5
	}
	h = mix(h)
	if h == 0 {
		return 1
	}
	return h
}

// mix is the finaliser of MurmurHash3.
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85EBCA6B
	h ^= h >> 13
	h *= 0xC2B2AE35
	return h ^ h>>16
}
