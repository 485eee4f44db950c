package model

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// Save writes model.bin and manifest.json into the folder dir, whose name is
// <lang>-<date>.
func Save(dir, task string, payload []byte) error {
	file, err := Pack(payload)
	if err != nil {
		return err
	}
	lang, date, _ := strings.Cut(filepath.Base(dir), "-")
	sum := sha256.Sum256(file)
	m := Manifest{Task: task, Language: lang, Date: date, Format: Format, SHA256: hex.EncodeToString(sum[:]), Bytes: len(file)}
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "manifest.json"), append(b, '\n'), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "model.bin"), file, 0o644)
}
