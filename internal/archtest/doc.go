// Package archtest holds the tests of the code itself: which package may
// import which, how long files and functions may be, what must be documented,
// and which modules the program may depend on. Exceptions stand in
// exceptions.go, each with its reason.
package archtest
