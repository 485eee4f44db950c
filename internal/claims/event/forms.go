package event

import (
	"io/fs"
	"strings"

	"sayso/internal/lexicon/table"
)

// readForms adds the irregular forms of a table and the regular ones of every
// trigger and class member, so that a word whose lemma was missed is found.
func (l *tables) readForms(layers ...fs.FS) error {
	l.base = map[string]string{}
	rows, err := table.Read("events/forms.tsv", 2, layers...)
	if err != nil {
		return err
	}
	for _, r := range rows {
		l.base[r.Cells[0]] = r.Cells[1]
	}
	for k := range l.senses {
		l.addForms(k.lemma)
	}
	for w := range l.members {
		if strings.IndexByte(w, '-') < 0 {
			l.addForms(w)
		}
	}
	return nil
}

// addForms notes the regular forms of a word; a form that is a word of the
// tables itself, or has a base that sorts before, is left alone.
func (l *tables) addForms(w string) {
	if len(w) < 3 {
		return
	}
	stem := w
	switch last := w[len(w)-1]; {
	case last == 'e':
		stem = w[:len(w)-1]
	case last == 'y' && !vowel(w[len(w)-2]):
		l.addForm(w[:len(w)-1]+"ies", w)
		l.addForm(w[:len(w)-1]+"ied", w)
	case !vowel(last) && vowel(w[len(w)-2]) && !vowel(w[len(w)-3]) && last != 'w' && last != 'x':
		l.addForm(w+string(last)+"ed", w)
		l.addForm(w+string(last)+"ing", w)
	}
	for _, end := range []string{"ed", "ing"} {
		l.addForm(stem+end, w)
	}
	l.addForm(w+"s", w)
	l.addForm(w+"es", w)
}

func (l *tables) addForm(form, w string) {
	if old, ok := l.base[form]; !ok || w < old && !l.irregular(form) {
		l.base[form] = w
	}
}

// irregular reports whether a form cannot come from its base by rule.
func (l *tables) irregular(form string) bool {
	b := l.base[form]
	return len(b) > 2 && !strings.HasPrefix(form, b[:len(b)-1])
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// members gives the classes of a lemma, failing it of the word as written,
// failing it of its base.
func (l *tables) classesOf(lemma, word string) mask {
	m := l.members[lemma]
	if word != lemma {
		m.join(l.members[word])
	}
	if m.empty() {
		m = l.members[l.base[word]]
	}
	return m
}

// sensesOf gives the senses of a lemma, failing it of the word as written,
// failing it of its base.
func (l *tables) sensesOf(lemma, word string, pos byte) []sense {
	for _, w := range [...]string{lemma, word, l.base[word]} {
		if s := l.senses[key{w, pos}]; s != nil {
			return s
		}
	}
	return nil
}
