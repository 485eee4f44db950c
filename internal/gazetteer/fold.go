package gazetteer

import "strings"

// folds lists, for each plain spelling, the Latin letters that fold to it:
// lower case, diacritics and ligatures resolved as Unicode decomposes them.
var folds = map[string]string{
	"a":  "ÀÁÂÃÄÅàáâãäåĀāĂăĄąƏǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẚẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặə",
	"ae": "ÆæǢǣǼǽ",
	"b":  "ƁḂḃḄḅḆḇɓ",
	"c":  "ÇçĆćĈĉĊċČčḈḉ",
	"d":  "ÐðĎďĐđƊḊḋḌḍḎḏḐḑḒḓɗ",
	"dz": "ǄǅǆǱǲǳ",
	"e":  "ÈÉÊËèéêëĒēĔĕĖėĘęĚěƎƐǝȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệɛ",
	"f":  "ƑƒḞḟ",
	"g":  "ĜĝĞğĠġĢģǦǧǴǵḠḡ",
	"h":  "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ",
	"i":  "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị",
	"ij": "Ĳĳ",
	"j":  "Ĵĵǰ",
	"k":  "ĶķĸƘƙǨǩḰḱḲḳḴḵ",
	"l":  "ĹĺĻļĽľĿŀŁłḶḷḸḹḺḻḼḽ",
	"lj": "Ǉǈǉ",
	"m":  "ḾḿṀṁṂṃ",
	"n":  "ÑñŃńŅņŇňŉŊŋǸǹṄṅṆṇṈṉṊṋ",
	"nj": "Ǌǋǌ",
	"o":  "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƆƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợɔ",
	"oe": "Œœ",
	"p":  "ṔṕṖṗ",
	"r":  "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
	"s":  "ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ",
	"ss": "ßẞ",
	"t":  "ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ",
	"th": "Þþ",
	"u":  "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
	"v":  "ṼṽṾṿ",
	"w":  "ŴŵẀẁẂẃẄẅẆẇẈẉẘ",
	"x":  "ẊẋẌẍ",
	"y":  "ÝýÿŶŷŸƳƴȲȳẎẏẙỲỳỴỵỶỷỸỹ",
	"z":  "ŹźŻżŽžẐẑẒẓẔẕ",
}

const (
	foldFirst = 0xC0
	foldLast  = 0x1EFF
)

// folded maps a Latin letter beyond ASCII to its plain spelling; "" where
// there is none. It is built once from folds.
var folded = func() []string {
	t := make([]string, foldLast-foldFirst+1)
	for plain, letters := range folds {
		for _, r := range letters {
			t[r-foldFirst] = plain
		}
	}
	return t
}()

// plain returns what a rune beyond ASCII folds to and whether it is a letter
// of a Latin word at all; marks and quotes fold to nothing.
func plain(r rune) string {
	if r < foldFirst || r > foldLast {
		return ""
	}
	return folded[r-foldFirst]
}

// Fold returns the key that names are compared by: letters and digits alone,
// lower case, without diacritics, spaces, hyphens or apostrophes. "Sana'a" and
// "Ṣanʿā’" both give "sanaa". It is empty where s holds no Latin letter or digit.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if c := asciiFold(r); c != 0 {
			b.WriteByte(c)
		} else if r >= foldFirst {
			b.WriteString(plain(r))
		}
	}
	return b.String()
}

// asciiFold returns the lower-case letter or digit for an ASCII rune, else 0.
func asciiFold(r rune) byte {
	switch {
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		return byte(r)
	case 'A' <= r && r <= 'Z':
		return byte(r) + 'a' - 'A'
	}
	return 0
}

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

// hashWord continues a running FNV-1a hash over the folded letters of word, so
// that the hash of several words is that of their letters run together.
func hashWord(h uint64, word string) uint64 {
	for i := 0; i < len(word); i++ {
		if word[i] >= 0x80 {
			return hashFolded(h, Fold(word[i:]))
		}
		if c := asciiFold(rune(word[i])); c != 0 {
			h = (h ^ uint64(c)) * hashPrime
		}
	}
	return h
}

func hashFolded(h uint64, folded string) uint64 {
	for i := 0; i < len(folded); i++ {
		h = (h ^ uint64(folded[i])) * hashPrime
	}
	return h
}

// finish spreads a running hash over slot and fingerprint.
func finish(h uint64) (slot uint64, print uint32) {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	h ^= h >> 33
	print = uint32(h >> 32)
	if print == 0 {
		print = 1
	}
	return h & 0xffffffff, print
}
