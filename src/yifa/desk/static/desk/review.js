// Behaviour of 审查台 (desk/review/). Without it every verdict is a set of radio buttons, every opinion a box, and 保存 sends
// all of it; with it A accepts and R rejects the finding in hand, the letter grows while one works, nothing is lost unsaved.
(() => {
  const root = document.querySelector("[data-review]");
  if (!root) return;
  const $ = (selector, within = root) => within.querySelector(selector);
  const $$ = (selector, within = root) => [...within.querySelectorAll(selector)];
  const verdicts = $$(".rv-verdict");
  const chosen = (box) => $("input[type=radio]:checked", box)?.value || "pending";
  const line = (key) => $$("[data-for]").find((each) => each.dataset.for === key);
  const entryOf = (box) => box.closest(".mk-entry");

  // --- what was decided shows in the text, in the letter and in the counts ---------------------------
  const weigh = () => {
    const shown = $$("[data-lines] > .rv-line:not([hidden])").filter((each) => !each.matches(".rv-own") || $("textarea", each).value.trim());
    const weight = (each) => $("select", each), order = [...(weight($(".rv-line"))?.options || [])];
    const parts = order.map((option) => [option.text, shown.filter((each) => weight(each).value === option.value).length])
      .filter(([, n]) => n).map(([name, n]) => `${name}${n}`).join("、");
    $("[data-sum]").textContent = shown.length ? `${shown.length}条意见：${parts}` : "还没有意见";
    const counts = { accepted: 0, rejected: 0, pending: 0 };
    verdicts.forEach((box) => { counts[chosen(box)] += 1; });
    Object.entries(counts).forEach(([name, n]) => { const place = $(`[data-n=${name}]`); if (place) place.textContent = n; });
  };
  const reflect = (box) => {
    const told = line(box.dataset.key), verdict = chosen(box), number = entryOf(box).id.slice(1);
    if (told) told.hidden = verdict !== "accepted";
    $$(".mk-mark").filter((mark) => mark.dataset.of.split(" ").includes(number)).forEach((mark) => {
      const all = mark.dataset.of.split(" ").map((each) => $(`#f${each} .rv-verdict`)).filter(Boolean).map(chosen);
      mark.classList.toggle("rv-taken", all.includes("accepted"));
      mark.classList.toggle("rv-passed", all.every((each) => each === "rejected"));
    });
  };
  const changed = () => { dirty = true; $(".rv-save")?.classList.add("rv-dirty"); };
  let dirty = false, kept = false;

  const decide = (verdict) => {
    const box = $(".mk-entry.mk-on .rv-verdict");
    if (!box) return;
    $(`input[value=${verdict}]`, box).checked = true;
    reflect(box); weigh(); changed();
    if (verdict === "rejected") { $(".rv-why", box).focus(); return; }
    onward(box);
  };
  // The next finding that is still open; none left, the one in hand stays.
  const onward = (box) => {
    const at = verdicts.indexOf(box), visible = (each) => entryOf(each).offsetParent !== null;
    const next = [...verdicts.slice(at + 1), ...verdicts.slice(0, at)].find((each) => visible(each) && chosen(each) === "pending");
    if (next) $(".mk-head", entryOf(next)).click();
  };

  // --- opinions of one's own ---------------------------------------------------------------------------
  const write = (words = "") => {
    $("#letter").open = true;
    const blank = $$(".rv-own").find((each) => !$("textarea", each).value.trim());
    const row = blank || $("#own-line").content.firstElementChild.cloneNode(true);
    if (!blank) $("[data-lines]").append(row);
    const box = $("textarea", row);
    box.value = words;
    row.scrollIntoView({ block: "nearest" });
    box.focus();
    box.setSelectionRange(words.length, words.length);
    if (words) changed();
    return row;
  };
  const told = (row, values) => {
    for (const [name, value] of Object.entries(values)) { const cell = $(`[name=own-${name}]`, row); if (cell && value) cell.value = value; }
  };
  const selected = () => {
    const words = String(getSelection()).replace(/\s+/g, " ").trim(), inside = getSelection().anchorNode?.parentElement?.closest(".mk-text");
    return inside && words ? `“${words.slice(0, 120)}”：` : "";
  };

  // --- opinions often given: the dialog asks the server, the words go into the letter unsaved ------------
  const library = document.querySelector("#library"), offers = library && $("[data-offers]", library);
  let quoted = "";
  const nearby = () => $(".mk-entry.mk-on")?.textContent.replace(/\s+/g, " ").trim() || "";
  const ask = async (query) => {
    const address = new URL($("[data-library]").href);
    address.search = new URLSearchParams(query);
    try {
      const answer = await fetch(address, { headers: { "HX-Request": "true" } });
      if (!answer.ok) throw new Error(answer.status);
      offers.innerHTML = await answer.text();
    } catch { offers.innerHTML = '<p class="yf-empty">没有取到常用意见。请检查网络后再试。</p>'; }
  };
  const browse = () => {
    if (!library || library.open) return;
    quoted = selected();
    library.showModal();
    ask({ near: (quoted || nearby()).slice(0, 300) });
  };
  library?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target, values = Object.fromEntries(new FormData(form));
    if (form.matches("[data-ask]")) { ask(values); return; }
    if (form.matches("[data-take]")) {
      library.close();
      told(write(quoted + values.text), { basis: values.basis, severity: values.severity, category: values.category });
      weigh(); changed();
      return;
    }
    const button = $("button", form);
    button.disabled = true;
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" } }).catch(() => null);
    button.textContent = answer?.ok ? "✓ 已收入" : "没有收入，请再试";
    button.disabled = Boolean(answer?.ok);
  });
  library?.addEventListener("change", (event) => { if (event.target.matches("[data-ask] select")) event.target.form.requestSubmit(); });
  library?.addEventListener("click", (event) => { if (event.target === library || event.target.closest("[data-close]")) library.close(); });
  $("[data-library]")?.addEventListener("click", (event) => { if (library) { event.preventDefault(); browse(); } });

  root.addEventListener("change", (event) => {
    const box = event.target.closest(".rv-verdict");
    if (box) reflect(box);
    if (event.target.name) { weigh(); changed(); }
  });
  root.addEventListener("input", (event) => { if (event.target.matches("textarea, .rv-why, [name=own-basis]")) { weigh(); changed(); } });
  root.addEventListener("click", (event) => { if (event.target.closest("[data-own]")) write(selected()); });
  root.addEventListener("submit", () => { kept = true; });
  addEventListener("beforeunload", (event) => { if (dirty && !kept) event.preventDefault(); });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches(".rv-why") && event.key === "Enter") { event.preventDefault(); event.target.blur(); onward(event.target.closest(".rv-verdict")); return; }
    if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    const act = { a: () => decide("accepted"), r: () => decide("rejected"), o: () => write(selected()), l: browse }[event.key];
    if (act && $(".rv-save")) { event.preventDefault(); act(); }
  });

  // The letter takes its room from the list above it; on a wide screen it stands beside, always open.
  const foot = $(".rv-foot"), wide = matchMedia("(min-width: 1600px)");
  const place = () => { if (wide.matches && $("#letter")) $("#letter").open = true; };
  new ResizeObserver(() => root.style.setProperty("--rv-foot", `${foot.offsetHeight}px`)).observe(foot);
  wide.addEventListener("change", place);
  // The list ends where the letter begins, also before the page has scrolled.
  const fit = () => root.style.setProperty("--rv-top", `${Math.max($(".mk-side").getBoundingClientRect().top, 0)}px`);
  for (const kind of ["scroll", "resize"]) addEventListener(kind, () => requestAnimationFrame(fit), { passive: true });
  fit();
  place();
  if (!location.hash) scrollTo(0, 0);

  $$("[data-own]").forEach((button) => { button.hidden = false; });
  verdicts.forEach(reflect);
  if (verdicts.length || $("[data-lines]")) weigh();
  document.querySelector("#reasons")?.focus();
})();
