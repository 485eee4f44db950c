package policeevents

import (
	"strings"

	"sayso/internal/model/hashlin"
)

// class is a set of words that mean much the same in reports of police and crowds.
type class uint32

// The classes.
const (
	noClass class = iota
	cop           // who acts for the state with arms
	shots         // firing on people
	blows         // force short of firing
	deaths        // people killed
	hurts         // people wounded
	seizing       // taking people in
	holding       // keeping them
	posting       // being on the spot: deployment, patrols, curfew
	probing       // investigating, seizing things
	mobs          // who else kills and burns
	blades        // how else people are killed
	unreal        // what did not or may not happen
	saying
	wanting
	people
	classCount
)

// members lists the words of each class, by their beginnings where they end in *.
var members = [classCount]string{
	cop: "police policeman policemen policewoman cop cops constable* inspector* sp dsp dysp dgp igp dig adgp ssp sho commissioner* jawan* crpf rpf srp srpf " +
		"raf bsf itbp pac cid cbi ats stf army military troops troopers soldiers soldier armymen paramilitary para-military forces personnel " +
		"constabulary commandos commando securitymen khaki cops'",
	shots:   "firing fired fire shoot shooting shot shots bullet* gunned rounds encounter opened",
	blows:   "lathi* lathicharge* lathi-charge* cane caned caning baton* teargas* tear tear-gas* shells shell lobbed burst rubber cannon* tortur* beat beaten beating beatings thrash* assault* manhandl* ransack* force charge charged disperse* swoop* chased kicked dragged",
	deaths:  "kill* dead die died dies dying death* toll succumb* lives body bodies lost casualt* corpse* slain",
	hurts:   "injur* wound* hurt hospital* hospitalised",
	seizing: "arrest* detain* nab nabbed nabs apprehend* rounded picked caught catch held hold booked captur* bust* rearrest* handcuff* surrender*",
	holding: "custody detention jail* prison* lock-up lockup remand* detenu* tada pota locked bail released release",
	posting: "deploy* post posted posting stationed station patrol* march marches curfew imposed clamped guard* bandobast reinforce* rush* cordon* picket* security vigil escort* block* stop* barricad* sealed seal prevent* alert",
	probing: "investigat* probe* register* case cases fir firs complaint* chargesheet* seiz* recover* raid* search* question* interrogat* combing quiz* file* lodged statement evidence",
	mobs:    "mob mobs rioter* crowd* attacker* miscreant* militant* terrorist* activist* goon* hooligan* assailant* extremist*",
	blades:  "stab* burn* charred torch* ablaze arson knife knives sword* stone stones pelt* bomb* blast* explosion* lynch*",
	unreal:  "not no never n't nor if would could should may might must without fail* refus* delay* inaction silent mute passive spectator* stood unable will",
	saying:  "said says say told added claimed alleged according sources stated",
	wanting: "demand* urge* want* asked ask seek* sought appeal* order* direct* instruct* request*",
	people:  "person* people* man men woman women youth* muslim* hindu* sevak* sevaks karsevak* kar leader* worker* accused suspect* ansari",
}

var exact, begins = index()

func index() (map[string]class, map[string]class) {
	e, b := map[string]class{}, map[string]class{}
	for c, list := range members {
		for w := range strings.FieldsSeq(list) {
			if p, ok := strings.CutSuffix(w, "*"); ok {
				b[p] = class(c)
			} else {
				e[w] = class(c)
			}
		}
	}
	return e, b
}

// classOf is the class of a word in lower case.
func classOf(w string) class {
	if c, ok := exact[w]; ok {
		return c
	}
	for n := len(w); n >= 3; n-- {
		if c, ok := begins[w[:n]]; ok {
			return c
		}
	}
	return noClass
}

// Templates of classes, apart from those of words.
const (
	tplClass = iota + 40
	tplClassPair
	tplClassNext
	tplClassOrder
	tplClassBefore
	tplClassAcross
	tplClassWord
	tplClassThree
	tplClassCount
)

// classes adds which classes a sentence has, which of them together, in which
// order and how far apart.
func classes(b *hashlin.Bag, w []string) uint32 {
	at := make([]class, len(w))
	mask := uint32(0)
	var count [classCount]uint32
	for i, x := range w {
		at[i] = classOf(x)
		if at[i] != noClass {
			mask |= 1 << at[i]
			count[at[i]]++
		}
	}
	for c := class(1); c < classCount; c++ {
		if mask&(1<<c) == 0 {
			continue
		}
		b.Add(tplClass, uint32(c))
		b.Add(tplClassCount, uint32(c), min(count[c], 3))
		for d := c + 1; d < classCount; d++ {
			if mask&(1<<d) == 0 {
				continue
			}
			b.Add(tplClassPair, uint32(c), uint32(d))
			for e := d + 1; e < classCount; e++ {
				if mask&(1<<e) != 0 && c <= seizing {
					b.Add(tplClassThree, uint32(c), uint32(d), uint32(e))
				}
			}
		}
	}
	order(b, w, at)
	return mask
}

// order adds pairs of classes by their order and distance.
func order(b *hashlin.Bag, w []string, at []class) {
	for i := range at {
		if at[i] == noClass {
			continue
		}
		for j := i + 1; j < min(len(at), i+9); j++ {
			if at[j] == noClass {
				continue
			}
			near := uint32(1)
			switch {
			case j == i+1:
				near = 0
			case j > i+4:
				near = 2
			}
			b.Add(tplClassOrder, uint32(at[i]), uint32(at[j]), near)
			if at[i] == cop || at[j] == cop {
				b.Add(tplClassWord, uint32(at[i]), id(w[j]), near)
			}
			if j <= i+2 {
				b.Add(tplClassNext, id(w[i]), id(w[j]))
			}
		}
	}
}

// across adds the classes of a neighbour, alone and with those of the sentence.
func across(b *hashlin.Bag, tpl, own, near uint32) {
	for c := class(1); c <= holding; c++ {
		if near&(1<<c) == 0 {
			continue
		}
		b.Add(tplClassBefore, tpl, uint32(c))
		for d := class(1); d <= probing; d++ {
			if own&(1<<d) != 0 {
				b.Add(tplClassAcross, tpl, uint32(c), uint32(d))
			}
		}
	}
}

// maskOf is the set of classes that some words have.
func maskOf(w []string) uint32 {
	mask := uint32(0)
	for _, x := range w {
		if c := classOf(x); c != noClass {
			mask |= 1 << c
		}
	}
	return mask
}
