// The page of incidents: a change of the filter changes map, timeline and
// table; the address keeps it.
type Chart = { show(query: string): Promise<void>; box(): string };

const form = document.querySelector<HTMLFormElement>("[data-filter]")!;
const results = document.querySelector<HTMLElement>("[data-results]")!;
const holder = document.querySelector<HTMLElement>("[data-map]");
let map: Chart | undefined;
let latest = 0;

function query(): string {
  const v = new URLSearchParams();
  for (const [k, s] of new FormData(form)) if (typeof s === "string" && s !== "" && !(k === "order" && s === "newest")) v.append(k, s);
  return v.toString();
}

async function show(push: boolean) {
  const q = query(), mine = ++latest;
  if (push) history.pushState(null, "", q ? "/?" + q : "/");
  const got = await fetch("/incidents/part?" + q);
  if (mine !== latest) return;
  if (!got.ok) { location.reload(); return; } // the page says why
  results.innerHTML = await got.text();
  results.dataset.query = q;
  brush();
  await map?.show(q);
}

let wait = 0;
form.addEventListener("input", (e) => { clearTimeout(wait); wait = window.setTimeout(() => show(true), (e.target as HTMLElement).matches("input:not([type=checkbox], [type=date])") ? 250 : 0); });
form.addEventListener("submit", (e) => { e.preventDefault(); clearTimeout(wait); show(true); });
addEventListener("popstate", () => location.reload());

// brush lets days be chosen by dragging over the timeline.
function brush() {
  const box = results.querySelector<HTMLElement>(".timeline"), svg = box?.querySelector("svg");
  if (!box || !svg) return;
  const bars = [...svg.querySelectorAll<SVGRectElement>(".bar")];
  let from = -1, rect: SVGRectElement | null = null;
  const at = (e: PointerEvent) => { const b = svg.getBoundingClientRect(); return Math.max(0, Math.min(1000, ((e.clientX - b.left) / b.width) * 1000)); };
  svg.addEventListener("pointerdown", (e) => {
    from = at(e);
    svg.setPointerCapture(e.pointerId);
    rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    rect.setAttribute("class", "brush"); rect.setAttribute("y", "0"); rect.setAttribute("height", "76");
    svg.append(rect);
  });
  svg.addEventListener("pointermove", (e) => {
    if (from < 0 || !rect) return;
    const x = at(e);
    rect.setAttribute("x", String(Math.min(from, x))); rect.setAttribute("width", String(Math.abs(x - from)));
  });
  svg.addEventListener("pointerup", (e) => {
    if (from < 0) return;
    let a = Math.min(from, at(e)), b = Math.max(from, at(e));
    from = -1; rect?.remove();
    const w = 1000 / Math.max(1, bars.length);
    if (b - a < 4) { a -= w / 2; b += w / 2; }
    const hit = bars.filter((r) => { const x = r.x.baseVal.value; return x + r.width.baseVal.value >= a && x <= b; });
    if (!hit.length) return;
    set("from", hit[0].dataset.from!); set("to", hit[hit.length - 1].dataset.to!);
    show(true);
  });
}

function set(name: string, value: string) {
  let f = form.elements.namedItem(name) as HTMLInputElement | null;
  if (!f) { f = document.createElement("input"); f.type = "hidden"; f.name = name; form.append(f); }
  f.value = value;
}

brush();
if (holder) {
  const start = async () => {
    holder.querySelector(".mapwait")!.textContent = "The map is being drawn.";
    const m = await import(holder.dataset.module!);
    map = await m.draw(holder);
    await map!.show(query());
    const only = document.querySelector<HTMLElement>("[data-box]");
    if (only) { only.hidden = false; only.addEventListener("click", () => { set("box", map!.box()); show(true); }); }
  };
  requestAnimationFrame(() => setTimeout(() => start().catch((e) => { holder.querySelector(".mapwait")!.textContent = "The map cannot be drawn here (" + e.message + "). The list below tells the same."; }), 0));
}
