package assemble_test

import (
	"slices"
	"testing"

	"sayso"
	"sayso/internal/claims/assemble"
	"sayso/internal/lexicon"
)

// A description stands for whom the article names, where a name goes by its noun
// and no other does.
func TestStandsFor(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"A teenager was shot dead in Leeds on Friday. Relatives of 16-year-old Mohammed Ahmed wept.", "teenager", "Mohammed Ahmed"},
		{"Pirates attacked a merchant vessel on Sunday. The MV Faina, a Ukrainian freighter, radioed for help.", "vessel", "MV Faina"},
		{"A cargo ship was seized off Yemen. The navy frigate INS Talwar reached the MV Golden Nori at noon.", "ship", "MV Golden Nori"},
		{"Rioters burnt a bank in Salem. Windows of the Marlow Savings Bank were broken before.", "bank", "Marlow Savings Bank"},
		{"Gunmen killed a journalist in Quetta. The victim was identified as Javed Khan, a journalist with a local daily.", "journalist", "Javed Khan"},
		{"Gunmen shot a man named Petros Ilias in Athens. Doctors said the man would live.", "man", "Petros Ilias"},
		{"A trawler was seized by pirates off Yemen. The owner of the trawler \"Sea Rose 5\" said so.", "trawler", "Sea Rose 5"},
		{"A boy was killed in Leeds. Omar Haddad, 14, was on his way to school.", "boy", "Omar Haddad"},
		{"Police shot a 17-year-old in Leeds. Relatives of Omar Haddad, 17, wept. Student Lina Aziz, 14, saw it.", "old", "Omar Haddad"},
		{"Two officers fatally shot the teenager, Omar Haddad, in Leeds on Saturday.", "teenager", "Omar Haddad"},
		{"A bomb killed a police officer in Salem. Police Lt. Ali Karim said so. Capt. Tom Ellis died in the blast.", "officer", "Tom Ellis"},
		{"Rebels of the Hill Front attacked Haro, witnesses said. A committee met. The Red Cross sent doctors. In 2020 the group attacked Soro.", "group", "Hill Front"},
		{"Hezbollah fired rockets at Haifa. Hamas praised it. The group denied it.", "group", ""}, // either
		{"The Jalisco Cartel fought the army in Lima. The cartel fled.", "cartel", "Jalisco Cartel"},

		{"A bomb killed a police officer in Salem. Police Lt. Ali Karim said so.", "officer", ""},            // who says so is not dead
		{"Police Captain Ali Karim was shot in Salem. The police are looking for a man.", "police", ""},      // nobody is the police
		{"A 78-year-old Trump supporter hit a man. Donald Trump said so.", "supporter", ""},                  // nor who supports him
		{"A teenager was shot dead in Leeds. Police arrested 16-year-old Omar Haddad.", "teenager", ""},      // who was arrested is not who was shot
		{"A man was shot dead in Leeds. Police are looking for a man named Omar Haddad.", "man", ""},         // anybody is a man
		{"A student was killed on Friday. Student Ali Haddad spoke for student Omar Aziz.", "student", ""},   // two go by it
		{"Student Lina Haddad spoke on Friday. Police shot a student on Saturday.", "student", ""},           // one that comes later is another
		{"Police arrested another journalist on Monday. Journalist Javed Khan was freed.", "journalist", ""}, // another
		{"The frigate sank a pirate ship. The MV Faina was freed.", "ship", ""},                              // a ship of pirates is no merchant ship
		{"Gunmen shot his brother in Basra. Ali Karim is the brother of a judge.", "brother", ""},            // whose brother is not said
		{"A mosque was burnt in Quetta. Javed Khan, who prays in the mosque, wept.", "mosque", ""},           // no person is a mosque
		{"The army shelled the town. Colonel Javed Khan of the army said so.", "army", ""},                   // nor an army
		{"Police arrested two teenagers. Relatives of 16-year-old Mohammed Ahmed wept.", "teenagers", ""},    // several
	} {
		d := read(t, c.text)
		got := "no such word"
		for i := len(d.Tokens) - 1; i >= 0; i-- {
			if d.Word(i) == c.word {
				got = assemble.StandsFor(d, i)
			}
		}
		if got != c.want {
			t.Errorf("%s: %s stands for %q, want %q", c.text, c.word, got, c.want)
		}
	}
}

// People of a group go by the fullest name that the article has for it, somebody
// young by the whole age.
func TestMentioned(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"FARC fighters killed two men. The Revolutionary Armed Forces of Colombia denied it.", "fighters", "Revolutionary Armed Forces of Colombia"},
		{"The student, Lina Haddad, was detained on Monday.", "student", "Lina Haddad"},
		{"Taliban fighters killed two men in Kunduz.", "fighters", "Taliban fighters"},
		{"Police shot a 15-year-old boy in Athens.", "boy", "15-year-old boy"},
		{"Soldiers arrested 23 Somali pirates.", "pirates", "Somali pirates"},
	} {
		d := read(t, c.text)
		for i := range d.Tokens {
			if d.Word(i) == c.word {
				if got := assemble.Mentioned(d, i); got != c.want {
					t.Errorf("%s: %s is given as %q, want %q", c.text, c.word, got, c.want)
				}
			}
		}
	}
}

// Who is named twice in other words is one.
func TestWorded(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Somali pirates", "pirate", true},
		{"ISIL", "ISIL-held building", true},
		{"former Iraqi police officers", "Iraqi police", true},
		{"Iraqi police", "Iraqi army", false},
		{"bus", "bus station", true},
		{"boss", "bosses", false},
	} {
		if got := assemble.Worded(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

// The same noun with fewer or more words is one option.
func TestActorsOffered(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		role sayso.Role
		want []string
	}{
		{"Somali pirates attacked a tanker off Yemen. The pirates fled in two skiffs.", sayso.RoleAgent, []string{"Somali pirates"}},
		{"Masked gunmen shot a farmer near Mosul. Other gunmen had shot a masked farmer.", sayso.RoleTarget, []string{"farmer"}},
		{"Soldiers killed twelve armed bandits in Kaduna. The bandits had burnt a school.", sayso.RoleTarget, []string{"armed bandits"}},
	} {
		got := assemble.ActorsOffered(read(t, c.text), lex, c.role)
		if len(got) == 0 {
			t.Errorf("%s: no group", c.text)
			continue
		}
		again := []string{"pirates", "bandits", "masked farmer"}
		if names := slices.DeleteFunc(got[0], func(s string) bool { return !slices.Contains(c.want, s) && !slices.Contains(again, s) }); !slices.Equal(names, c.want) {
			t.Errorf("%s: %s is %q, want %q", c.text, c.role, names, c.want)
		}
	}
}
