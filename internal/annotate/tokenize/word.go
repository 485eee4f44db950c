package tokenize

// word cuts the word or number at i and returns where it ends. Clitics at its
// end are emitted as tokens of their own.
func (s *scanner) word(i, end int) int {
	t := s.text
	k := i
	for k < end {
		k = runOfWord(t, k, end)
		if k >= end {
			break
		}
		if t[k] == '$' && isUpper(t[i]) && k-i <= 3 { // US$
			k++
			break
		}
		to := s.connect(i, k, end)
		if to == k {
			break
		}
		k = to
	}
	s.split(i, k)
	return k
}

// runOfWord returns where the letters, digits and low lines at k end.
func runOfWord(t string, k, end int) int {
	for k < end {
		if c := t[k]; c < 128 {
			if ascii[c] != letter && ascii[c] != digit && !(c == '_' && k+1 < end && t[k+1] != '_') {
				return k
			}
			k++
			continue
		}
		r, n := runeAt(t, k)
		if c := classOf(r); c != letter && c != digit {
			return k
		}
		k += n
	}
	return k
}

// connect decides whether the word t[i:k] goes on over the mark at k: it
// returns where the mark ends if so, else k.
func (s *scanner) connect(i, k, end int) int {
	t := s.text
	r, n := runeAt(t, k)
	next := byte(0)
	if k+n < end {
		next = t[k+n]
	}
	before := byte(0) // nothing stands before a number that starts with its point
	if k > i {
		before = t[k-1]
	}
	numeric := isDigit(before) && isDigit(next)
	switch {
	case r == '.':
		return s.dot(i, k, end)
	case r == ',':
		if numeric && digits(t, k+1, end) == 3 {
			return k + 1
		}
	case r == ':', r == '/':
		if numeric || r == '/' && k-i == 1 && before|0x20 == 'w' {
			return k + 1
		}
	case r == '&':
		if isUpper(before) && isUpper(next) {
			return k + 1
		}
	case r == '-':
		if numeric && phone(t, i, k, end) || next != 0 && isAlpha(next) && isPrefix(t[i:k]) {
			return k + 1
		}
	case isApostrophe(r):
		if joins(t, i, k, n, end) {
			return k + n
		}
	}
	return k
}

// joins reports whether the apostrophe at k is part of the name or word around
// it (O'Brien, Qa'ida, o'clock) and starts no clitic.
func joins(t string, i, k, n, end int) bool {
	if k == i || k+n >= end || clitic(t, k, end) > 0 {
		return false
	}
	r, _ := runeAt(t, k+n)
	b, _ := runeBefore(t, k)
	if classOf(r) != letter || classOf(b) != letter {
		return false
	}
	return true
}

// dot decides about the full stop at k after t[i:k].
func (s *scanner) dot(i, k, end int) int {
	t := s.text
	if k+1 < end && t[k+1] == '.' {
		return k
	}
	if k == i {
		return k + 1 // .5
	}
	if k+1 < end && (isDigit(t[k-1]) && isDigit(t[k+1])) {
		return k + 1
	}
	if k+1 < end && isAlpha(t[k+1]) {
		if acronym(t, i, k) && (k+2 >= end || !isAlpha(t[k+2])) || isDomain(t, k+1, end) || isDegree(t[i:k]) {
			return k + 1
		}
	}
	if s.lastPart(k) && isAbbreviation(t[i:k], k+2 < len(t) && t[k+1] == ' ' && isDigit(t[k+2])) || acronym(t, i, k) && (isUpper(t[i]) && (k == i+1) || k > i+2) {
		return k + 1
	}
	return k
}

// lastPart reports whether no letter follows the full stop at k.
func (s *scanner) lastPart(k int) bool {
	return k+1 >= len(s.text) || !isAlpha(s.text[k+1])
}

// acronym reports whether t[i:k] is single letters with full stops between
// them: U, U.S, p.m.
func acronym(t string, i, k int) bool {
	if (k-i)%2 == 0 || k-i > 15 || i > 0 && t[i-1] == '\'' {
		return false
	}
	for j := i; j < k; j++ {
		if odd := (j-i)%2 == 1; odd && t[j] != '.' || !odd && !isAlpha(t[j]) {
			return false
		}
	}
	return true
}

// digits counts the digits at k.
func digits(t string, k, end int) int {
	n := 0
	for k+n < end && isDigit(t[k+n]) {
		n++
	}
	return n
}

// phone reports whether the hyphen at k stands in a telephone number: three
// digits before it and three or four after.
func phone(t string, i, k, end int) bool {
	j := k
	for j > i && isDigit(t[j-1]) {
		j--
	}
	n := digits(t, k+1, end)
	return k-j == 3 && (n == 3 || n == 4) && (k+1+n >= end || t[k+1+n] != '-' || n == 3)
}

func wordEnds(t string, k, end int) bool {
	if k >= end {
		return true
	}
	r, _ := runeAt(t, k)
	c := classOf(r)
	return c != letter && c != digit
}

// clitic returns the length of the clitic that starts with the apostrophe at k
// ('s, 're, 'll …) and ends its word, or 0.
func clitic(t string, k, end int) int {
	r, n := runeAt(t, k)
	if !isApostrophe(r) || k+n >= end {
		return 0
	}
	a := t[k+n] | 0x20
	switch {
	case (a == 's' || a == 'm' || a == 'd') && wordEnds(t, k+n+1, end):
		return n + 1
	case k+n+1 < end && wordEnds(t, k+n+2, end):
		b := t[k+n+1] | 0x20
		if a == 'r' && b == 'e' || a == 'v' && b == 'e' || a == 'l' && b == 'l' || a == 'e' && b == 'm' {
			return n + 2
		}
	}
	return 0
}

// split emits the word text[i:k], cut where UD English cuts inside a word:
// can|not, do|n't, do|nt, 5|pm, gon|na.
func (s *scanner) split(i, k int) {
	t := s.text
	if cut := contraction(t, i, k); cut > 0 {
		s.emit(i, i+cut)
		s.emit(i+cut, k)
		return
	}
	if isDigit(t[i]) {
		if cut := unit(t[i:k]); cut > 0 {
			s.emit(i, i+cut)
			s.emit(i+cut, k)
			return
		}
	}
	s.emit(i, k)
}
