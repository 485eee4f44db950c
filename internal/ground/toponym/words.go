package toponym

// set makes a set of words.
func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// joiners may stand in lower case inside a name.
var joiners = set("of", "the", "and", "de", "la", "le", "les", "el", "al", "ad", "an", "ar", "as", "at", "az", "ash", "bin",
	"upon", "on", "sur", "in", "du", "des", "del", "da", "do", "dos", "das", "di", "e", "y", "i", "au", "aux", "en", "er",
	"ez", "es", "et", "under", "by", "der", "den", "van", "am", "im", "an-", "al-", "d'", "l'", "’s", "'s", "s", "-", "’", "'", ".", "&", "–")

// articles are those of Arabic names, before a hyphen.
var articles = set("al", "el", "an", "ar", "as", "at", "ad", "az", "ash", "ed", "es", "ez")

// never are words that name no place when they stand alone, however they are
// written: days, months, titles and words of the closed classes.
var never = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
	"april", "may", "june", "july", "august", "september", "october", "november", "december", "the", "a", "an", "and", "or", "but",
	"of", "in", "on", "at", "to", "for", "from", "by", "with", "as", "is", "are", "was", "were", "be", "been", "has", "have", "had",
	"he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "this", "that", "these", "those", "there",
	"here", "who", "what", "when", "where", "why", "how", "if", "not", "no", "yes", "all", "some", "many", "most", "one", "two",
	"mr", "mrs", "ms", "dr", "sir", "lord", "president", "minister", "police", "army", "god", "islam", "also", "after", "before",
	"since", "while", "although", "however", "during", "under", "over", "more", "such", "than", "then", "so", "do", "did", "can",
	"will", "would", "could", "should", "man", "men", "women", "woman", "people", "both", "other", "another", "any", "each",
	"every", "new", "old", "sun", "sat", "mon", "tue", "wed", "thu", "fri", "english", "me", "my", "us", "san", "al", "el",
	"hamas", "isis", "isil", "fatah", "hezbollah", "taliban", // groups that share their name with a village
	"protestant", "protestants", "catholic", "catholics", "jesuit", "jesuits", "episcopal", "clergymen") // believers

// titles stand before the names of people alone.
var titles = set("mr", "mrs", "ms", "dr", "sir", "prof", "gen", "col", "lt", "capt", "sgt")

// unitWords say that the name before them is that of a unit, with the kind.
var unitWords = map[string]byte{"province": '1', "governorate": '1', "state": '1', "oblast": '1', "region": '1', "department": '1',
	"prefecture": '1', "county": '2', "district": '2', "parish": '2', "raion": '2', "township": '2', "borough": '2', "provinces": '1',
	"counties": '2', "districts": '2', "governorates": '1', "states": '1', "parishes": '2', "regions": '1', "departments": '1', "towns": 't', "cities": 't', "villages": 't', "townships": '2', "republic": '1', "emirate": '1', "canton": '1', "municipality": '2', "wilaya": '1',
	"town": 't', "city": 't', "village": 't', "suburb": 't', "neighborhood": 't', "neighbourhood": 't', "quarter": 't', "island": 'i',
	"islands": 'i', "peninsula": 'a', "desert": 'a', "mountains": 'a', "valley": 'a', "strait": 'w', "sea": 'w', "gulf": 'w', "river": 'w', "lake": 'w'}

// unitPlurals stand behind a list of units.
var unitPlurals = set("counties", "provinces", "districts", "governorates", "states", "parishes", "regions", "departments",
	"towns", "cities", "villages", "townships", "islands")

// unitBefore say the same where they stand before the name: "the city of X".
var unitBefore = map[string]byte{"city": 't', "town": 't', "village": 't', "suburb": 't', "port": 't', "capital": 't', "province": '1',
	"state": '1', "region": '1', "governorate": '1', "department": '1', "county": '2', "island": 'i', "republic": 'c', "kingdom": 'c',
	"towns": 't', "cities": 't', "villages": 't', "hamlet": 't'}

