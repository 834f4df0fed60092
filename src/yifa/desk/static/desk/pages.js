// Behaviour of the pages of cases: lists inside forms, growing text, errors, menus. Everything works without it.
//   data-list            a list field: rows are added, removed and pasted from a spreadsheet
//   data-grow            a text area as tall as its text
//   data-insert          a button that puts its words where the cursor stands in the page's text
//   #reasons             the reasons of a refusal: focused when the page opens; its links focus their control
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

  // --- lists inside a form --------------------------------------------------------------------
  const rows = (list) => $$("tbody tr", list);
  const add = (list) => {
    const most = Number(list.dataset.most) || Infinity;
    if (rows(list).length >= most) return null;
    const next = Math.max(-1, ...$$("tbody [name]", list).map((cell) => Number(cell.name.split("-").at(-2)))) + 1;
    const body = $("tbody", list);
    const holder = document.createElement("tbody");
    holder.innerHTML = $("template", list).innerHTML.replaceAll("__row__", String(next));
    const row = holder.firstElementChild;
    body.append(row);
    $$("[data-list-remove]", row).forEach((button) => { button.hidden = false; });
    return row;
  };
  const changed = (list) => {
    const cell = $("tbody :is(input, select, textarea)", list);
    for (const kind of ["input", "change"]) cell?.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  const fill = (cell, text) => {
    if (cell.tagName !== "SELECT") { cell.value = text; return; }
    const option = [...cell.options].find((each) => each.text === text || each.value === text);
    if (option) cell.value = option.value;
  };
  // The frame keeps drafts by the names of controls; rows that scripts had added are made again first.
  const redraw = (form) => {
    const values = JSON.parse(sessionStorage.getItem(`yf-draft:${form.dataset.draft}`) || "{}");
    $$("[data-list]", form).forEach((list) => {
      const made = new Map();
      Object.entries(values).forEach(([name, value]) => {
        const found = name.match(/^(.*)-(\d+)-(\w+)$/);
        if (!found || found[1] !== list.dataset.list || !value || list.querySelector(`[name="${name}"]`)) return;
        if (!made.has(found[2])) made.set(found[2], add(list));
        const cell = $(`[name$="-${found[3]}"]`, made.get(found[2]) || form);
        if (made.get(found[2]) && cell) cell.value = value;
      });
    });
  };
  document.addEventListener("click", (event) => {
    const list = event.target.closest("[data-list]");
    if (!list) return;
    if (event.target.closest("[data-list-add]")) $("input, select, textarea", add(list) || list)?.focus();
    const remove = event.target.closest("[data-list-remove]");
    if (!remove) return;
    const row = remove.closest("tr");
    const near = row.nextElementSibling || row.previousElementSibling;
    if (near) { row.remove(); $("input, select, textarea", near)?.focus(); } else $$("input, select, textarea", row).forEach((cell) => { cell.value = ""; });
    changed(list);
  });
  // A value chosen from what is offered brings its words into the cell beside it.
  document.addEventListener("input", (event) => {
    const cell = event.target.closest("[data-list] input[data-fills]");
    const other = cell?.dataset.fills && $(`[name$="-${cell.dataset.fills}"]`, cell.closest("tr"));
    if (!other || (other.value && other.value !== other.dataset.filled)) return;
    const chosen = [...(cell.list?.options || [])].find((each) => each.value === cell.value.trim());
    other.value = other.dataset.filled = chosen ? chosen.text : "";
  });
  document.addEventListener("paste", (event) => {
    const cell = event.target.closest("[data-list] :is(input, textarea)");
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!cell || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const list = cell.closest("[data-list]");
    let row = cell.closest("tr");
    const first = [...row.cells].findIndex((each) => each.contains(cell));
    text.replace(/\r/g, "").replace(/\n$/, "").split("\n").forEach((line, number) => {
      if (number > 0) row = row.nextElementSibling || add(list);
      if (!row) return;
      line.split("\t").forEach((value, position) => {
        const target = row.cells[first + position]?.querySelector("input, select, textarea");
        if (target) fill(target, value.trim());
      });
    });
    changed(list);
  });
  // Enter goes on to the next control instead of sending a form that is half filled.
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("[data-case-form]");
    if (!form || event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (!event.target.matches("input:not([type=checkbox], [type=submit], [type=file]), select")) return;
    event.preventDefault();
    const controls = $$("input:not([type=hidden]), select, textarea, button", form).filter((each) => each.offsetParent && !each.disabled);
    controls[controls.indexOf(event.target) + 1]?.focus();
  });

  // --- text areas -----------------------------------------------------------------------------
  const grow = (area) => { area.style.height = "auto"; area.style.height = `${area.scrollHeight + 2}px`; };
  document.addEventListener("input", (event) => { if (event.target.matches("[data-grow]")) grow(event.target); });

  // --- a text taken from a file: the server reads it, the person looks it over ---------------------
  const read = async (input) => {
    const area = document.getElementById(input.dataset.readInto), told = $("[role=status]", input.closest("[data-read]"));
    const sent = new FormData();
    sent.append("file", input.files[0]);
    told.textContent = "正在读取……";
    try {
      const token = area.form.elements.csrfmiddlewaretoken.value;
      const answer = await fetch(input.dataset.readAt, { method: "POST", body: sent, headers: { "X-CSRFToken": token } });
      const got = await answer.json();
      if (answer.ok) area.value = got.text;
      told.textContent = answer.ok ? got.told : got.error;
      if (answer.ok) for (const kind of ["input", "change"]) area.dispatchEvent(new Event(kind, { bubbles: true }));
    } catch { told.textContent = "没有读成。请检查网络，重新选择文件；也可以直接粘贴。"; }
    input.value = "";
  };
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-read-into]")) return;
    event.stopPropagation();
    if (event.target.files.length) read(event.target);
  }, true);

  // --- insertion: what a button stands for goes to where the cursor stands in the text ------------
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    const area = button && $("textarea");
    if (!area) return;
    area.setRangeText(button.dataset.insert, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  });

  // --- refusals -------------------------------------------------------------------------------
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#reasons a[href^='#']");
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    target.closest("details")?.setAttribute("open", "");
    const control = target.matches("input, select, textarea") ? target : $("input, select, textarea", target) || target;
    setTimeout(() => control.focus());
  });

  // --- menus ----------------------------------------------------------------------------------
  document.addEventListener("click", (event) => {
    $$("details.pg-menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") $$("details.pg-menu[open]").forEach((menu) => { menu.open = false; $("summary", menu).focus(); });
  });

  const start = (root) => {
    $$("[data-list-add], [data-list-remove], [data-list-hint]", root).forEach((each) => { each.hidden = false; });
    $$("[data-read]", root).forEach((each) => { each.hidden = false; });
    $$("form[data-draft]", root).forEach(redraw);
    $$("[data-grow]", root).forEach((area) => { if (area.value) grow(area); });
  };
  document.addEventListener("htmx:load", (event) => start(event.detail.elt));
  start(document);
  $("#reasons")?.focus();
})();
