// The article: pointing at words lights up the claims that rest on them, and
// pointing at a claim its words.
const words = [...document.querySelectorAll<HTMLElement>("mark[data-claims]")];
const notes = [...document.querySelectorAll<HTMLElement>("li[data-claim]")];

function light(ids: string[], scroll: boolean) {
  for (const m of words) m.classList.toggle("on", (m.dataset.claims ?? "").split(" ").some((c) => ids.includes(c)));
  for (const n of notes) n.classList.toggle("on", ids.includes(n.dataset.claim!));
  if (scroll) document.querySelector(".margin li.on")?.scrollIntoView({ block: "nearest" });
}

for (const m of words) {
  m.addEventListener("mouseover", (e) => { e.stopPropagation(); light((m.dataset.claims ?? "").split(" "), true); });
  m.addEventListener("mouseleave", () => light([], false));
}
for (const n of notes) {
  const on = () => light([n.dataset.claim!], false);
  n.addEventListener("mouseenter", on); n.addEventListener("focusin", on);
  n.addEventListener("click", on);
}
const named = new URLSearchParams(location.search).get("claim");
if (named) { light([named], true); document.getElementById("c-" + named)?.scrollIntoView({ block: "center" }); }
