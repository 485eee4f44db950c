package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// unit is the systemd unit of the Debian package. The store is in /var/lib/sayso,
// the only place that the service can write to. Another address or a store of
// PostgreSQL is a matter of `systemctl edit sayso`.
const unit = `[Unit]
Description=sayso: the desk and its API
After=network.target

[Service]
ExecStart=/usr/bin/sayso serve --store /var/lib/sayso/sayso.db
DynamicUser=yes
StateDirectory=sayso
WorkingDirectory=/var/lib/sayso
Restart=on-failure
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
CapabilityBoundingSet=
UMask=0077
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX

[Install]
WantedBy=multi-user.target
`

// packaged is a file in a package.
type packaged struct {
	name string
	mode int64
	data []byte
}

// debian writes a .deb: an ar archive of a version and two tars.
func debian(arch, version string) error {
	bin, err := os.ReadFile(fileOf("linux/" + arch))
	if err != nil {
		return err
	}
	licences, err := os.ReadFile(filepath.Join(dist, "LICENCES.txt"))
	if err != nil {
		return err
	}
	files := []packaged{{"usr/bin/sayso", 0o755, bin}, {"usr/lib/systemd/system/sayso.service", 0o644, []byte(unit)},
		{"usr/share/doc/sayso/copyright", 0o644, licences}}
	for _, c := range [][2]string{{"bash", "usr/share/bash-completion/completions/sayso"}, {"zsh", "usr/share/zsh/vendor-completions/_sayso"}, {"fish", "usr/share/fish/vendor_completions.d/sayso.fish"}} {
		b, err := os.ReadFile(filepath.Join(dist, "completions", "sayso."+c[0]))
		if err != nil {
			return err
		}
		files = append(files, packaged{c[1], 0o644, b})
	}
	err = filepath.WalkDir(filepath.Join(dist, "man"), func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		files = append(files, packaged{"usr/share/man/man1/" + d.Name(), 0o644, b})
		return err
	})
	if err != nil {
		return err
	}
	data, err := tarred(files)
	if err != nil {
		return err
	}
	meta, err := tarred(append([]packaged{{"control", 0o644, []byte(control(arch, version, files))}}, scripts...))
	if err != nil {
		return err
	}
	deb := ar([]packaged{{"debian-binary", 0o644, []byte("2.0\n")}, {"control.tar.gz", 0o644, meta}, {"data.tar.gz", 0o644, data}})
	return os.WriteFile(filepath.Join(dist, "sayso_"+version+"_"+arch+".deb"), deb, 0o644)
}

// control is the package's description.
func control(arch, version string, files []packaged) string {
	size := 0
	for _, f := range files {
		size += len(f.data)
	}
	return fmt.Sprintf("Package: sayso\nVersion: %s\nArchitecture: %s\nMaintainer: The sayso developers <sayso@sayso.example>\nInstalled-Size: %d\nSection: science\nPriority: optional\n"+
		"Description: what conflict news says happened, and on whose word\n Reads conflict news and keeps a record of incidents in which every field carries\n the words it rests on and the chain of people and outlets who vouch for them.\n", version, arch, size/1024)
}

// scripts run when the package comes and goes. The service is neither enabled nor
// started: whoever installs the program may want it by hand alone. A removal
// stops it; the store in /var/lib/sayso is people's work and stays, also when
// the package is purged.
var scripts = []packaged{
	{"postinst", 0o755, []byte("#!/bin/sh\nset -e\nif [ -d /run/systemd/system ]; then systemctl daemon-reload; fi\n")},
	{"prerm", 0o755, []byte("#!/bin/sh\nset -e\nif [ \"$1\" = remove ] && [ -d /run/systemd/system ]; then systemctl disable --now sayso.service; fi\n")},
	{"postrm", 0o755, []byte("#!/bin/sh\nset -e\nif [ -d /run/systemd/system ]; then systemctl daemon-reload; fi\n")},
}

// tarred is a gzipped tar of files and the folders that they are in.
func tarred(files []packaged) ([]byte, error) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	t := tar.NewWriter(z)
	seen := map[string]bool{}
	for _, f := range files {
		for i, c := range f.name {
			if dir := f.name[:i]; c == '/' && !seen[dir] {
				seen[dir] = true
				if err := t.WriteHeader(&tar.Header{Typeflag: tar.TypeDir, Name: "./" + dir + "/", Mode: 0o755, ModTime: time.Unix(0, 0), Uname: "root", Gname: "root", Format: tar.FormatGNU}); err != nil {
					return nil, err
				}
			}
		}
		h := &tar.Header{Typeflag: tar.TypeReg, Name: "./" + f.name, Mode: f.mode, Size: int64(len(f.data)), ModTime: time.Unix(0, 0), Uname: "root", Gname: "root", Format: tar.FormatGNU}
		if err := t.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := t.Write(f.data); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// ar is an archive in the common format of ar.
func ar(files []packaged) []byte {
	var b strings.Builder
	b.WriteString("!<arch>\n")
	for _, f := range files {
		fmt.Fprintf(&b, "%-16s%-12d%-6d%-6d%-8o%-10d`\n", f.name, 0, 0, 0, 0o100000|f.mode, len(f.data))
		b.Write(f.data)
		if len(f.data)%2 == 1 {
			b.WriteByte('\n')
		}
	}
	return []byte(b.String())
}
