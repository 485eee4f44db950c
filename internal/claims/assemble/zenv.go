package assemble

import (
	"os"
	"strconv"
)

func Envf(n string, d float64) float64 {
	if s := os.Getenv(n); s != "" {
		d, _ = strconv.ParseFloat(s, 64)
	}
	return d
}
