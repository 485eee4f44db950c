package assemble

// side says on which side of violence an actor mention stands, by what the event
// stage has it do or suffer.
type side struct{ did, suffered bool }

// readSides fills the sides of actor mentions; who is arrested is held to have
// done something.
func (b *bearers) readSides() {
	b.sides = map[int]side{}
	for i := range b.r.d.Events {
		e := &b.r.d.Events[i]
		for x := range e.Args {
			g := &e.Args[x]
			if g.Index < 0 {
				continue
			}
			s := b.sides[g.Index]
			switch {
			case e.Type == "arrest":
				s.did = s.did || g.Role == "target"
			case !hurts[e.Type]:
			case g.Role == "agent":
				s.did = true
			case g.Role == "target":
				s.suffered = true
			}
			b.sides[g.Index] = s
		}
	}
}

var hurts = map[string]bool{"armed-clash": true, "shelling": true, "air-strike": true, "bombing": true, "attack": true, "sexual-violence": true,
	"property-attack": true, "abduction": true}

// opposed reports whether a description is of somebody who suffers and a name of
// somebody who only does, or the reverse: "a teenager was shot" and "16-year-old
// Omar Haddad was arrested" are two.
func (b *bearers) opposed(k int, name *bearer) bool {
	s := b.sides[k]
	return s.suffered && !s.did && name.side.did && !name.side.suffered || s.did && !s.suffered && name.side.suffered && !name.side.did
}
