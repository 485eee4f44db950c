package policeevents

import (
	"maps"
	"regexp"
	"slices"

	"sayso/internal/model/hashlin"
)

const who = `(police\w*|cops?|jawans?|troops|army|crpf|rpf|srp|raf|bsf|constables?|inspector|commandos?|(security|para-?military|central) (forces|personnel|men)|personnel|officers?)`

// sign is a pattern of reports of what police do, in lower case, and the
// groups that it belongs to.
type sign struct {
	group   group
	pattern *regexp.Regexp
}

// group is a set of signs that say the same.
type group uint32

// The groups; a sign may be in several.
const (
	taken    group = 1 << iota // somebody is or was taken in
	untaken                    // somebody is not, or is to be
	policing                   // shots by police
	mobbing                    // shots by others, or at police
	forcing                    // force short of shots
	killed
	posted
	probed
	failed
	acting // a subject that is police, before a verb
	told
)

// signs are all of them.
var signs = compile(map[group][]string{
	taken: {`\b(arrested|rearrested)\b`, `\b(nabbed|detained|rounded up|picked up)\b`, `\bapprehended\b`, `\barrests?\b`, `\barresting\b`, `\barrests\b|\barrests? (was|were|have been|has been|made)`,
		`\b(was|were|been|have|had|has|being|are|is) (\w+ ){0,2}(arrested|nabbed|detained|apprehended|rounded up|picked up|taken into custody)`, `\d+ (\w+ ){0,4}(arrest\w*|detain\w*|booked|held|nabbed)|(arrest\w*|detain\w*|booked|nabbed) (over |about |around |nearly |some |more than |at least )?\d+`,
		`\bbooked (under|for|in|over|more|\d)|\b(have|has|had|been|were|was) booked\b`, `\bunder (poto|pota|tada|pasa|section|the (prevention|national security)|the ''draconian)`, `\bhouse arrest`, `\bremanded\b`,
		`\b(into|in|under) (\w+ ){0,2}custody\b`, `\b(jailed|behind bars|lock-?up|locked up|locking up)`, `\b(detention|detenus?|detaining)\b`,
		`\b(was|were|been|persons|people|men|workers|activists|accused|kar ?sevaks) (\w+ )?(booked|held|caught)\b`,
		`\bsent to (\w+ ){0,3}(jail|custody)`, `\b(since|able to|managed to|were to|had to|order\w* to) (arrest|nab|detain)`,
		who + `( \w+){0,6} (arrest\w*|detain\w*|nabbed|apprehended|caught|booked|held|picked)`,
		`(arrested|detained|nabbed|held|caught|booked)( \w+){0,5} by( \w+){0,3} ` + who},
	untaken: {`\b(demand\w*|want\w*|direct\w*|insist\w*|urg\w+) (\w+ ){0,4}(arrest\w*|detain\w*|detention)`,
		`\b(no|not|nobody|none|never|n't|without|yet to|fail\w*) (\w+ ){0,4}(arrest\w*|detain\w*|nab\w*|caught)`,
		`\b(will|would|should|must|may|can|could|cannot|shall|to be|be) (\w+ )?(be )?(arrest\w*|detain\w*|nab\w*|booked)`,
		`\bto (nab|detain|apprehend)\b`, `\b(house|court\w*) arrest`, `\bapprehend(ed|ing) (trouble|violence|that|the|any|more)`, `(trains?|coach\w*|tickets?|cases?)( \w+){0,4} booked|booked( \w+){0,3} (trains?|tickets?|cases?)`,
		`\bif\b( \w+){0,6} arrest`, `\b(safe )?custody of( the)?( \w+)? (district magist\w+|dm|collector)|\bsafe custody`, `\b(asked|called|call|appeal\w*|time|days|difficult|sanction\w*|case|ban)( \S+){0,6} (to |for |and )?(the )?arrest`, `\barrest of (all|its|those|the)`, `\bnecessary|likely to|can be made`, `\bwarrants?\b`},
	policing: {`\bpolice fir(ing|ng|e)\b`, `\b(police|army|jawans|forces)\b( \w+){0,4} (had|have|forced) to (fire|open)`, `\brounds (were|was) (also )?fired`, `\bin (the )?(police )?firing\b`, `\bfiring by\b`, `\bpolice bullets?`,
		who + `( \w+){0,6} (fired|open\w* fire|firing|shot|shoot|gunned)\b`, `\b(resort\w* to|order\w*) (\w+ )?firing`, `\b(killed|shot|died|injured|hit|dead|deaths?)( \w+){0,4} (by|in|from|due to|to) (the )?(police|army|security|firing|bullets?)`,
		`\b[\d,]+ rounds\b|\brounds of (ammunition|firing|bullets)`, `\b(in|into) the air\b`, `\b(in|an|police) encounters?\b`, `\bfir(ed|ing)( \w+){0,3} (mobs?|crowds?|rioters|protesters)\b`, `\bopen\w* fire\b`},
	mobbing: {`(mobs?|militants?|terrorists?|gunmen|gunman|assailants?|attackers?|miscreants?|motorcycle)( \w+){0,6} (fired|open\w* fire|firing|shot|shoot)`,
		`(killed|shot|attack\w*|injur\w*|hurt|killing|fired on|firing on)( \w+){0,4} (police(men|man)|constables?|jawans?|cops?|personnel)`,
		`(police(men|man)|constables?|jawans?|cops?)( \w+){0,4} (was|were) (\w+ )?(killed|shot|injured|attacked|hurt|stabbed)`, `\bprivate firing`},
	forcing: {`\btear ?-?gas|teargas`, `\blathi ?-?charg\w*|\blathis?\b|\bcane ?-?charg\w*|\bcan(ed|ing)\b|\bbatons?\b`, `\brubber bullet|\bwater cannons?`, `\btortur\w*`,
		who + `( \w+){0,6} (beat|beaten|beating|thrash\w*|manhandl\w*|kicked|dragged|bashed|assaulted|ransack\w*)\b`, `(beaten|thrashed|assaulted|manhandled)( \w+){0,3} by( \w+){0,2} ` + who,
		`\b(use|used|using|uses) (\w+ )?force\b`, `\bpolice (excess\w*|brutal\w*|atrocit\w*|highhanded\w*)`, `\bpolice[ -]\w+ clash|clash\w*( \w+){0,3} ` + who},
	killed: {`\b(killed|kill|killing|killings|kills|shot dead)\b`, `\b(dead|died|die|dies|dying|deaths?|succumb\w*|perished|toll|corpses?|slain|fell to)\b`, `\b(body|bodies|lives)\b`,
		`(kill\w*|died|dead|deaths?|toll|bodies)( \S+){0,10} firing|firing( \S+){0,10} (kill\w*|died|dead|deaths?|toll|lives|left)`},
	posted: {`\bdeploy\w*`, `\b(posted|stationed|positioned)\b`, `\bpatrol\w*`, `\bflag[ -]march\w*`, `\b(curfew)( \w+){0,4} (impos\w+|clamp\w+|relax\w+|lifted)|(impos\w+|clamp\w+|relax\w+|lifted)( \w+){0,4} curfew`,
		`\bguard(s|ed|ing)?\b`, `\bbandobast\b`, `\bpickets?\b`, `\breinforce\w*`, `\brush\w*`, `\bcordon\w*`, `\b(heavy|tight\w*|beef\w*|elaborate|unprecedented|stringent) (\w+ ){0,2}(security|police)`,
		`\b(escort\w*|evacuat\w*|rescu\w*|provid\w+ (\w+ )?(protection|security))\b`, `\b(stopp?\w*|block\w*|barricad\w*|seal\w*|prevent\w*|turned back|sent back|intercept\w*)\b`, `\bdispers\w+`, `\bchas(ed|ing)\b`, `\b(control\w*|contain\w*|quell\w*|restor\w*|maintain\w*)\b`,
		`\b(called out|called in|moved in|dispatched|summon\w*|on alert|alerted|standby|stand-by)\b`},
	probed: {`\binvestigat\w*|\bprob(e|es|ed|ing)\b`, `\bregister\w*`, `\b(firs?|complaints?|charge-?sheet\w*)\b`, `\bcases?\b`, `\b(seiz\w*|recover\w*|confiscat\w*)`, `\braid\w*|\bsearch\w*|\bcombing`, `\b(question\w*|interrogat\w*|quiz\w*)`, `\b(identif\w+|trac(ed|ing)|suspect\w*)\b`,
		`\bremand\w*`, `\bhanded over to\b`, `\b(released|release|bail)\b`},
	failed: {`\b(fail\w*|refus\w*|inaction|delay\w*|mute|silent|spectators?|stood by|passive|helpless|turned a blind|connivance|complicit\w*|abdicat\w*)\b`},
	acting: {`\bpolice (\w+ly )?(\w+ed|have|had|has|were|was|took|did|also|later|then|immediately|soon)\b`, who + ` (have|had|has|were|was|took|also|later|immediately|stopped|arrived|reached)\b`, `\bby( the)?( \w+){0,2} ` + who, `\bmen in uniform|\bkhaki`},
	told:   {who + ` (said|told|say|says|added|sources)`, `\b(said|told|added|according to|alleged|claimed|stated)\b`},
	0: {`\b(injur\w+|wound\w+)\b`, `\b(mobs?|rioters|crowds?)\b`, `\b(stab\w*|burnt|burn\w*|charred|torch\w*|ablaze|lynch\w*)\b`, `\bbombs?|blasts?\b|explosi\w+`, `\b(transferr?\w*|suspend\w*|shift\w*|replac\w*)\b`, who, `\bpolice\b`, `\bsecurity\b`, `\bcurfew\b`,
		`\b(would|will|should|must|may|could|might|shall)\b`, `\b(not|no|never|n't|nobody|none|without)\b`, `\bif\b`, `\b(demand\w*|appeal\w*|urg\w+|request\w*|asked|seek\w*|sought)\b`, `\?`, `^related stor|full coverage`, `\b(government|administration|authorities|state|centre|minister)\b`,
		`\b(people|persons?|lives) (were |was |have been |had been )?(killed|died|dead)`, `\bshot\b|\bshoot\w*`, `\bfired\b|\bfiring\b`, `\bjail`, `\bto arrest\b`, `\b(detain|apprehend|nab)\b`},
})

