// Adding: files can be dropped; what is being read is followed by server-sent
// events, and what it tells stands on the page as soon as it is read.
import "./article";

const zone = document.querySelector<HTMLElement>("[data-drop]");
const input = zone?.querySelector<HTMLInputElement>("input[type=file]");
const list = zone?.querySelector<HTMLElement>("[data-files]");

// chosen shows the files that were chosen, each with a button that drops it again.
function chosen() {
  list!.replaceChildren(...[...input!.files!].map((f, i) => {
    const li = document.createElement("li"), b = document.createElement("button");
    b.type = "button"; b.className = "bare"; b.textContent = "leave out"; b.setAttribute("aria-label", "leave out " + f.name);
    b.addEventListener("click", () => put([...input!.files!].filter((_, k) => k !== i)));
    li.append(`${f.name}, ${Math.max(1, Math.round(f.size / 1000)).toLocaleString("en")} KB `, b);
    return li;
  }));
}

function put(files: File[]) {
  const t = new DataTransfer();
  for (const f of files) t.items.add(f);
  input!.files = t.files;
  chosen();
}

if (zone && input && list) {
  input.addEventListener("change", chosen);
  for (const ev of ["dragenter", "dragover"]) zone.addEventListener(ev, (e) => { e.preventDefault(); zone.classList.add("over"); });
  for (const ev of ["dragleave", "drop"]) zone.addEventListener(ev, () => zone.classList.remove("over"));
  zone.addEventListener("drop", (e) => { e.preventDefault(); put([...input.files!, ...(e.dataTransfer?.files ?? [])]); });
  // A file that misses the zone does not take the page away.
  for (const ev of ["dragover", "drop"]) addEventListener(ev, (e) => { if ((e as DragEvent).dataTransfer?.types.includes("Files")) e.preventDefault(); });
}

const page = document.querySelector<HTMLElement>("[data-follow]");
if (page?.dataset.follow) {
  const at = (n: string) => page.querySelector<HTMLElement>(`[data-${n}]`)!;
  const events = new EventSource(page.dataset.follow);
  const bar = at("bar") as HTMLProgressElement;
  let skip = Number(page.dataset.shown), many = skip;
  events.addEventListener("seen", (e) => {
    if (skip-- > 0) return;
    at("seen").insertAdjacentHTML("beforeend", JSON.parse((e as MessageEvent).data));
    many++;
  });
  events.addEventListener("progress", (e) => {
    const p = JSON.parse((e as MessageEvent).data);
    if (p.all) { bar.max = p.all; bar.value = p.done; }
    at("line").textContent = p.line;
    at("state").textContent = (p.state === "keeping" ? "Keeping, " : "Reading, ") + p.done + (p.all ? " of " + p.all : "") + " so far.";
    if (p.state === "looking" || p.state === "keeping") return;
    events.close();
    if (p.next) location.href = p.next;
    else if (p.state === "looked") {
      at("state").textContent = `${p.done} ${p.done === 1 ? "article" : "articles"}, not yet kept${p.all > many ? `. ${many} of ${p.all} are shown; all are kept` : ""}.`;
      at("line").textContent = ""; bar.hidden = true; at("keep").hidden = false;
    } else location.reload();
  });
}
