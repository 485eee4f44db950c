package memory_test

import (
	"testing"

	"sayso/internal/store"
	"sayso/internal/store/memory"
	"sayso/internal/store/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(testing.TB) store.Store { return memory.New() })
}