func compile(patterns map[group][]string) []sign {
	var out []sign
	for _, g := range slices.Sorted(maps.Keys(patterns)) {
		for _, p := range patterns[g] {
			out = append(out, sign{g, regexp.MustCompile(p)})
		}
	}
	return out
}

// seen is the signs that a text has.
type seen struct {
	signs  []uint32
	groups group
}

func signsOf(text string) seen {
	var out seen
	for i := range signs {
		if signs[i].pattern.MatchString(text) {
			out.signs = append(out.signs, uint32(i))
			out.groups |= signs[i].group
		}
	}
	return out
}

// all reports whether signs of all the groups are there.
func (s *seen) all(g group) bool { return s.groups&g == g }

// Templates of signs.
const (
	tplSign = iota + 60
	tplGroups
	tplSignThere
	tplGroupThere
	tplJoint
	tplCount
)

// joint are the combinations of groups that the questions ask for.
var joint = []struct{ with, without group }{
	{policing | killed, 0}, {policing | killed, mobbing}, {policing, mobbing}, {forcing, 0}, {taken, 0}, {taken, untaken},
	{taken | acting, untaken}, {posted | acting, 0}, {probed | acting, 0}, {failed | acting, 0}, {killed, policing}, {posted, 0}, {probed, 0},
	{taken | told, untaken}, {acting, told}, {policing | forcing, 0},
}

// signKeys are the features of a sentence's signs and of its neighbours'.
func signKeys(own seen, near [2]seen) []uint32 {
	var b hashlin.Bag
	b.Add(tplCount, uint32(min(len(own.signs), 8)))
	for _, x := range own.signs {
		b.Add(tplSign, x)
	}
	for i, j := range joint {
		if own.all(j.with) && own.groups&j.without == 0 {
			b.Add(tplJoint, uint32(i))
		}
	}
	b.Add(tplGroups, uint32(own.groups&(taken|untaken|policing|forcing|killed|mobbing)))
	for k := range near {
		for _, y := range near[k].signs {
			b.Add(tplSignThere, uint32(k), y)
		}
		b.Add(tplGroupThere, uint32(k), uint32(own.groups&(taken|policing|killed|forcing)), uint32(near[k].groups&(taken|policing|killed|forcing)))
	}
	return b.Keys
}
