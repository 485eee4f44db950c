// The article: pointing at words lights up the claims that rest on them, and
// pointing at a claim its words; with the keyboard the notes do the same. The
// legend shows one kind of mark alone, or names them all.
const words = [...document.querySelectorAll<HTMLElement>("mark[data-claims]")];
const notes = [...document.querySelectorAll<HTMLElement>("li[data-claim]")];
const ids = (m: HTMLElement) => (m.dataset.claims ?? "").split(" ");

function light(list: string[], scroll: boolean) {
  for (const m of words) m.classList.toggle("on", ids(m).some((c) => list.includes(c)));
  for (const n of notes) n.classList.toggle("on", list.includes(n.dataset.claim!));
  const margin = document.querySelector<HTMLElement>(".margin"), first = margin?.querySelector<HTMLElement>("li.on > a");
  if (!scroll || !margin || !first || margin.scrollHeight <= margin.clientHeight) return;
  const a = first.getBoundingClientRect(), b = margin.getBoundingClientRect();
  if (a.top < b.top || a.bottom > b.bottom) margin.scrollTop += a.top - b.top - 24;
}

for (const m of words) {
  m.addEventListener("mouseover", (e) => { e.stopPropagation(); light(ids(m), true); });
  m.addEventListener("mouseleave", () => light([], false));
}
for (const n of notes) {
  const on = (e: Event) => { e.stopPropagation(); light([n.dataset.claim!], false); };
  for (const ev of ["mouseover", "focusin", "click"]) n.addEventListener(ev, on);
}
// A note's number in the text: its note lights up, and so do the words before it.
for (const r of document.querySelectorAll<HTMLAnchorElement>("a.ref")) {
  const note = () => document.getElementById(r.hash.slice(1))?.dataset.claim;
  for (const ev of ["focus", "mouseover", "click"]) r.addEventListener(ev, (e) => { e.stopPropagation(); const c = note(); if (c) light([c], true); });
}
document.querySelectorAll<HTMLButtonElement>("[data-only]").forEach((b) => {
  if (!(b instanceof HTMLButtonElement)) return;
  b.addEventListener("click", () => {
    const on = b.getAttribute("aria-pressed") !== "true";
    document.querySelectorAll("button[data-only]").forEach((o) => o.setAttribute("aria-pressed", String(on && o === b)));
    document.querySelectorAll<HTMLElement>(".marked").forEach((a) => { if (on) a.dataset.only = b.dataset.only; else delete a.dataset.only; });
  });
});
document.querySelector<HTMLInputElement>("[data-labels]")?.addEventListener("change", (e) => document.querySelectorAll(".marked").forEach((a) => a.classList.toggle("labelled", (e.target as HTMLInputElement).checked)));
const named = new URLSearchParams(location.search).get("claim");
if (named) { light([named], true); document.getElementById("c-" + named)?.scrollIntoView({ block: "center" }); }
