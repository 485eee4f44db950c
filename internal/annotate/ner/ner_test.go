package ner_test

import (
	"context"
	"fmt"
	"testing"

	"sayso"
	"sayso/internal/annotate/ner"
	"sayso/internal/document"
)

func TestTry(t *testing.T) {
	_ = context.Background()
	_ = sayso.NoDay
	_ = document.LayerNames
	s, err := ner.New()
	fmt.Println(s.Name, err)
}
