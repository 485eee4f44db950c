// Command where trains the model that says at which place a happening was, on
// event-location.
//
//	go run ./train/where --data ../shared/data/event-location --out data/models/where/en-2026-11-24
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"sayso/internal/claims/event/where"
	"sayso/internal/eval"
	"sayso/internal/eval/locations"
	"sayso/internal/model"
	"sayso/internal/model/hashlin"
)

func main() {
	data := flag.String("data", "../shared/data/event-location", "folder of the corpus")
	out := flag.String("out", "data/models/where/en-2026-11-24", "where the model goes")
	flag.Parse()
	if err := run(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "where:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	read, err := locations.Prepare(context.Background(), eval.Options{Data: data, Split: "dev"})
	if err != nil {
		return err
	}
	g := locations.Train(read, func(*locations.Read) bool { return true })
	fmt.Printf("%d rows, %d weights\n", len(read), g.Len())
	return model.Save(out, where.Task, hashlin.New(map[string]*hashlin.Group{where.Task: g}).Payload())
}
