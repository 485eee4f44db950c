package sayso

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wording tells incidents of a type in the past tense. %a is who did it, %t
// whom or what it befell, and {was} agrees with what stands before it.
type wording struct{ both, agent, target, none string }

var wordings = map[string]wording{
	"armed-clash":     {"%a fought %t", "%a fought", "%t {was} drawn into fighting", "fighting took place"},
	"shelling":        {"%a shelled %t", "%a fired rockets or shells", "%t came under rocket or artillery fire", "rockets or shells were fired"},
	"air-strike":      {"%a struck %t from the air", "%a carried out an air strike", "%t {was} struck from the air", "an air strike took place"},
	"bombing":         {"%a bombed %t", "%a set off a bomb", "a bomb struck %t", "a bomb went off"},
	"attack":          {"%a attacked %t", "%a carried out an attack", "%t {was} attacked", "an attack took place"},
	"abduction":       {"%a abducted %t", "%a abducted people", "%t {was} abducted", "people were abducted"},
	"sexual-violence": {"%a committed sexual violence against %t", "%a committed sexual violence", "%t suffered sexual violence", "sexual violence was committed"},
	"property-attack": {"%a damaged or looted %t", "%a damaged or looted property", "%t {was} damaged or looted", "property was damaged or looted"},
	"protest":         {"%a protested against %t", "%a protested", "people protested against %t", "people protested"},
	"riot":            {"%a rioted against %t", "%a rioted", "people rioted against %t", "a riot took place"},
	"crackdown":       {"%a used force against %t", "%a used force", "security forces used force against %t", "security forces used force"},
	"arrest":          {"%a arrested %t", "%a made arrests", "%t {was} arrested", "arrests were made"},
	"release":         {"%a released %t", "%a released people", "%t {was} released", "people were released"},
	"defection":       {"%a left %t and changed sides", "%a changed sides", "people left %t and changed sides", "people changed sides"},
	"takeover":        {"%a took %t", "%a took control", "%t {was} taken", "control changed hands"},
	"agreement":       {"%a reached an agreement with %t", "%a reached an agreement", "an agreement was reached with %t", "an agreement was reached"},
	"troop-movement":  {"%a moved forces with regard to %t", "%a moved forces", "%t {was} moved or met by forces", "forces moved"},
	"threat":          {"%a threatened %t", "%a made a threat", "%t {was} threatened", "a threat was made"},
	"sanction":        {"%a imposed measures on %t", "%a imposed measures", "measures were imposed on %t", "measures were imposed"},
}

// Sentence tells an incident in one plain sentence, as a data coder would write
// it: who did what to whom, where, when and with what outcome. It says no more
// than the fields do; a type of the user's own is told by its name.
//
//	On 2 January 2019 a bomb struck a market in Jolo; at least 20 killed.
func (in *Incident) Sentence() string {
	w, ok := wordings[in.Type]
	if !ok {
		kind := strings.ReplaceAll(in.Type, "-", " ")
		w = wording{"%a: " + kind + " against %t", "%a: " + kind, kind + " against %t", kind}
	}
	w = in.reworded(w)
	agent, target := in.named(RoleAgent), in.named(RoleTarget)
	if agent.text == "" {
		agent = in.named(RoleParty)
	}
	var b strings.Builder
	if in.When != nil {
		b.WriteString(in.When.phrase())
	}
	b.WriteString(w.of(agent, target))
	if p := in.Where; p != nil && p.Name != "" && p.Name != agent.text && p.Name != target.text {
		b.WriteString(" " + p.phrase())
	}
	if p := in.From; p != nil && p.Name != "" {
		b.WriteString(", from " + p.article() + p.Name)
	}
	if c := in.outcome(); c != "" {
		b.WriteString("; " + c)
	}
	if in.Status != StatusOccurred && in.Status != "" {
		b.WriteString(" (" + string(in.Status) + ")")
	}
	return capital(strings.Join(strings.Fields(b.String()), " ")) + "."
}

func (w *wording) of(agent, target party) string {
	form, who := w.none, party{}
	switch {
	case agent.text != "" && target.text != "":
		form, who = w.both, target
	case agent.text != "":
		form, who = w.agent, agent
	case target.text != "":
		form, who = w.target, target
	}
	was := "was"
	if who.plural {
		was = "were"
	}
	return strings.NewReplacer("%a", agent.text, "%t", target.text, "{was}", was).Replace(form)
}

