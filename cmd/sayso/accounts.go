package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"sayso/internal/publish/people"
	"sayso/internal/store"
)

func newAccounts(s streams) *cobra.Command {
	var f storeFlags
	c := &cobra.Command{
		Use: "accounts", Short: "List, make and change the accounts of the desk",
		Long: `Lists the accounts of the desk. The first account is an admin's; with it the desk asks everybody to sign in.
Roles, each of which may do what those before it may: reader, coder (adds articles, codes blind, comments), reviewer
(decides), admin (accounts, settings).`,
		Example: "  sayso accounts\n  sayso accounts set ann --role admin\n  sayso accounts drop ann", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return f.with(c.Context(), true, func(st keeper) error {
				list, err := accountsOf(st).Accounts(c.Context())
				if err != nil {
					return fail(exitStore, err)
				}
				t := tabwriter.NewWriter(s.out, 0, 8, 2, ' ', 0)
				fmt.Fprintln(t, "name\trole\tlocked\tsigns in by\tmade")
				for _, a := range list {
					fmt.Fprintf(t, "%s\t%s\t%v\t%s\t%s\n", a.Name, a.Role, a.Locked, a.Ways(), a.Created)
				}
				return fail(exitFailure, t.Flush())
			})
		},
	}
	f.add(c, false)
	c.AddCommand(newAccountsSet(s), newAccountsDrop(s))
	return c
}

func newAccountsSet(s streams) *cobra.Command {
	var f storeFlags
	var role string
	var locked, noPassword bool
	c := &cobra.Command{
		Use: "set NAME", Short: "Make an account or change it; the password is read from the terminal or standard input",
		Long: `Makes an account or changes it. The password is asked for on a terminal, or is the first line of standard input;
with --no-password it stays as it is, which is right for changing a role and for people who sign in through an
identity provider (name the account after their address).`,
		Example: "  sayso accounts set ann --role admin\n  sayso accounts set bob@org.example --role coder --no-password", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			change := people.Change{}
			if role != "" {
				r, err := people.ParseRole(role)
				if err != nil {
					return fail(exitUsage, err)
				}
				change.Role = &r
			}
			if c.Flags().Changed("locked") {
				change.Locked = &locked
			}
			if !noPassword {
				p, err := askPassword(s)
				if err != nil {
					return fail(exitUsage, err)
				}
				change.Password = &p
			}
			return f.with(c.Context(), false, func(st keeper) error {
				a, err := accountsOf(st).SetAccount(c.Context(), f.act(s.now()).By, args[0], change)
				if err != nil {
					return accountFault(err)
				}
				_, err = fmt.Fprintf(s.out, "%s is %s\n", a.Name, a.Role)
				return fail(exitFailure, err)
			})
		},
	}
	f.add(c, true)
	c.Flags().StringVar(&role, "role", "", "reader, coder, reviewer or admin")
	c.Flags().BoolVar(&locked, "locked", false, "whether signing in is refused for now")
	c.Flags().BoolVar(&noPassword, "no-password", false, "leave the password as it is")
	return c
}

func newAccountsDrop(s streams) *cobra.Command {
	var f storeFlags
	c := &cobra.Command{
		Use: "drop NAME", Short: "Remove an account with its sessions and tokens", Example: "  sayso accounts drop bob", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return f.with(c.Context(), false, func(st keeper) error {
				if err := accountsOf(st).DropAccount(c.Context(), f.act(s.now()).By, args[0]); err != nil {
					return accountFault(err)
				}
				_, err := fmt.Fprintf(s.out, "%s is gone\n", args[0])
				return fail(exitFailure, err)
			})
		},
	}
	f.add(c, true)
	return c
}

// accountsOf is a desk for its accounts alone.
func accountsOf(st store.Store) *people.Desk {
	d, err := people.New(people.Options{Store: st, Table: people.NewTable(), Loopback: true})
	if err != nil {
		panic(err) // it has store and table
	}
	return d
}

func accountFault(err error) error {
	for _, e := range []error{people.ErrName, people.ErrPassword, people.ErrLastAdmin, people.ErrRole, store.ErrNotFound} {
		if errors.Is(err, e) {
			return fail(exitUsage, err)
		}
	}
	return fail(exitStore, err)
}

// askPassword reads a password: unseen and twice on a terminal.
func askPassword(s streams) (string, error) {
	f, ok := s.in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		line, err := bufio.NewReader(s.in).ReadString('\n')
		if line = strings.TrimRight(line, "\r\n"); line == "" && (err == nil || errors.Is(err, io.EOF)) {
			return "", errors.New("standard input holds no password; with --no-password none is read")
		}
		if errors.Is(err, io.EOF) {
			err = nil
		}
		return line, err
	}
	var twice [2]string
	for i, ask := range []string{"password: ", "again: "} {
		fmt.Fprint(s.err, ask)
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(s.err)
		if err != nil {
			return "", err
		}
		twice[i] = string(b)
	}
	if twice[0] != twice[1] {
		return "", errors.New("the two are not the same")
	}
	return twice[0], nil
}
