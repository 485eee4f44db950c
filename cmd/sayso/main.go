// Command sayso reads conflict news and says what happened, where, when, to
// whom, how many, and on whose word.
//
// A file a subcommand; [exitCodes] lists what the program exits with. Output
// meant for machines goes to standard output, everything else to standard
// error.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

func main() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// streams are where the program reads and writes, and what it takes for the time.
type streams struct {
	in       io.Reader
	out, err io.Writer
	clock    func() time.Time // nil: the machine's
}

func (s streams) now() time.Time {
	if s.clock != nil {
		return s.clock()
	}
	return time.Now()
}

// Main runs the program on its arguments and returns its exit code.
func Main(args []string, in io.Reader, out, errs io.Writer) int {
	return execute(args, streams{in: in, out: out, err: errs})
}

// execute is [Main] with a clock of its own.
func execute(args []string, s streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	var e *exitError
	failed := errors.As(err, &e)
	switch ended := errors.Is(err, errEnded); {
	case ended && !failed, err == nil && ctx.Err() == nil:
		return exitOK
	case ctx.Err() != nil && !ended:
		fmt.Fprintln(s.err, "sayso: interrupted")
		return exitInterrupted
	}
	if !failed {
		e = &exitError{exitUsage, err}
	}
	if e.err != nil {
		fmt.Fprintln(s.err, "sayso: "+e.err.Error())
	}
	return e.code
}

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "sayso",
		Short: "What happened, where, when, to whom, how many, and on whose say-so",
		Long: `sayso reads conflict news and writes what happened, where, when, to whom, how many,
and on whose word: every field carries the words it rests on and the chain of people
and outlets who vouch for them. It works offline; only addresses that you name are fetched.`,
		Example:       "  sayso demo\n  sayso code article.txt --published 2017-02-09\n  sayso code news/ --format csv > incidents.csv",
		SilenceErrors: true, SilenceUsage: true,
		Version: version(),
	}
	root.SetVersionTemplate("{{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = false
	root.PersistentPreRunE = func(c *cobra.Command, _ []string) error { return fromEnvironment(c) }
	root.AddCommand(newCode(s), newAdd(s), newWatch(s), newServe(s), newStorybook(s), newAccounts(s), newFailures(s), newExport(s), newImport(s), newDiff(s), newVerify(s), newBackup(s), newTakeDown(s), newDemo(s), newInspect(s), newExplain(s), newStages(s), newDoctor(s), newConfig(s), newEval(s), newVersion(s), newMan(s), newPDF(s))
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return &exitError{exitUsage, fmt.Errorf("%w (see '%s --help')", err, c.CommandPath())}
	})
	return root
}
