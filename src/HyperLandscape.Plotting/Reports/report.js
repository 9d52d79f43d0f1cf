"use strict";
// Tables sort by the column whose head is pressed. No character here needs escaping in XML, so that the page is well formed.
const rank = cell => cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
const isUndefined = value => typeof value === "number" ? Number.isNaN(value) : false;
const compare = (a, b) => isUndefined(a) ? (isUndefined(b) ? 0 : 1) : isUndefined(b) ? -1
  : typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true });
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const sort = (head, column) => {
    const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    heads.forEach(other => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
    const order = (a, b) => {
      const first = rank(a.cells[column]);
      const second = rank(b.cells[column]);
      return isUndefined(first) || isUndefined(second) ? compare(first, second) : sign * compare(first, second);
    };
    body.append(...[...body.rows].sort(order));
  };
  heads.forEach((head, column) => {
    const button = head.querySelector("[role=button]");
    button.addEventListener("click", () => sort(head, column));
    button.addEventListener("keydown", event => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        sort(head, column);
      }
    });
  });
}
// A surface is made when it is first asked for: its page, and the drawing script that all surfaces share, are in this file.
const unpack = async packed => {
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
};
for (const fold of document.querySelectorAll("details.surface")) {
  fold.addEventListener("toggle", async () => {
    if (fold.querySelector("iframe")) return;
    const frame = document.createElement("iframe");
    frame.title = fold.querySelector("summary").textContent;
    fold.append(frame);
    const script = await unpack(document.getElementById("surface-script").textContent);
    const page = await unpack(matchMedia("(prefers-color-scheme: dark)").matches ? fold.dataset.dark : fold.dataset.light);
    frame.srcdoc = page.replace("\x3cscript>\x3c/script>", () => "\x3cscript>" + script + "\x3c/script>");
  });
}
// On paper everything is shown.
const folds = [...document.querySelectorAll("details:not(.surface)")];
let opened = [];
addEventListener("beforeprint", () => {
  opened = folds.filter(fold => !fold.open);
  opened.forEach(fold => { fold.open = true; });
});
addEventListener("afterprint", () => opened.forEach(fold => { fold.open = false; }));
