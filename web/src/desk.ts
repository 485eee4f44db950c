// Every page: the dialog of keys, the search key, going to places by two keys.
const typing = (e: Event) => e.target instanceof HTMLElement && e.target.matches("input, textarea, select, [contenteditable]");
const keys = document.querySelector<HTMLDialogElement>("#keys");
const places: Record<string, string> = { i: "/", r: "/review", a: "/add", s: "/sources", e: "/export" };
let going = false;

document.addEventListener("keydown", (e) => {
  if (typing(e) || e.ctrlKey || e.metaKey || e.altKey) return;
  if (going) {
    going = false;
    const to = places[e.key];
    if (to) { e.preventDefault(); e.stopImmediatePropagation(); location.href = to; }
    return;
  }
  if (e.key === "?") { e.preventDefault(); keys?.showModal(); }
  else if (e.key === "g") { going = true; setTimeout(() => (going = false), 900); }
  else if (e.key === "/") {
    const box = document.querySelector<HTMLInputElement>("input[type=search]");
    if (box) { e.preventDefault(); box.closest("details")?.setAttribute("open", ""); box.focus(); box.select(); }
  } else if (e.key === "j" || e.key === "k") step(e.key === "j" ? 1 : -1, e);
});

// step moves through the rows of a list.
function step(by: number, e: Event) {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>("[data-rows] .what a, [data-queue] a")];
  if (!rows.length) return;
  e.preventDefault();
  const now = document.activeElement ? rows.indexOf(document.activeElement as HTMLAnchorElement) : -1;
  rows[Math.max(0, Math.min(rows.length - 1, now + by))].focus();
}

// On a narrow page the filter starts closed.
if (matchMedia("(max-width: 62rem)").matches) document.querySelector(".filter > details")?.removeAttribute("open");
document.querySelectorAll<HTMLElement>("[data-print]").forEach((b) => b.addEventListener("click", () => print()));
