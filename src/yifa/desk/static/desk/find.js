// Narrows a long list to the lines that hold a word; the page works whole without it.
//   input[data-find=ID]   what is typed · [data-find-line] a line · [data-find-group] hidden when none of its lines is left,
//                         and unfolded while something is typed; its name (h2 or [data-find-name]) counts for each line
//   [data-find-first]     a selection that repeats lines, hidden while something is typed · [data-find-none] the words for nothing
(() => {
  const box = document.querySelector("[data-find]");
  const list = box && document.getElementById(box.dataset.find);
  if (!list) return;
  const holder = box.closest("[hidden]");
  if (holder) holder.hidden = false;
  const all = (selector, root = list) => [...root.querySelectorAll(selector)];
  const narrow = () => {
    const words = box.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    all("[data-find-line]").forEach((line) => {
      const group = line.closest("[data-find-group]")?.querySelector("h2, [data-find-name]")?.textContent || "";
      const text = `${group} ${line.textContent}`.toLowerCase();
      line.hidden = !words.every((word) => text.includes(word));
    });
    all("[data-find-group]").forEach((group) => {
      group.hidden = !all("[data-find-line]:not([hidden])", group).length;
      if (group.matches("details")) group.open = words.length > 0;
    });
    all("[data-find-first]").forEach((part) => { part.hidden = words.length > 0; });
    const none = document.querySelector("[data-find-none]");
    if (none) none.hidden = all("[data-find-group]:not([hidden])").length > 0;
  };
  box.addEventListener("input", narrow);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const line = all("[data-find-group]:not([hidden]) [data-find-line]:not([hidden])")[0];
    line?.querySelector("a, button")?.focus();
  });
  if (box.value) narrow();
})();
