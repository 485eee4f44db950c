package pdf
import ("testing";"os";"os/exec";"path/filepath";"fmt";"strings";"unicode")
func ws(s string) map[string]int { m:=map[string]int{}; for _,w:=range strings.FieldsFunc(strings.ToLower(s),func(r rune)bool{return !unicode.IsLetter(r)&&!unicode.IsDigit(r)}){m[w]++}; return m}
func TestZZ(t *testing.T){
 fs,_:=filepath.Glob("/tmp/keep/pdf/*.pdf")
 for _,f:=range fs{ b,_:=os.ReadFile(f); d,err:=Parse(b); ref,_:=exec.Command("pdftotext",f,"-").Output()
  a,r:=ws(d.Text),ws(flow(string(ref))); c,na,nr:=0,0,0; for w,n:=range a{na+=n; c+=min(n,r[w])}; for _,n:=range r{nr+=n}
  fmt.Printf("%-32s P %.3f R %.3f words %d err %v paras %d/%d\n",filepath.Base(f),float64(c)/float64(max(1,na)),float64(c)/float64(max(1,nr)),nr,err,strings.Count(d.Text,"\n\n"),strings.Count(flow(string(ref)),"\n\n"))
  os.WriteFile("/tmp/keep/pdf/"+filepath.Base(f)+".plain",[]byte(d.Text),0644); os.WriteFile("/tmp/keep/pdf/"+filepath.Base(f)+".ptt",[]byte(flow(string(ref))),0644)
 }}
