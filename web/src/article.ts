// The article: pointing at words lights up the claims that rest on them, and
// pointing at a claim its words; with the keyboard the notes do the same. The
// legend shows one kind of mark alone, or names them all. Where several articles
// stand on a page, each is by itself.
const ids = (m: HTMLElement) => (m.dataset.claims ?? "").split(" ");
const scope = (e: Element): ParentNode => e.closest(".reading") ?? document;

function light(within: ParentNode, list: string[], scroll: boolean) {
  for (const m of within.querySelectorAll<HTMLElement>("mark[data-claims]")) m.classList.toggle("on", ids(m).some((c) => list.includes(c)));
  for (const n of within.querySelectorAll<HTMLElement>("li[data-claim]")) n.classList.toggle("on", list.includes(n.dataset.claim!));
  const margin = within.querySelector<HTMLElement>(".margin"), first = margin?.querySelector<HTMLElement>("li.on > a");
  if (!scroll || !margin || !first || margin.scrollHeight <= margin.clientHeight) return;
  const a = first.getBoundingClientRect(), b = margin.getBoundingClientRect();
  if (a.top < b.top || a.bottom > b.bottom) margin.scrollTop += a.top - b.top - 24;
}

let lit: ParentNode | undefined;
function point(e: Event) {
  const at = e.target;
  if (!(at instanceof Element)) return;
  const ref = at.closest<HTMLAnchorElement>("a.ref"), note = at.closest<HTMLElement>("li[data-claim]"), mark = at.closest<HTMLElement>("mark[data-claims]");
  const within = scope(at);
  if (lit && lit !== within) light(lit, [], false);
  lit = within;
  const of = ref && document.getElementById(ref.hash.slice(1))?.dataset.claim;
  if (of) light(within, [of], true);
  else if (note) light(within, [note.dataset.claim!], false);
  else if (mark) light(within, ids(mark), true);
  else if (e.type === "mouseover" && at.closest(".text, h1, h2")) light(within, [], false);
}
for (const ev of ["mouseover", "focusin", "click"]) document.addEventListener(ev, point);

const legend = [...document.querySelectorAll<HTMLButtonElement>("button[data-only]")];
for (const b of legend) b.addEventListener("click", () => {
  const on = b.getAttribute("aria-pressed") !== "true";
  for (const o of legend) o.setAttribute("aria-pressed", String(on && o === b));
  document.querySelectorAll<HTMLElement>(".marked").forEach((a) => { if (on) a.dataset.only = b.dataset.only; else delete a.dataset.only; });
});
document.querySelector<HTMLInputElement>("[data-labels]")?.addEventListener("change", (e) => document.querySelectorAll(".marked").forEach((a) => a.classList.toggle("labelled", (e.target as HTMLInputElement).checked)));
const named = new URLSearchParams(location.search).get("claim");
if (named) { light(document, [named], true); document.getElementById("c-" + named)?.scrollIntoView({ block: "center" }); }
