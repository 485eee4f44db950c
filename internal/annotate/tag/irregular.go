package tag

import "strings"

// irregular maps the past forms of irregular verbs to the verb.
var irregular = formsOf(`arise arose arisen;awake awoke awoken;bear bore borne;beat beaten;become became;begin began begun;
bend bent;bet;bind bound;bite bit bitten;bleed bled;blow blew blown;break broke broken;breed bred;bring brought;
broadcast;build built;burn burnt;burst;buy bought;cast;catch caught;choose chose chosen;cling clung;come came;cost;
creep crept;cut;deal dealt;dig dug;do did done does;draw drew drawn;dream dreamt;drink drank drunk;drive drove driven;
eat ate eaten;fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;fling flung;fly flew flown flies;
forbid forbade forbidden;forecast;foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;
freeze froze frozen;get got gotten;give gave given;go went gone goes;grind ground;grow grew grown;hang hung;
have had has;hear heard;hide hid hidden;hit;hold held;hurt;keep kept;kneel knelt;know knew known;lay laid;lead led;
lean leant;leap leapt;learn learnt;leave left;lend lent;let;lie lain lying;light lit;lose lost;make made;mean meant;
meet met;mislead misled;mistake mistook mistaken;overcome overcame;overrun overran;overtake overtook overtaken;
overthrow overthrew overthrown;pay paid;put;quit;read;rend rent;ride rode ridden;ring rang rung;rise rose risen;
run ran;say said says;see saw seen;seek sought;sell sold;send sent;set;shake shook shaken;shed;shine shone;
shoot shot;show shown;shrink shrank shrunk;shut;sing sang sung;sink sank sunk;sit sat;slay slew slain;sleep slept;
slide slid;smell smelt;sow sown;speak spoke spoken;speed sped;spend spent;spill spilt;spin spun;split;spread;
spring sprang sprung;stand stood;steal stole stolen;stick stuck;sting stung;strike struck stricken;string strung;
strive strove striven;swear swore sworn;sweep swept;swell swollen;swim swam swum;swing swung;take took taken;
teach taught;tear tore torn;tell told;think thought;throw threw thrown;thrust;undergo underwent undergone;
understand understood;undertake undertook undertaken;undo undid undone;uphold upheld;wake woke woken;wear wore worn;
weave wove woven;weep wept;win won;wind wound;withdraw withdrew withdrawn;withhold withheld;withstand withstood;
write wrote written;be am is are was were been being;die dying;tie tying;panic panicked panicking;
ambush ambushed ambushing ambushes;bus bused`)

// plurals maps irregular plurals to their singular.
var plurals = formsOf(`man men;woman women;child children;person people;foot feet;tooth teeth;mouse mice;goose geese;
life lives;wife wives;knife knives;half halves;leaf leaves;shelf shelves;self selves;thief thieves;wolf wolves;
loaf loaves;calf calves;policeman policemen;policewoman policewomen;gunman gunmen;fisherman fishermen;
spokesman spokesmen;serviceman servicemen;businessman businessmen;tribesman tribesmen;clergyman clergymen;
fireman firemen;rifleman riflemen;infantryman infantrymen;crewman crewmen;cameraman cameramen;lawman lawmen;
militiaman militiamen;airman airmen;crisis crises;basis bases;analysis analyses;hypothesis hypotheses;
criterion criteria;phenomenon phenomena;datum;series;species;aircraft;headquarters;means;ox oxen`)

// formsOf reads lines of a lemma and its forms.
func formsOf(table string) map[string]string {
	out := map[string]string{}
	for _, entry := range strings.Split(table, ";") {
		words := strings.Fields(entry)
		for _, w := range words {
			out[w] = words[0]
		}
	}
	return out
}
