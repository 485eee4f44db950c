// Review: one key for each decision; words that are selected in the article
// become those that a correction rests on.
import "./article";

const typing = (e: Event) => e.target instanceof HTMLElement && e.target.matches("input, textarea, select");
const panels = [...document.querySelectorAll<HTMLFormElement>("form.fix")];
const fix = document.querySelector<HTMLFormElement>("#fix");

function open(id: string) {
  for (const p of panels) p.hidden = p.id !== id;
  const p = document.getElementById(id);
  p?.scrollIntoView({ block: "nearest" });
  p?.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
}

document.addEventListener("keydown", (e) => {
  if (e.key === "Escape") { panels.forEach((p) => (p.hidden = true)); (document.activeElement as HTMLElement)?.blur(); return; }
  if (typing(e) || e.ctrlKey || e.metaKey || e.altKey) return;
  const b = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(e.key)}"]`);
  if (b) { e.preventDefault(); b.click(); }
});
document.querySelectorAll<HTMLElement>("[data-open]").forEach((b) => b.addEventListener("click", () => open(b.dataset.open!)));
document.querySelectorAll<HTMLElement>("[data-fix]").forEach((b) => b.addEventListener("click", () => { field("field", b.dataset.fix!); open("fix"); field("value", "").focus(); }));

function field(name: string, value: string): HTMLInputElement {
  const f = fix!.elements.namedItem(name) as HTMLInputElement;
  f.value = value;
  return f;
}

// offset is the byte at which a point of the page lies in the article's text.
function offset(node: Node, at: number): number {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-at]");
  if (!piece) return -1;
  const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "").slice(0, at) : at > 0 ? piece.textContent ?? "" : "";
  return Number(piece.dataset.at) + new TextEncoder().encode(text).length;
}

let last: HTMLDetailsElement | undefined;
document.addEventListener("mousedown", () => { last = undefined; });
document.addEventListener("selectionchange", () => {
  const s = getSelection();
  if (!s || s.isCollapsed || !s.rangeCount) return;
  const r = s.getRangeAt(0), article = (r.commonAncestorContainer instanceof Element ? r.commonAncestorContainer : r.commonAncestorContainer.parentElement)?.closest<HTMLElement>("[data-article]");
  if (!article) return;
  const start = offset(r.startContainer, r.startOffset), end = offset(r.endContainer, r.endOffset);
  if (start < 0 || end <= start) return;
  const coding = document.querySelector<HTMLFormElement>("[data-coding]");
  if (coding) {
    const slot = last ?? [...coding.querySelectorAll<HTMLDetailsElement>("details[open]")].find((d) => !d.querySelector("textarea")!.value);
    if (slot) { slot.querySelector("textarea")!.value = s.toString(); last = slot; }
    return;
  }
  for (const target of document.querySelectorAll<HTMLFormElement>("form[data-words], #fix")) {
    const put = (n: string, v: string) => { const f = target.elements.namedItem(n); if (f instanceof HTMLInputElement) f.value = v; };
    put("article", article.dataset.article!); put("start", String(start)); put("end", String(end));
    const says = target.querySelector("p[data-words]");
    if (says) { says.textContent = `On the words “${s.toString().trim()}”`; }
    const v = target.elements.namedItem("value"), name = (target.elements.namedItem("field") as HTMLSelectElement | null)?.value ?? "";
    if (v instanceof HTMLInputElement && !target.hidden && ["where", "from", "agent", "target", "party"].includes(name)) v.value = s.toString().trim();
  }
});
