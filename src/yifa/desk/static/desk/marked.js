// Behaviour of a text with findings (desk/parts/marked_text.html, findings.html) and of 检查文件. Without it marks and
// findings are links to each other, the filters work by style alone, and every finding stands open.
//   data-marked        around text and list: J and K go through the findings, one is in hand
//   data-step="1|-1"   next, previous · data-count what is in hand · data-print
//   data-most          the longest text a box takes, told in [data-too-long]
//   data-drop          where a file can be dropped · data-own-file a download that needs the file itself
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const desk = () => $("[data-marked]");

  // --- the finding in hand -----------------------------------------------------------------------
  const offered = (root) => {
    const off = new Set($$("[data-show]:not(:checked):not(:disabled)", root).map((box) => box.dataset.show));
    return $$(".mk-entry", root).filter((entry) => !off.has(entry.dataset.severity) && !off.has(entry.dataset.group));
  };
  const number = (entry) => entry.id.slice(1);
  const inHand = (root) => $(".mk-entry.mk-on", root);

  const take = (entry, { scroll = true, focus = true } = {}) => {
    const root = entry.closest("[data-marked]");
    $$(".mk-on", root).forEach((each) => { each.classList.remove("mk-on"); each.removeAttribute("aria-current"); });
    entry.classList.add("mk-on");
    entry.setAttribute("aria-current", "true");
    const marks = $$(".mk-mark", root).filter((mark) => mark.dataset.of.split(" ").includes(number(entry)));
    marks.forEach((mark) => mark.classList.add("mk-on"));
    count(root);
    if (focus) entry.focus({ preventScroll: true });
    const behavior = calm ? "auto" : "smooth";
    const list = $(".mk-list", root);
    if (list.scrollHeight > list.clientHeight) list.scrollTo({ top: entry.offsetTop - (entry.previousElementSibling?.offsetHeight || 0) - list.firstElementChild.offsetTop, behavior });
    if (scroll) marks[0]?.scrollIntoView({ block: "center", behavior });
    root.dispatchEvent(new CustomEvent("mk-taken", { bubbles: true, detail: { entry } }));
  };
  const count = (root) => {
    const all = offered(root), at = all.indexOf(inHand(root));
    const words = $("[data-count]", root);
    if (words) words.textContent = all.length ? (at < 0 ? `共${all.length}条意见` : `第${at + 1}条，共${all.length}条`) : "没有选中的意见";
  };
  const step = (root, by) => {
    const all = offered(root);
    if (!all.length) return;
    const at = all.indexOf(inHand(root));
    take(all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]);
  };

  // --- filters: the marks of findings that are not shown lose their line ----------------------------
  const sift = (root) => {
    const open = new Set(offered(root).map(number));
    $$(".mk-mark", root).forEach((mark) => mark.classList.toggle("mk-hidden", !mark.dataset.of.split(" ").some((each) => open.has(each))));
    const now = inHand(root);
    if (now && !open.has(number(now))) { const first = offered(root)[0]; if (first) take(first, { scroll: false, focus: false }); }
    count(root);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".mk-mark, .mk-head");
    const root = link?.closest("[data-marked]");
    if (root) {
      const target = link.matches(".mk-head") ? link.closest(".mk-entry") : $(link.getAttribute("href"), root);
      if (target) { event.preventDefault(); take(target, { scroll: link.matches(".mk-head") }); }
      return;
    }
    const turn = event.target.closest("[data-step]");
    if (turn) { step(turn.closest("[data-marked]"), Number(turn.dataset.step)); return; }
    if (event.target.closest("[data-print]")) window.print();
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-show]")) sift(event.target.closest("[data-marked]"));
    if (event.target.matches("[data-drop] input")) chosen();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !desk() || $("dialog[open]")) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    if (event.key === "j" || event.key === "k") { event.preventDefault(); step(desk(), event.key === "j" ? 1 : -1); }
  });

  // --- the file --------------------------------------------------------------------------------------
  // While the form still holds the file, downloads send it again: only the file itself has its Word layout.
  const held = () => Boolean($("[data-drop] input")?.files.length);
  const lend = (root, lent) => $$(".mk-take [data-download]", root).forEach((button) => {
    if (lent) button.setAttribute("form", "check-form"); else button.removeAttribute("form");
    if ("ownFile" in button.dataset) button.hidden = !lent;
  });
  const chosen = () => { if (desk()) lend(desk(), false); };
  // More than a form may hold never reaches the server, so it is said here.
  document.addEventListener("input", (event) => {
    const area = event.target, most = Number(area.dataset?.most);
    if (!most) return;
    const words = area.value.length > most ? `有${area.value.length.toLocaleString()}字，一次最多检查${most.toLocaleString()}字，请拆成几份。` : "";
    area.setCustomValidity(words);
    const told = $("[data-too-long]", area.parentElement);
    if (told) { told.textContent = words; told.hidden = !words; }
  });
  for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.("[data-drop]");
    if (!zone) return;
    zone.classList.toggle("mk-over", kind === "dragover");
    const input = $("input[type=file]", zone);
    if (kind === "dragover") event.preventDefault();
    if (kind === "drop" && event.dataTransfer.files.length) {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });

  const start = (root) => {
    const found = root.matches?.("[data-marked]") ? root : $("[data-marked]", root);
    $$("[data-print]", root).forEach((button) => { button.hidden = false; });
    if (!found || found.classList.contains("mk-live")) return;
    found.classList.add("mk-live");
    lend(found, held());
    $$(".mk-turn", found).forEach((turn) => { turn.hidden = false; });
    const first = location.hash.startsWith("#f") ? $(location.hash, found) : $(".mk-entry", found);
    if (first) take(first, { scroll: false, focus: false });
    $("#result-title")?.focus({ preventScroll: true });
    found.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  };
  document.addEventListener("htmx:load", (event) => start(event.detail.elt));
  start(document);
})();