// party is somebody as the sentence names them.
type party struct {
	text   string
	plural bool
}

// most is the number of names that a sentence gives of one part.
const most = 3

// named joins the names of a part; a name inside another one is not repeated.
func (in *Incident) named(role Role) party {
	var names []string
	for i := range in.Actors {
		if a := &in.Actors[i]; a.Role == role && a.Name != "" && !in.repeats(i) && !in.spokenAgainst(a) && !in.onlyPresent(a) {
			names = append(names, a.Name)
		}
	}
	switch n := len(names); {
	case n == 0:
		return party{}
	case n == 1:
		return party{determined(names[0]), several(names[0])}
	case n > most:
		names = append(names[:most-1:most-1], "others")
	}
	for i := range names {
		names[i] = determined(names[i])
	}
	last := len(names) - 1
	return party{strings.Join(names[:last], ", ") + " and " + names[last], true}
}

// spokenAgainst reports whether an agent is named only by claims that speak
// against who is held to have done it, as rivals did not do it together, or by
// claims that deny it of what has happened.
func (in *Incident) spokenAgainst(a *Actor) bool {
	if a.Role != RoleAgent {
		return false
	}
	for i := range in.Fields {
		f := &in.Fields[i]
		if f.Name == AboutAgent && f.Value == a.Name && len(f.For) == 0 && len(f.Against) > 0 && in.Status != StatusDenied {
			return true
		}
		if f.Name == AboutAgent && f.Value != a.Name && in.values(f.Against, a.Name) && !in.values(f.For, a.Name) {
			return true
		}
	}
	return false
}

// values reports whether one of the claims with these numbers gives a value.
func (in *Incident) values(claims []int, value string) bool {
	for i := range in.Claims {
		for _, n := range claims {
			if in.Claims[i].N == n && in.Claims[i].Value == value {
				return true
			}
		}
	}
	return false
}

// repeats reports whether an actor's name is that of another in the same part
// or stands inside one.
func (in *Incident) repeats(i int) bool {
	name := strings.ToLower(in.Actors[i].Name)
	for k := range in.Actors {
		o := strings.ToLower(in.Actors[k].Name)
		if k != i && in.Actors[k].Role == in.Actors[i].Role && (len(o) > len(name) && strings.Contains(o, name) || o == name && k < i) {
			return true
		}
	}
	return false
}

// crowds are nouns without a plural ending that stand for several.
var crowds = words("police people men women children youth militia cattle personnel crew troops forces others dozens hundreds thousands")

// known are nouns that take "the" where nothing else stands before them.
var known = words("government military army navy opposition regime state authorities parliament junta police")

// bare are words that need no article before them.
var bare = words("a an the one two three four five six seven eight nine ten some several many other others another both all no his her its their our " +
	"dozens hundreds thousands scores about around nearly almost over more at up between")

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// several reports whether a verb after a name stands in the plural.
func several(name string) bool {
	f := strings.Fields(strings.ToLower(name))
	for i, w := range f { // "members of the group" is told by its first noun
		if w == "of" || w == "in" || w == "from" || w == "with" {
			f = f[:i]
			break
		}
	}
	if len(f) == 0 {
		return false
	}
	last := f[len(f)-1]
	if crowds[last] || strings.HasSuffix(last, "men") { // gunmen, policewomen
		return true
	}
	return lower(name) && strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && !strings.HasSuffix(last, "us")
}

// lower reports whether a name begins in lower case: a description, not a name.
func lower(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsLower(r)
}

// determined puts "a" or "the" before a description that has no article:
// "police officer" is "a police officer", "government" is "the government".
func determined(name string) string {
	f := strings.Fields(name)
	if len(f) == 1 && (crowds[strings.ToLower(name)] || known[strings.ToLower(name)]) {
		name = strings.ToLower(name) // "Police" at the head of a sentence
		f = []string{name}
	}
	if len(f) == 0 || !lower(name) || bare[f[0]] || strings.HasSuffix(f[0], "'s") || strings.HasSuffix(f[0], "’s") {
		return name
	}
	switch last := strings.ToLower(f[len(f)-1]); {
	case several(name):
		return name
	case known[last]:
		return "the " + name
	case strings.ContainsRune("aeiou", rune(name[0])):
		return "an " + name
	}
	return "a " + name
}

