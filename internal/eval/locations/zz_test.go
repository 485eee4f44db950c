package locations
import ("testing";"context";"fmt";"sayso";"sayso/internal/pipeline";"sayso/internal/document";"time";"strings";"math/rand")
func TestZZ(t *testing.T){
 rows,err:=read("../../../../shared/data/event-location","dev"); if err!=nil {t.Fatal(err)}
 ch,err:=pipeline.Standard(pipeline.Options{}); if err!=nil {t.Fatal(err)}
 st:=time.Now()
 docs:=map[string]*document.Document{}
 n,top,name,caps,toks:=0,0,0,0,0
 var miss []string
 rand.Seed(1); rand.Shuffle(len(rows),func(i,j int){rows[i],rows[j]=rows[j],rows[i]})
 for i:=range rows[:2000]{ r:=&rows[i]; if len(r.Places)==0 {continue}
  d:=docs[r.Text]; if d==nil { d,err=ch.Run(context.Background(),&sayso.Article{ID:"x",Text:r.Text,Published:sayso.NoDay},document.LayerToponyms); if err!=nil {t.Fatal(err)}; docs[r.Text]=d }
  n++
  p:=r.Places[0]
  is:=func(rg document.Range) bool { return d.SpanOf(rg)==p}
  hit:=0
  for _,x:=range d.Toponyms { if is(x.Range)||x.Place.Span==p {hit|=1} }
  for _,x:=range d.Names { if is(x.Range) {hit|=2} }
  for k:=range d.Tokens { for m:=k+1;m<=len(d.Tokens)&&m<k+8;m++ { if is(document.Range{First:k,End:m}) {hit|=8; ok:=true; for q:=k;q<m;q++ { if d.Tags[q].UPOS!=document.PROPN {ok=false} }; if ok && (k==0||d.Tags[k-1].UPOS!=document.PROPN) && (m==len(d.Tokens)||d.Tags[m].UPOS!=document.PROPN) {hit|=4} } } }
  if hit&1!=0 {top++}; if hit&3!=0 {name++}; if hit&7!=0 {caps++}; if hit&8!=0 {toks++}
  if hit&3==0 { var ts []string; for _,x:=range d.Toponyms {ts=append(ts,d.Words(x.Range))}; miss=append(miss,fmt.Sprintf("%d %q | %v | %s",hit,p.In(r.Text),strings.Join(ts,";"),r.Text)) }
 }
 fmt.Println(n,"toponym",top,"+names",name,"+propn runs",caps,"tokens align",toks,time.Since(st))
 for _,m:=range miss[:70] {fmt.Println(m)}
}
