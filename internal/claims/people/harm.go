package people

import (
	"strings"

	"sayso/internal/document"
)

// harms are the verbs whose object is harmed, and the nouns of such doings. Those
// that are false are also said of votes, matches and words: they make a victim of
// somebody with an office only where the sentence tells of violence.
var harms = map[string]bool{"kill": true, "wound": true, "injure": true, "shoot": true, "stab": true, "abduct": true, "kidnap": true, "rape": true, "behead": true,
	"execute": true, "murder": true, "assassinate": true, "torture": true, "beat": false, "strike": false, "hit": false, "attack": false, "lynch": true, "assault": true, "hurt": false, "gun": true,
	"killing": true, "death": false, "shooting": true, "stabbing": true, "beheading": true, "execution": true, "assassination": true, "abduction": true, "kidnapping": true,
	"drown": true, "drowning": true, "die": false, "perish": true}

// violence are words of a sentence in which the verbs that are false are meant.
var violence = map[string]bool{"wound": true, "injury": true, "injure": true, "hospital": true, "knife": true, "gun": true, "gunman": true, "bomb": true, "bombing": true, "explosion": true,
	"blast": true, "shooting": true, "gunfire": true, "rifle": true, "pistol": true, "airstrike": true, "drone": true, "ambush": true, "raid": true, "assassin": true, "crash": true, "missile": true, "bullet": true}

// killers are nouns for who did it: "NAME's assassin".
var killers = map[string]bool{"assassin": true, "killer": true, "murderer": true, "kidnapper": true, "attacker": true, "abductor": true, "rapist": true}

// elected are the verbs whose object holds an office.
var elected = map[string]bool{"elect": true, "re-elect": true, "reelect": true, "inaugurate": true, "impeach": true}

// governed reads what the verb or noun that a name hangs from does to it.
func (r *reader) governed(s *someone, m document.Range) {
	if i := m.End; i+1 < len(r.d.Tokens) && r.owns(m) && killers[strings.ToLower(r.d.Tags[i+1].Lemma)] {
		s.hurt = true
	}
	for i := m.First; i < m.End; i++ {
		a := r.d.Arcs[i]
		h := int(a.Head)
		if h < 0 || m.Has(h) {
			continue
		}
		for a.Rel == document.Conj || a.Rel == document.Appos || a.Rel == document.Flat { // also "mayor NAME"
			a = r.d.Arcs[h]
			if h = int(a.Head); h < 0 {
				return
			}
		}
		l := strings.ToLower(r.d.Tags[h].Lemma)
		if (a.Rel == document.NsubjPass || a.Rel == document.Obj) && (elected[l] || l == "swear" && h+1 < len(r.d.Tokens) && r.d.Word(h+1) == "in") {
			s.cues, s.phrases = append(s.cues, r.t.words["politician"]), append(s.phrases, "politician")
		}
		sure, harm := harms[l]
		noun := r.d.Tags[h].UPOS == document.NOUN
		switch a.Rel {
		case document.NsubjPass, document.Obj:
			harm = harm && l != "die"
		case document.Nsubj:
			harm = l == "drown" || l == "die" || l == "perish"
		case document.Nmod:
			harm = harm && noun && (r.caseOf(i, m) == "of" || l != "shooting" && l != "attack" && l != "strike" && r.owns(m))
		default:
			harm = false
		}
		if harm {
			s.harmed = s.harmed || l != "die"
			s.hurt = s.hurt || sure || r.violent(h, l == "die")
		}
		return
	}
}

// wed reports whether a name is one of those whom somebody married: "married
// NAME", "was married to a doctor, NAME; and author NAME, who died young".
func (r *reader) wed(m, sent document.Range) bool {
	for i := m.First; i < m.End; i++ {
		if rel := r.d.Arcs[i].Rel; rel == document.Nsubj || rel == document.NsubjPass {
			return false
		}
	}
	for i := m.First - 1; i >= sent.First; i-- {
		l := strings.ToLower(r.d.Tags[i].Lemma)
		switch {
		case l == "marry" || l == "married":
			return r.d.Tags[i].UPOS == document.VERB && i+1 < m.First && (r.d.Word(i+1) == "to" || r.d.Tags[i].XPOS != document.VBN) || i+1 == m.First
		case l == "but" || l == "while" || l == "by":
			return false
		case r.d.Tags[i].UPOS == document.VERB && !r.title(i) && (i == 0 || r.d.Word(i-1) != "who" && r.d.Word(i-1) != "whom"):
			return false
		}
	}
	return false
}

// owns reports whether a name has a possessive behind it: "NAME's murder".
func (r *reader) owns(m document.Range) bool {
	w := r.d.Word(m.End - 1)
	if m.End < len(r.d.Tokens) && r.d.Word(m.End) != "," {
		w = r.d.Word(m.End)
	}
	return w == "'s" || w == "’s" || w == "'" || w == "’"
}

// violent reports whether the sentence of a token tells of violence; who died in
// hospital may have been ill.
func (r *reader) violent(i int, died bool) bool {
	for k := r.sentence(i).First; k < r.sentence(i).End; k++ {
		if l := strings.ToLower(r.d.Tags[k].Lemma); violence[l] && !(died && l == "hospital") {
			return true
		}
	}
	return false
}

func (r *reader) caseOf(i int, m document.Range) string {
	for k := m.First - 1; k >= 0 && k >= m.First-4; k-- {
		if r.d.Arcs[k].Rel == document.Case && int(r.d.Arcs[k].Head) == i {
			return strings.ToLower(r.d.Word(k))
		}
	}
	return ""
}