// phrase tells the days at the head of a sentence, the text's own words where
// no day is known.
func (w *When) phrase() string {
	a, z := w.Earliest, w.Latest
	switch {
	case !a.Known() && !z.Known():
		if w.Words == "" {
			return ""
		}
		return "“" + w.Words + "” (day not known): "
	case !a.Known():
		return "by " + z.words() + " "
	case !z.Known():
		return "from " + a.words() + " on "
	case a == z:
		return "on " + a.words() + " "
	}
	y, m, d := a.Date()
	switch {
	case d == 1 && z == DayOf(y, m+1, 0):
		return fmt.Sprintf("in %s %d ", m, y)
	case d == 1 && m == 1 && z == DayOf(y+1, 1, 0):
		return fmt.Sprintf("in %d ", y)
	}
	return "between " + a.words() + " and " + z.words() + " "
}

// words writes a day as "2 January 2019".
func (d Day) words() string { return d.Time().Format("2 January 2006") }

// phrase tells a place with its preposition.
func (p *Place) phrase() string {
	if p.Level == LevelSite {
		return "at " + p.article() + p.Name
	}
	return "in " + p.article() + p.Name
}

// article is "the " before the names of places that take it: "the Gulf of
// Aden", "the United States", "the Sinai Peninsula".
func (p *Place) article() string {
	for _, end := range []string{" Strip", " Heights", " Sea", " Ocean", " Peninsula", " Islands", " Republic", " Emirates", " Valley", " Desert", "West Bank", "Netherlands", "Philippines", "Sahel"} {
		if strings.HasSuffix(p.Name, end) {
			return "the "
		}
	}
	for _, begin := range []string{"Gulf ", "Strait ", "Bay ", "United ", "Republic ", "Sea ", "Golan "} {
		if strings.HasPrefix(p.Name, begin) {
			return "the "
		}
	}
	return ""
}

// counted are the words for what is counted, after the number.
var counted = map[string]string{"participants": "took part", "attackers": "attackers", "strikes": "strikes", "weapons-launched": "weapons launched"}

// outcome tells the counts; values of one kind that differ are told as the range
// that they span.
func (in *Incident) outcome() string {
	var what []string
	values := map[string][]*Count{}
	for i := range in.Counts {
		c := &in.Counts[i]
		if values[c.What] == nil {
			what = append(what, c.What)
		}
		values[c.What] = append(values[c.What], c)
	}
	var out []string
	for _, w := range what {
		name, ok := counted[w]
		if !ok {
			name = w
		}
		if w == "arrested" && in.wanted() {
			name = "wanted"
		}
		number := span(values[w])
		if number == "1" {
			name = strings.Replace(strings.TrimSuffix(name, "s"), "weapons ", "weapon ", 1)
		}
		out = append(out, number+" "+name)
	}
	return strings.Join(out, ", ")
}

// span is the one count, or the least to the greatest figure among several:
// "at least 14", "11" and "19" are "11 to 19".
func span(all []*Count) string {
	var low, high *int
	for _, c := range all {
		for _, end := range []*int{c.Min, c.Max} {
			if end != nil && (low == nil || *end < *low) {
				low = end
			}
			if end != nil && (high == nil || *end > *high) {
				high = end
			}
		}
	}
	if len(all) == 1 || low == nil || *low == *high {
		return all[0].phrase()
	}
	return (&Count{Min: low, Max: high}).phrase()
}

// phrase writes a count as "at least 3", "up to 10", "7 to 10" or "3".
func (c *Count) phrase() string {
	switch {
	case c.Min == nil && c.Max == nil:
		return "an unknown number"
	case c.Max == nil:
		return "at least " + grouped(*c.Min)
	case c.Min == nil:
		return "up to " + grouped(*c.Max)
	case *c.Min == *c.Max:
		return grouped(*c.Min)
	}
	return grouped(*c.Min) + " to " + grouped(*c.Max)
}

// grouped writes a number with commas between thousands.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// capital puts the first letter in upper case.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
