// Forms that an officer fills in outside (现场表单). Nothing is lost: while typing the form is kept as a draft, when sent it goes
// through the queue. Attributes it acts on:
//   data-queue="发送地址"      a form for the queue; data-name of its draft, data-group, data-what, data-label: fields that name it
//   data-fill='{"名": "值"}'   on a button: puts values into the form, as if typed; pressed while they stand there
//   data-deed                 on such a button: data-amounts are the fines of the benchmark for this deed
//   data-highest              on the form: by act and kind of party, the highest fine on the spot
//   data-lookup               on the form: the address that knows a party by its credit code
(() => {
  const field = window.yfField, queue = window.yfQueue, photos = window.yfPhotos;
  if (!field || !window.indexedDB || !window.crypto?.subtle) return;
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const forms = $$("form[data-queue]");
  const two = (number) => String(number).padStart(2, "0");
  const day = (now = new Date()) => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const minute = (now = new Date()) => `${two(now.getHours())}:${two(now.getMinutes())}`;
  const ids = new WeakMap(); // of a form that came back: the form it replaces

  // --- values ----------------------------------------------------------------------------------
  const fieldsOf = (form) => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !["csrfmiddlewaretoken", "token", "seen"].includes(name));
  const put = (control, value) => {
    if (control.type === "checkbox" || control.type === "radio") control.checked = Boolean(value) && value !== "false";
    else control.value = value;
  };
  const touched = (control) => ["input", "change"].forEach((kind) => control.dispatchEvent(new Event(kind, { bubbles: true })));
  const restore = (form, fields) => {
    const values = new Map(fields), lists = new Map();
    $$("input, select, textarea", form).forEach((control) => {
      if (!control.name || control.type === "hidden" || control.type === "file" || control.closest("[data-list]")) return;
      put(control, values.get(control.name) ?? "");
    });
    fields.forEach(([name, value]) => {
      const found = name.match(/^(.*)-(\d+)-(\w+)$/);
      if (!found || !value) return;
      const rows = lists.get(found[1]) || lists.set(found[1], new Map()).get(found[1]);
      (rows.get(found[2]) || rows.set(found[2], []).get(found[2])).push([found[3], value]);
    });
    $$("[data-list]", form).forEach((list) => {
      const rows = [...(lists.get(list.dataset.list) || new Map()).values()];
      while ($$("tbody tr", list).length < rows.length) $("[data-list-add]", list).click();
      $$("tbody tr", list).forEach((row, number) => {
        $$("input, select", row).forEach((cell) => { cell.value = ""; });
        (rows[number] || []).forEach(([column, value]) => { $(`[name$="-${column}"]`, row).value = value; });
      });
    });
    refresh(form);
  };

  // --- buttons that fill in --------------------------------------------------------------------
  const fill = (button) => {
    const form = button.form || button.closest("form");
    const values = JSON.parse(button.dataset.fill);
    Object.entries(values).forEach(([name, value]) => { const control = form.elements[name]; if (control) { put(control, value); touched(control); } });
    if ("deed" in button.dataset) offer(form, button);
    refresh(form);
  };
  const pressed = (form) => $$("[data-fill]", form).forEach((button) => {
    const values = Object.entries(JSON.parse(button.dataset.fill)).filter(([, value]) => value !== "");
    button.setAttribute("aria-pressed", String(values.length > 0 && values.every(([name, value]) => form.elements[name]?.value === value)));
  });
  // Fines of the benchmark of this deed; what is above the highest for this kind of party is not offered.
  const offer = (form, button) => { form.dataset.amounts = button.dataset.amounts; amounts(form); };
  const most = (form) => {
    const highest = JSON.parse(form.dataset.highest || "{}")[form.elements.f_regime?.value || "general"] || {};
    return Number(highest[form.elements.f_party_type?.value] || 0);
  };
  const amounts = (form) => {
    const box = $("[data-amounts-here]", form);
    if (!box) return;
    const top = most(form), tiers = JSON.parse(form.dataset.amounts || "[]");
    const offered = (tiers.length ? tiers : JSON.parse(box.dataset.usual).map((amount) => [amount, ""])).filter(([amount]) => !top || Number(amount) <= top);
    box.replaceChildren(...offered.map(([amount, tier]) => {
      const button = document.createElement("button");
      button.type = "button"; button.className = "yf-chip"; button.textContent = `${amount}元${tier ? ` ${tier}` : ""}`;
      button.dataset.fill = JSON.stringify({ f_fine_amount: amount, ...(form.elements.f_penalty_kind.value === "warning_and_fine" ? {} : { f_penalty_kind: "fine" }) });
      return button;
    }));
    const limit = $("[data-limit-here]", form);
    limit.textContent = `${tiers.length ? "按本机关的裁量基准。" : ""}${top ? `当场罚款不超过${top}元（含本数），超过的请转为普通程序。` : ""}`;
  };

  // --- what goes with the party ------------------------------------------------------------------
  const CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY", CITIZEN = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const creditFits = (code) => {
    if (code.length !== 18 || [...code].some((each) => !CREDIT.includes(each))) return false;
    let total = 0, weight = 1;
    for (const each of code.slice(0, 17)) { total += CREDIT.indexOf(each) * weight; weight = (weight * 3) % 31; }
    return CREDIT[(31 - (total % 31)) % 31] === code[17];
  };
  const citizenFits = (number) => /^\d{17}[\dX]$/.test(number) && "10X98765432"[CITIZEN.reduce((total, weight, n) => total + weight * Number(number[n]), 0) % 11] === number[17];
  const numberFault = (form) => {
    const kind = form.elements.f_party_id_type?.value, number = form.elements.f_party_id_no?.value.trim();
    if (!number) return "";
    if (kind === "id_card" && !citizenFits(number)) return "公民身份号码不对：应为18位，末位是校验码，请逐位核对";
    if (kind === "credit_code" && !creditFits(number)) return "统一社会信用代码不对：应为18位，末位是校验码，请逐位核对";
    return "";
  };
  const lookUp = async (form) => {
    const number = form.elements.f_party_id_no.value.trim().toUpperCase(), note = $("[data-lookup-note]", form);
    if (!form.dataset.lookup || form.elements.f_party_id_type.value !== "credit_code" || !creditFits(number) || form.dataset.looked === number) return;
    form.dataset.looked = number;
    note.textContent = navigator.onLine ? "正在查检查对象名录……" : "没有网络，不能查名录，请手工填写。";
    if (!navigator.onLine) { delete form.dataset.looked; return; }
    try {
      const answer = await fetch(`${form.dataset.lookup}?code=${encodeURIComponent(number)}`, { redirect: "manual" });
      const found = answer.ok ? await answer.json() : null;
      note.textContent = found ? (found.f_party_name ? "已从检查对象名录填入，请核对。" : "检查对象名录中没有这个代码，请手工填写。") : "没有查到，请手工填写。";
      Object.entries(found || {}).forEach(([name, value]) => { const control = form.elements[name]; if (control && value) put(control, value); });
    } catch { note.textContent = "没有查到，请手工填写。"; delete form.dataset.looked; }
    refresh(form);
    changed(form);
  };
  const byParty = (form, control) => {
    const kind = form.elements.f_party_id_type, type = form.elements.f_party_type;
    if (!kind || !type) return;
    if (control === type && type.value) kind.value = type.value === "natural" ? "id_card" : "credit_code";
    const number = form.elements.f_party_id_no, letter = $("[data-append]", form);
    if (letter) letter.hidden = kind.value !== "id_card";
    if (number) {
      number.inputMode = kind.value === "id_card" ? "numeric" : "text";
      number.autocapitalize = "characters";
      const upper = number.value.toUpperCase();
      if (upper !== number.value) number.value = upper;
    }
  };
  const refresh = (form) => {
    amounts(form);
    pressed(form);
    const words = $("[data-folded-words]", form);
    if (!words) return;
    const names = $$("[data-list=f_officers] tbody tr", form).map((row) => $("[name$=-name]", row)?.value || $("[name$=-cert_no]", row)?.value).filter(Boolean);
    words.textContent = [names.length ? `执法人员 ${names.join("、")}` : "执法人员 没有填写", form.elements.f_item_code?.value, form.elements.f_matter?.value].filter(Boolean).join(" · ");
    $$("[data-officer]", form).forEach((button) => button.setAttribute("aria-pressed", String($$("[name$=-cert_no]", form).some((cell) => cell.value === button.dataset.officer))));
  };
  const officer = (button) => {
    const form = button.form, list = $("[data-list=f_officers]", form);
    const rows = () => $$("tbody tr", list);
    const there = rows().find((row) => $("[name$=-cert_no]", row).value === button.dataset.officer);
    const write = (row, number, name) => { $("[name$=-cert_no]", row).value = number; $("[name$=-name]", row).value = name; };
    if (there) write(there, "", "");
    else {
      let free = rows().find((row) => !$("[name$=-cert_no]", row).value);
      if (!free) { $("[data-list-add]", list).click(); free = rows().at(-1); }
      write(free, button.dataset.officer, button.dataset.name);
    }
    refresh(form);
    changed(form);
  };

  // --- errors at their fields --------------------------------------------------------------------
  const controlOf = (form, name) => {
    if (!name) return null;
    const named = form.elements[name] || form.querySelector(`[data-list="${name}"]`);
    return named instanceof RadioNodeList ? named[0] : named;
  };
  const clear = (form) => {
    $$(".fd-error", form).forEach((each) => each.remove());
    $$("[aria-invalid]", form).forEach((each) => each.removeAttribute("aria-invalid"));
    const box = $("[data-reasons]", form);
    box.hidden = true;
    box.replaceChildren();
  };
  const show = (form, reasons, heading) => {
    clear(form);
    const box = $("[data-reasons]", form), title = document.createElement("h2"), list = document.createElement("ol");
    title.textContent = heading;
    reasons.forEach((reason) => {
      const words = reason.basis ? `${reason.text}（${reason.basis}）` : reason.text, item = document.createElement("li");
      const control = controlOf(form, reason.field);
      if (!control) { item.textContent = words; list.append(item); return; }
      const jump = document.createElement("button");
      jump.type = "button"; jump.textContent = words;
      jump.addEventListener("click", () => reach(control));
      item.append(jump);
      list.append(item);
      control.setAttribute("aria-invalid", "true");
      const error = document.createElement("p");
      error.className = "yf-field-error fd-error"; error.textContent = words;
      (control.closest(".yf-field, .pg-tick, li") || control).append(error);
      control.closest("details")?.setAttribute("open", "");
    });
    box.append(title, list);
    box.hidden = false;
    box.focus();
    box.scrollIntoView({ block: "start" });
  };
  const reach = (control) => {
    control.closest("details")?.setAttribute("open", "");
    const target = control.hidden ? control.closest(".yf-field").querySelector("[data-fill]") : control.matches("[data-list]") ? $("input", control) : control;
    target.focus();
    target.scrollIntoView({ block: "center" });
  };
  // What can be known without the server; it judges again, and has the last word.
  const faults = (form) => {
    const found = [];
    $$("label.yf-must[for]", form).forEach((label) => {
      const control = form.querySelector(`#${CSS.escape(label.htmlFor)}`);
      const list = control?.matches("[data-list]");
      const empty = list ? !$$("input", control).some((cell) => cell.value.trim()) : control && !control.value.trim();
      if (empty) found.push({ text: `未填写“${label.firstChild.textContent.trim()}”`, basis: "", field: list ? control.dataset.list : control.name });
    });
    $$("[data-confirm-tick]", form).forEach((tick) => { if (!tick.checked) found.push({ text: `未确认“${tick.dataset.confirmTick}”`, basis: "", field: tick.name }); });
    const wrong = numberFault(form);
    if (wrong) found.push({ text: wrong, basis: "", field: "f_party_id_no" });
    const kind = form.elements.f_penalty_kind?.value, amount = Number(form.elements.f_fine_amount?.value || 0), top = most(form);
    if (kind && kind !== "warning" && !amount) found.push({ text: "处以罚款的，应当填写罚款数额", basis: "", field: "f_fine_amount" });
    if (kind === "warning" && amount) found.push({ text: "只警告的不填罚款数额；要罚款的，处罚种类选罚款", basis: "", field: "f_fine_amount" });
    if (kind && kind !== "warning" && top && amount > top) found.push({ text: `罚款${amount}元超过当场处罚的上限${top}元，请转为普通程序`, basis: "", field: "f_fine_amount" });
    return found;
  };

  // --- sending -----------------------------------------------------------------------------------
  const told = (form) => ({
    what: form.dataset.what, label: (form.dataset.label || "").split(" ").map((name) => form.elements[name]?.value || form.dataset.about || "").filter(Boolean).join(" "),
    page: location.pathname, send: form.dataset.queue, group: form.dataset.group || "", seen: form.elements.seen?.value || "",
    fields: fieldsOf(form), photos: photos.of(form), on: day(),
  });
  const blank = (form) => {
    form.reset();
    photos.set(form, []);
    clear(form);
    ids.delete(form);
    start(form);
  };
  const outcome = (form, words, parts = []) => {
    const box = $("[data-outcome]", form);
    box.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }), ...parts);
    box.hidden = false;
    return box;
  };
  const tell = (...parts) => { const box = outcome(...parts); box.focus(); box.scrollIntoView({ block: "center" }); };
  const anchor = (words, address, className) => Object.assign(document.createElement("a"), { textContent: words, href: address, className });
  const result = async (form, id) => {
    const row = await field.get("items", id), body = row && await field.opened(row.body);
    if (row?.state === "refused") { show(form, body.reasons, `不能“${form.dataset.what}”，填写的内容都还在：`); return; }
    const sent = row?.state === "sent" ? body : row?.result ? await field.opened(row.result) : null;
    ids.delete(form);
    if (!sent) {
      blank(form);
      tell(form, navigator.onLine ? "存在手机上，正在继续发送，结果在上面的列表里。" : "没有网络，已经存在手机上，网络恢复后自动发送。可以接着办下一件。");
      if (form.dataset.group) lock(form);
      return;
    }
    const links = [];
    if (sent.told.paper) links.push(anchor(sent.told.title || "文书", sent.told.paper, "btn btn-primary"));
    links.push(anchor("打开案件", sent.told.case, "btn btn-outline-primary"));
    const acts = document.createElement("p");
    acts.className = "fd-acts";
    acts.append(...links);
    blank(form);
    tell(form, `已办理“${sent.told.step}”${sent.told.number ? `：${sent.told.number}` : ""}。${sent.told.message || ""}`, [acts]);
    if (form.dataset.group) lock(form);
  };
  // A step of a visit that was registered on this page is not registered twice.
  const lock = (form, locked = true) => {
    if (locked) form.dataset.sent = "yes"; else delete form.dataset.sent;
    $$("[data-send]", form).forEach((button) => { button.disabled = locked; });
  };
  const send = async (form) => {
    if (form.dataset.busy || form.dataset.sent) return;
    form.dataset.busy = "yes";
    try { await photos.ready(); } finally { delete form.dataset.busy; }
    const now = $("[name=i_at]", form);
    if (now && !now.dataset.typed) now.value = minute();
    const found = faults(form);
    if (found.length) { show(form, found, "还差这些，填写的内容都还在："); return; }
    form.dataset.busy = "yes";
    const button = $("[data-send]", form), words = button.textContent;
    button.textContent = "正在保存……";
    const id = ids.get(form) || crypto.randomUUID();
    ids.set(form, id);
    try {
      await field.keep(id, told(form));
      clearTimeout(saving);
      saving = 0;
      await field.draft.drop(form.dataset.name);
      button.textContent = "正在发送……";
      // The officer need not wait for a bad connection: the queue goes on by itself.
      await Promise.race([queue.now(), new Promise((resolve) => setTimeout(resolve, Number(form.dataset.patience || 12000)))]);
      await result(form, id);
    } catch (error) {
      const full = error?.name === "QuotaExceededError";
      show(form, [{ text: full ? "手机的存储空间不够，请删去几张照片或者清理空间后再按一次" : "不能存在手机上，请再按一次；仍然不行的，保留本页并联系系统管理员", basis: "", field: "" }], "没有保存，填写的内容还在本页：");
    } finally {
      delete form.dataset.busy;
      button.textContent = words;
      queue.changed();
    }
  };
  addEventListener("submit", (event) => {
    if (!forms.includes(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    send(event.target);
  }, true);

  // --- drafts --------------------------------------------------------------------------------------
  let saving = 0;
  const changed = (form) => {
    if (ids.has(form) && form.dataset.busy) return;
    clearTimeout(saving);
    saving = setTimeout(() => { saving = 0; save(form); }, 400);
  };
  const save = (form) => (form.dataset.busy || form.dataset.sent ? null : field.draft.save(form.dataset.name, { ...told(form), id: ids.get(form) || "" }).catch(() => {}));
  document.addEventListener("input", (event) => {
    const form = event.target.form || event.target;
    if (!forms.includes(form)) return;
    if (event.target.name === "i_at") event.target.dataset.typed = "yes";
    if (event.target.matches?.("[name^=f_party_]")) byParty(form, event.target);
    if (event.target.name === "f_party_id_no") lookUp(form);
    if (event.target.matches?.("[name=f_party_type], [name=f_regime], [name=f_penalty_kind]")) amounts(form);
    pressed(form);
    if (event.target.closest?.("[data-list]")) refresh(form);
    $("[data-outcome]", form)?.setAttribute("hidden", "");
    changed(form);
  });
  addEventListener("pagehide", () => { if (saving) forms.forEach(save); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fill], [data-officer], [data-discard], [data-append]");
    if (!button) return;
    const form = button.form || button.closest("form");
    if ("fill" in button.dataset) fill(button);
    else if ("officer" in button.dataset) officer(button);
    else if ("append" in button.dataset) { const control = form.elements[button.dataset.to]; control.value += button.dataset.append; touched(control); control.focus(); }
    else if (window.confirm("清空这张表？填写的内容和照片不能恢复。")) field.draft.drop(form.dataset.name).then(() => { blank(form); $("[data-draft-note]", form)?.setAttribute("hidden", ""); });
  });

  // A page that the phone kept may be from an earlier hour: today's date and the time now are set when it opens.
  const start = (form) => {
    const on = form.elements.on;
    if (on) { on.max = day(); on.value = day(); }
    const at = $("[name=i_at]", form);
    if (at) { at.value = minute(); delete at.dataset.typed; }
    $$("[data-chosen]", form).forEach((control) => { control.hidden = true; });
    byParty(form, null);
    refresh(form);
  };
  const reopen = async (form) => {
    const wanted = location.hash.slice(1);
    const row = wanted && await field.get("items", wanted);
    const body = row && row.person === field.person && row.state !== "sent" ? await field.unpacked(row) : null;
    if (body && body.send === form.dataset.queue) {
      ids.set(form, row.id);
      lock(form, false);
      restore(form, body.fields);
      photos.set(form, body.photos);
      const at = $("[name=i_at]", form);
      if (at) at.dataset.typed = "yes";
      form.closest("details")?.setAttribute("open", "");
      if (row.state === "refused") show(form, body.reasons || [], `上次没有办成“${form.dataset.what}”，改好后再发送：`);
      return;
    }
    if (form.dataset.group) {
      for (const each of await field.all()) {
        const waits = each.group === form.dataset.group && each.person === field.person && each.state !== "sent" && await field.opened(each.body);
        if (waits && waits.send === form.dataset.queue) { lock(form); outcome(form, "这一步已经存在手机上，还没有发送；要改的，在下面的列表中打开。"); return; }
      }
    }
    const draft = await field.draft.load(form.dataset.name);
    if (!draft) return;
    if (draft.id) ids.set(form, draft.id);
    // The date of the day on which it was begun goes with the day; another date was chosen and stays.
    restore(form, draft.fields.map(([name, value]) => [name, name === "on" && value === draft.on ? day() : value]));
    photos.set(form, draft.photos);
    $("[data-draft-note]", form)?.removeAttribute("hidden");
    form.closest("details")?.setAttribute("open", "");
  };
  // What is asked for only where there is no network stays while something stands in it.
  const without = () => $$("[data-without-network]").forEach((part) => {
    part.hidden = navigator.onLine && !$$("input", part).some((control) => control.value);
  });
  ["online", "offline"].forEach((kind) => addEventListener(kind, without));

  const begin = async (form) => { start(form); await reopen(form); without(); form.dataset.ready = "yes"; };
  forms.forEach((form) => begin(form).catch((error) => { form.dataset.ready = "yes"; without(); console.error(error); }));
  addEventListener("hashchange", () => forms.forEach((form) => reopen(form)));
})();
