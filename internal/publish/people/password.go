package people

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// Cost of a password: the second recommendation of RFC 9106, with one lane.
const (
	passes    = 3
	kibibytes = 64 << 10
	lanes     = 1
	length    = 32
)

// hashing bounds how many passwords are worked on at once, for their memory.
var hashing = make(chan struct{}, 2)

// ErrPassword is returned for a password that is too short or too long.
var ErrPassword = errors.New("a password has 10 to 200 signs")

func checkPassword(password string) error {
	if n := utf8.RuneCountInString(password); n < 10 || n > 200 {
		return ErrPassword
	}
	return nil
}

// hashPassword is what is kept of a password, in the usual form:
// "$argon2id$v=19$m=65536,t=3,p=1$salt$hash".
func hashPassword(ctx context.Context, password string) (string, error) {
	salt := make([]byte, 16)
	rand.Read(salt)
	sum, err := derive(ctx, password, salt, cost{passes, kibibytes, lanes})
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, kibibytes, passes, lanes, b.EncodeToString(salt), b.EncodeToString(sum)), err
}

type cost struct {
	passes, memory uint32
	lanes          uint8
}

func derive(ctx context.Context, password string, salt []byte, c cost) ([]byte, error) {
	select {
	case hashing <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-hashing }()
	return argon2.IDKey([]byte(password), salt, c.passes, c.memory, c.lanes, length), nil
}

// nobodys is a hash that no password has: who tries a name that is not there
// waits as long as who tries one that is.
const nobodys = "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

// matches reports whether a password is the one of a hash.
func matches(ctx context.Context, password, hash string) (bool, error) {
	var c cost
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false, nil
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.memory, &c.passes, &c.lanes); err != nil || c.passes == 0 || c.lanes == 0 {
		return false, nil
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	want, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil || err2 != nil {
		return false, nil
	}
	got, err := derive(ctx, password, salt, c)
	return err == nil && subtle.ConstantTimeCompare(got, want) == 1, err
}

// secret makes 256 random bits, as they are handed out and as they are kept.
func secret(prefix string) (out, kept string) {
	b := make([]byte, 32)
	rand.Read(b)
	out = prefix + base64.RawURLEncoding.EncodeToString(b)
	return out, keep(out)
}

// keep is what is kept of a secret.
func keep(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// NewPassword makes a password that is easy to read out: 80 random bits in four
// groups.
func NewPassword() string {
	s := strings.ToLower(rand.Text())
	return s[:4] + "-" + s[4:8] + "-" + s[8:12] + "-" + s[12:16]
}
