package kern

import "slices"

// Conv reads rows in their neighbourhood: an input layer, then blocks of which
// each adds to a row what a layer makes of it and of the two rows that are its
// dilation away (dilated convolutions with residuals: Strubell et al. 2017).
type Conv struct {
	Dilations []int
	Input     Dense
	Blocks    []Dense // a layer of three times its outputs for each dilation
}

// ConvBuffers are the scratch of [Conv.Apply].
type ConvBuffers struct{ gathered, z Matrix }

// Apply fills h with what the network makes of the rows of x.
func (c *Conv) Apply(h, x *Matrix, b *ConvBuffers) {
	c.Input.Apply(h, x, true)
	for k, d := range c.Dilations {
		gather(&b.gathered, h, d)
		c.Blocks[k].Apply(&b.z, &b.gathered, true)
		h.Add(&b.z)
	}
}

// gather puts each row between those d before and d after it.
func gather(dst, h *Matrix, d int) {
	dst.Resize(h.Rows, 3*h.Cols)
	for i := range h.Rows {
		row := dst.Row(i)
		for k, j := range [...]int{i - d, i, i + d} {
			part := row[k*h.Cols : (k+1)*h.Cols]
			if j < 0 || j >= h.Rows {
				clear(part)
				continue
			}
			copy(part, h.Row(j))
		}
	}
}

// Append appends the network in the form that [ReadConv] reads.
func (c *Conv) Append(dst []byte) []byte {
	dst = AppendDense(dst, &c.Input)
	for i := range c.Blocks {
		dst = AppendDense(dst, &c.Blocks[i])
	}
	return dst
}

// ReadConv reads a network of known dilations and numbers of inputs and outputs
// from the start of b and returns what follows it.
func ReadConv(b []byte, dilations []int, inputs, outputs int) (Conv, []byte, error) {
	c := Conv{Dilations: slices.Clone(dilations), Blocks: make([]Dense, len(dilations))}
	var err error
	if c.Input, b, err = ReadDense(b, outputs, inputs); err != nil {
		return c, nil, err
	}
	for i := range c.Blocks {
		if c.Blocks[i], b, err = ReadDense(b, outputs, 3*outputs); err != nil {
			return c, nil, err
		}
	}
	return c, b, nil
}
