// Behaviour of every desk page. Nothing is needed to work: without it links, forms and pages still do.
// Attributes it acts on:
//   data-submit            a control that sends its form when changed
//   data-confirm="效果"     on a form or button: asks first, naming the effect; only for what cannot be undone
//   data-draft="key"       on a form: what is typed survives a reload of this tab (never beyond the session)
//   data-primary           the primary action of the page, reached with n
//   data-download          on a button whose answer is a file: the page stays, so it may be clicked again
//   data-first             on a form: its first empty control has the focus when the page opens
//   data-rows              on a table or list: j and k move through its [data-row] elements, Enter opens
//   data-back, data-keys   go back; show the keyboard help
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

  // --- display ---------------------------------------------------------------------------------
  const choose = (key, value) => {
    try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* private window */ }
    dispatchEvent(new Event("yf-display"));
    marks();
  };
  const marks = () => {
    const stored = (key) => { try { return localStorage.getItem(key) || ""; } catch { return ""; } };
    $$("button[data-theme]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.theme === stored("yf-theme"))));
    $$("button[data-size]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.size === stored("yf-size"))));
  };

  // --- clicks ----------------------------------------------------------------------------------
  document.addEventListener("click", (event) => {
    const target = event.target.closest("button[data-theme], button[data-size], [data-back], [data-keys]");
    if (!target) return;
    if ("theme" in target.dataset) choose("yf-theme", target.dataset.theme);
    else if ("size" in target.dataset) choose("yf-size", target.dataset.size);
    else if ("back" in target.dataset) history.back();
    else $("#yf-keys")?.showModal();
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
  });

  // --- confirmation ----------------------------------------------------------------------------
  const ask = (effect) => new Promise((resolve) => {
    const dialog = $("#yf-confirm");
    if (!dialog) { resolve(window.confirm(effect)); return; }
    $("[data-effect]", dialog).textContent = effect;
    dialog.returnValue = "no";
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const effect = event.submitter?.dataset.confirm || form.dataset.confirm;
    if (effect && !form.dataset.confirmed) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (await ask(effect)) { form.dataset.confirmed = "yes"; form.requestSubmit(event.submitter); }
      return;
    }
    delete form.dataset.confirmed;
    if (form.dataset.draft && form.method === "post") {
      if (!navigator.onLine) { event.preventDefault(); event.stopImmediatePropagation(); offline(form); return; }
      // Kept until the answer has come: a connection that breaks while sending loses nothing.
      sessionStorage.setItem("yf-sent", form.dataset.draft);
    }
    if (form.method === "post" && !form.matches("[hx-post], [hx-put]") && !event.submitter?.matches("[data-download]")) {
      // A second click must not send the step twice; the button comes back if the page is shown again.
      setTimeout(() => $$("button", form).forEach((button) => { button.disabled = true; }));
    }
  }, true);
  addEventListener("pageshow", () => $$("form[method=post] button:disabled").forEach((b) => { b.disabled = false; }));

  // --- drafts ----------------------------------------------------------------------------------
  const offline = (form) => {
    let note = $("[data-offline]", form);
    if (!note) {
      note = document.createElement("p");
      note.className = "yf-message yf-message-warning";
      note.dataset.offline = "";
      note.setAttribute("role", "alert");
      form.prepend(note);
    }
    note.textContent = "现在没有网络，尚未发送。填写的内容保留在本页，恢复网络后再按一次。";
    note.scrollIntoView({ block: "center" });
    addEventListener("online", () => { note.textContent = "网络已经恢复，请再按一次发送。"; }, { once: true });
  };
  // What was sent is forgotten once an answer came: another page, or the form with the reasons why not.
  const sent = sessionStorage.getItem("yf-sent");
  if (sent !== null) {
    sessionStorage.removeItem("yf-sent");
    const standing = $$("form[data-draft]").some((form) => form.dataset.draft === sent);
    if (!standing || $("#reasons")) sessionStorage.removeItem(`yf-draft:${sent}`);
  }
  const kept = (form) => $$("input, textarea, select", form).filter(
    (field) => field.name && field.name !== "csrfmiddlewaretoken" && !["password", "file", "hidden"].includes(field.type));
  const restore = (form) => {
    const saved = sessionStorage.getItem(`yf-draft:${form.dataset.draft}`);
    if (!saved) return;
    const values = JSON.parse(saved);
    kept(form).forEach((field) => {
      const key = field.type === "radio" || field.type === "checkbox" ? `${field.name}=${field.value}` : field.name;
      if (!(key in values)) return;
      if (key.includes("=")) field.checked = values[key]; else if (!field.value) field.value = values[key];
    });
    form.querySelector("[data-draft-note]")?.removeAttribute("hidden");
  };
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form?.dataset.draft) return;
    const values = {};
    kept(form).forEach((field) => {
      if (field.type === "radio" || field.type === "checkbox") values[`${field.name}=${field.value}`] = field.checked;
      else values[field.name] = field.value;
    });
    sessionStorage.setItem(`yf-draft:${form.dataset.draft}`, JSON.stringify(values));
  });

  // --- pages kept on the phone ------------------------------------------------------------------
  // What the worker of the pages outside has kept is somebody's: it goes when they sign out, and where they must sign in.
  const forget = async () => {
    if (!window.caches) return;
    for (const name of await caches.keys()) if (name.startsWith("yifa-field-pages-")) await caches.delete(name);
  };
  if ($("form[action$='/account/login/']")) forget();
  document.addEventListener("submit", (event) => { if (event.target.matches("form[action$='/account/logout/']")) forget(); });

  // --- keyboard --------------------------------------------------------------------------------
  let going = 0;
  const row = (step) => {
    const rows = $$("[data-rows] [data-row]");
    if (!rows.length) return;
    const now = rows.findIndex((each) => each.contains(document.activeElement));
    const next = rows[Math.max(0, Math.min(rows.length - 1, now < 0 ? 0 : now + step))];
    (next.matches("a, button, [tabindex]") ? next : $("a, button", next))?.focus();
  };
  const keys = {
    "/": () => { const box = $("#yf-search"); box?.focus(); box?.select(); },
    "?": () => $("#yf-keys")?.showModal(),
    j: () => row(1), k: () => row(-1),
    n: () => $("[data-primary]")?.click(),
    g: () => { going = Date.now(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
      event.preventDefault(); event.target.form.requestSubmit(); return;
    }
    if (event.key === "Escape" && event.target.matches("input[type=search]")) { event.target.blur(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $("dialog[open]")) return;
    if (/^[1-9]$/.test(event.key) && Date.now() - going < 1500) { $(`[data-go="${event.key}"]`)?.click(); return; }
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // --- htmx ------------------------------------------------------------------------------------
  const tell = (words) => {
    const box = $("#messages");
    if (!box) return;
    const line = document.createElement("div");
    line.className = "yf-message yf-message-error"; line.setAttribute("role", "alert"); line.textContent = words;
    box.replaceChildren(line);
  };
  document.addEventListener("htmx:sendError", () => tell("连接不上服务器，填写的内容还在页面上。请检查网络后再试。"));
  document.addEventListener("htmx:responseError", (event) => tell(
    event.detail.xhr.status === 403 ? "没有权限，或者登录已过期。请刷新页面后再试。"
      : "系统出错了，这次操作没有保存。请稍后再试，并把发生的时间告诉系统管理员。"));

  const start = (root) => {
    $$("form[data-draft]", root).forEach(restore);
    // The tab that is open stands in view where the row of tabs is longer than the screen.
    $$(".yf-tabs [aria-current], .pg-owners [aria-current]", root).forEach((tab) => {
      const row = tab.parentElement;
      row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
    });
    if (history.length > 1) $$("[data-back]", root).forEach((button) => { button.hidden = false; });
  };
  // A form that was opened to be filled in: who types begins at once; a keyboard on glass comes only when asked for.
  const first = $("form[data-first]");
  if (first && !location.hash && !$("#reasons") && !matchMedia("(pointer: coarse)").matches) {
    $$("input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), select, textarea", first)
      .find((each) => each.offsetParent && !each.value && each.getBoundingClientRect().bottom < innerHeight)?.focus();
  }
  // On paper nothing can be unfolded: what is folded is printed whole, and folded again afterwards.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = $$(".yf-main details:not([open]):not(.pg-menu, .pg-add, .pg-more)");
    unfolded.forEach((each) => { each.open = true; });
  });
  addEventListener("afterprint", () => unfolded.forEach((each) => { each.open = false; }));
  document.addEventListener("htmx:load", (event) => start(event.detail.elt));
  marks();
  start(document);
})();
