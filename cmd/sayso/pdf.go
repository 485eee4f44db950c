package main

import (
	"os"

	"github.com/spf13/cobra"

	"sayso/internal/ingest"
	"sayso/internal/ingest/pdf"
)

// pdfCommand is the hidden command that is the process of its own in which PDF
// files are read.
const pdfCommand = "read-pdf"

func newPDF(s streams) *cobra.Command {
	return &cobra.Command{
		Use: pdfCommand, Hidden: true, Args: cobra.NoArgs, Short: "Read a PDF file from standard input (for this program itself)",
		RunE: func(*cobra.Command, []string) error { return fail(exitFailure, pdf.Serve(s.in, s.out)) },
	}
}

// pdfReader runs this program again for each PDF file. Where it cannot find
// itself PDF files are refused.
func pdfReader() ingest.PDFReader {
	self, err := os.Executable()
	if err != nil {
		return nil
	}
	return &pdf.Reader{Command: []string{self, pdfCommand}}
}
