package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	const text = "The “mayor” of Orléans said – no."
	old, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	latin2, err := charmap.ISO8859_2.NewEncoder().String("Łódź")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, raw, media, want, note string
	}{
		{"utf-8", text, "", text, ""},
		{"byte order mark", "\xef\xbb\xbf" + text, "", text, ""},
		{"windows-1252", old, "", text, "is not UTF-8; read as windows-1252"},
		{"utf-16", wide, "", text, ""},
		{"declared in the header", latin2, "text/html; charset=iso-8859-2", "Łódź", ""},
		{"declared in the page", `<meta charset="iso-8859-2">` + latin2, "", `<meta charset="iso-8859-2">Łódź`, "is not UTF-8; read as iso-8859-2"},
		{"broken", "a\xffb", "text/html; charset=utf-8", "a\uFFFDb", "bytes that are no UTF-8 were replaced"},
		{"decoded wrongly before", "the mayorâ€™s", "", "the mayorâ€™s", `1 sequences like "â€™": the text was decoded wrongly before it was stored`},
	} {
		got, note, err := Decode([]byte(c.raw), c.media)
		if err != nil || got != c.want || note != c.note {
			t.Errorf("%s: %q, %q, %v; want %q, %q", c.name, got, note, err, c.want, c.note)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, c := range []struct{ in, title, text string }{
		{"T\n\nBody.", "T", "Body."},
		{"\n\n  T  \r\n\r\nBody.\r\n", "T", "Body."},
		{"One.\nTwo.\n\nThree.", "", "One.\nTwo.\n\nThree."},
		{"Only.", "", "Only."},
		{"GOMA (Agency) - Rebels killed six people near the town of Sake on Monday, residents said.\n\nThey fled.", "", "GOMA (Agency) - Rebels killed six people near the town of Sake on Monday, residents said.\n\nThey fled."},
		{"T\n\n", "", "T"},
		{strings.Repeat("x", 400) + "\n\nBody.", "", strings.Repeat("x", 400) + "\n\nBody."},
		{"T\n\nzero\u200bwidth\u00ad", "T", "zerowidth"},
	} {
		if a := plain(c.in); a.Title != c.title || a.Text != c.text || a.Published.Known() {
			t.Errorf("plain(%q) = %q, %q", c.in, a.Title, a.Text)
		}
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]bool{
		"The army said that its soldiers were attacked near the border and that two of them had been killed in the fighting.": true,
		"Rebels kill five.": true,
		"Date | Location | Event\n2 Jan 2023 | Makiivka | Ukrainian rockets hit a building housing Russian conscripts; Russia says 89 killed\n14 Jan 2023 | Dnipro | Russian missile hits an apartment block, killing 46\n27 Jan 2023 | Novoaidar | Rocket strike on hospital kills 14":                                                                                                                                                                                                 true,
		"11 March, Rutshuru: M23 rebels clashed with Wazalendo militiamen at Nyanzale. Eight civilians killed by stray bullets, local civil society says. 12 March, Djugu: CODECO fighters attacked the mining site of Galayi and killed at least 15 people, according to a local administrator. 13 March, Masisi: Congolese army helicopters bombed M23 positions around Karuba. 17 March, Irumu: UN peacekeepers repelled an attack by suspected CODECO militiamen on the Gina base.": true,
		"Incidencia del 2 de enero: fuerzas rusas en Kiev y Odesa, misiles Kh-101 y drones Shahed; The New York Times y The Guardian informan de 12 muertos y 40 heridos en la capital, segun fuentes oficiales de Ucrania, y de otros 15 en Odesa.":                                                                                                                                                                                                                                    false,
		"Sudan paramilitary RSF shells El Fasher camp, killing 23, activists say\n\nPORT SUDAN - Shelling by the Rapid Support Forces killed 23 people.":                                                                                                                                                                                                                                                                                                                                true,
		"Rusland skyder 30 droner mod Odessa, siger guvernør\n\nKYIV - Under angrebet blev otte personer dræbt, og over 20 blev såret, oplyser myndigheder.":                                                                                                                                                                                                                                                                                                                            false,
		"Het leger zei dat zijn soldaten bij de grens werden aangevallen en dat twee van hen bij de gevechten waren gedood.":                                                                                                                                                                                                                                                                                                                                                            false,
		"El ejército dijo que sus soldados fueron atacados cerca de la frontera y que dos de ellos murieron en los combates de ayer.":                                                                                                                                                                                                                                                                                                                                                   false,
		"L'armée a déclaré que ses soldats avaient été attaqués près de la frontière et que deux d'entre eux étaient morts dans les combats.":                                                                                                                                                                                                                                                                                                                                           false,
		"A hadsereg közölte, hogy katonáit megtámadták a határ közelében, és ketten közülük meghaltak a harcokban tegnap este.":                                                                                                                                                                                                                                                                                                                                                         false,
		"الجيش قال إن جنوده تعرضوا لهجوم قرب الحدود":                                                                                                                                                                                                                                                                                                                                                                                                                                    false,
	} {
		if _, got := language(text); got != want {
			t.Errorf("language(%q) = %v", text, got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "text", "\xff\xfea\x00", "<meta charset=utf-16>\xff", "%PDF-", "\xef\xbb\xbf\x80"} {
		f.Add([]byte(s), "text/html; charset=x")
	}
	f.Fuzz(func(t *testing.T, raw []byte, media string) {
		text, _, err := Decode(raw, media)
		if err == nil && !utf8.ValidString(text) {
			t.Errorf("%q is no UTF-8", text)
		}
	})
}

func FuzzRecords(f *testing.F) {
	f.Add([]byte(`{"id":1,"text":"x","published":"2019-01-27"}`))
	f.Add([]byte(`[{"text":"x"},3]`))
	f.Add([]byte("{\"text\":\"a\"}\n{\"text\":"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r := &reader{Options: Options{Limits: Limits{1 << 20, 1 << 20}}, ctx: t.Context(), seen: map[string]string{}}
		r.emit = func(i Item) bool {
			if i.Article != nil && (i.Article.ID == "" || i.Article.Text == "") {
				t.Errorf("%+v", i.Article)
			}
			if i.Failure != nil && strings.TrimSpace(i.Failure.Reason) == "" {
				t.Errorf("%+v", i.Failure)
			}
			return true
		}
		r.bytes(source{name: "x", ext: ".json"}, raw)
		r.bytes(source{name: "x", ext: ".jsonl"}, raw)
		r.bytes(source{name: "x"}, raw)
	})
}
