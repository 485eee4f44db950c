package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release is the number of the version, raised with the changelog.
const release = "0.1.0"

// version is the release, with the revision it was built from where known.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "sayso " + release
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "sayso " + release + " (" + s.Value[:12] + ")"
		}
	}
	return "sayso " + release
}

func newVersion(s streams) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Example: "  sayso version", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(s.out, version())
			return fail(exitFailure, err)
		},
	}
}