// siteWords end the name of a site.
var siteWords = set("airport", "airbase", "airfield", "base", "barracks", "bridge", "dam", "street", "avenue", "road", "boulevard",
	"highway", "lane", "drive", "square", "mosque", "church", "cathedral", "synagogue", "temple", "shrine", "hospital", "clinic", "prison", "jail",
	"stadium", "hotel", "market", "bazaar", "crossing", "checkpoint", "terminal", "palace", "tower", "towers", "park", "embassy", "consulate",
	"university", "college", "school", "station", "cemetery", "monastery", "mall", "plaza", "refinery", "garrison", "outpost", "harbor", "harbour",
	"theatre", "theater", "museum", "factory", "plant", "camp", "gate", "roundabout", "junction", "courthouse", "library", "parkway", "st", "ave", "rd", "blvd")

// missions end the names of sites that bear the name of whose they are.
var missions = set("embassy", "consulate")

// streets end the names of ways, which are named after places near and far.
var streets = set("street", "avenue", "road", "boulevard", "lane", "drive", "parkway", "st", "ave", "rd", "blvd")

// houseWords end the name of a house or its grounds where the name is known to
// be that of a place; many bodies have such names too.
var houseWords = set("bank", "building", "headquarters", "parliament", "precinct", "complex", "compound", "polytechnic", "campus",
	"centre", "center", "branch", "house", "office", "ministry", "restaurant", "cafe", "café", "club", "hall", "farm", "mine", "field")

// siteFirst begin the name of a site.
var siteFirst = set("camp", "fort", "fob", "checkpoint")

// siteKinds may stand between a name and the word for a site.
var siteKinds = set("military", "international", "air", "refugee", "central", "general", "army", "naval", "border", "displacement", "main", "power", "railway", "bus", "police", "train")

// sides may stand before a name and make a region of it.
var sides = set("northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern",
	"northwestern", "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "northeast",
	"northwest", "southeast", "southwest", "upper", "lower", "rural", "coastal", "mainland", "downtown")

// grounds may stand behind an adjective and make a place of it.
var grounds = set("waters", "coast", "airspace", "territory", "soil", "border", "coastline", "shores")

// placing are words before a place.
var placing = set("in", "at", "near", "from", "to", "into", "across", "outside", "inside", "around", "throughout", "within", "toward",
	"towards", "through", "between", "outside", "beyond", "off")

// speaking are verbs whose subject is a government when it is a place.
var speaking = set("said", "says", "say", "told", "announced", "warned", "denied", "accused", "accuses", "demanded", "insisted", "insists",
	"urged", "condemned", "condemns", "vowed", "rejected", "rejects", "agreed", "claims", "claimed", "hopes", "wants", "fears", "believes",
	"argued", "argues", "blamed", "blames", "threatened", "threatens", "signed", "recognised", "recognized", "imposed", "withdrew", "pledged",
	"refused", "refuses", "declared", "expressed", "welcomed", "called", "considers", "regards", "supports", "backs")

// tlds are the domains of countries that differ from their codes, and those
// that say nothing.
var tlds = map[string]string{"uk": "GB", "com": "", "net": "", "org": "", "info": "", "tv": "", "edu": "US", "gov": "US", "eu": "", "int": "", "io": "", "me": "", "co": ""}

// shipLetters stand before the names of ships, which often are those of towns.
var shipLetters = set("INS", "MV", "M/V", "MT", "HMS", "USS", "HMAS", "HMCS", "USNS", "RMS", "USCGC", "BRP", "KRI", "PNS")

// zones are time zones, which the names layer may take for places.
var zones = set("IST", "GMT", "UTC", "EST", "EDT", "CST", "CDT", "PST", "PDT", "CET", "CEST", "EET", "BST", "MSK", "AEST", "JST", "PKT", "AFT")
