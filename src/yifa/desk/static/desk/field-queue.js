// The forms that wait on the phone (待发送): sent in order when there is a network, each exactly once, and shown with their state.
// The same form may be sent again at any time: the server knows it by its token. Nothing is deleted before the server has
// answered for it. Fires "yf-field" on the document whenever something has changed.
window.yfQueue = (() => {
  const field = window.yfField;
  if (!field) return null;
  const { root, person } = field;
  const at = root.dataset;
  const FIRST = 4000, LONGEST = 300000, ANSWER = 90000;
  let wait = FIRST, timer = 0, again = false, busy = false, line = "";
  const changed = () => document.dispatchEvent(new Event("yf-field"));
  const say = (words) => { line = words; changed(); };

  // --- talking to the server ---------------------------------------------------------------------
  class Stop extends Error {} // the round ends here, for all forms
  class Busy extends Error {} // this one later, the others may go on
  const call = async (address, options = {}) => {
    const stop = new AbortController();
    const clock = setTimeout(() => stop.abort(), ANSWER);
    try {
      const answer = await fetch(address, { credentials: "same-origin", redirect: "manual", cache: "no-store", signal: stop.signal, ...options });
      if (answer.type === "opaqueredirect" || answer.status === 401) throw new Stop("登录已过期。表都在手机上，登录后自动发送。");
      if (answer.status >= 500 || answer.status === 429 || answer.status === 408) throw new Busy();
      const json = (answer.headers.get("Content-Type") || "").includes("json");
      return { status: answer.status, body: json ? await answer.json() : null };
    } finally { clearTimeout(clock); }
  };
  const whoever = async () => {
    const { body } = await call(at.state);
    if (!body) throw new Busy();
    if (body.person !== person) throw new Stop(`现在登录的是${body.name}，这一页是另一人打开的。请刷新页面；没有发送的表由填写的人登录后发送。`);
    return body.csrf;
  };
  // A token that was rotated in between is asked for once more; the form goes with it unchanged.
  const post = async (address, content, token) => {
    const send = (csrf) => call(address, { method: "POST", body: content, headers: { "X-CSRFToken": csrf, "X-Requested-With": "fetch" } });
    const answer = await send(token.now);
    if (answer.status !== 403 || answer.body) return answer;
    token.now = await whoever();
    return send(token.now);
  };

  // --- one form ----------------------------------------------------------------------------------
  const refused = async (row, form, reasons) => {
    form.reasons = reasons;
    await field.put("items", { ...row, state: "refused", tried: false, body: await field.sealed({ ...form, photos: undefined }) });
  };
  const message = (status) => [{ text: status === 413 ? "内容超过上限，请减少照片后再发送" : `服务器没有接受（${status}）`, basis: "", field: "" }];
  const first = async (row, form, token) => {
    const content = new FormData();
    form.fields.forEach(([name, value]) => content.append(name, value));
    content.append("token", row.id);
    content.append("person", person);
    if (row.seen) content.append("seen", row.seen);
    const { status, body } = await post(form.send, content, token);
    if (body?.state === "other") throw new Stop(body.message);
    if (body?.state !== "sent") { await refused(row, form, body?.reasons || message(status)); return null; }
    // The next forms of the same case were filled in on top of this one.
    for (const next of await field.all()) {
      if (next.group === row.group && next.id !== row.id && next.seen && next.seen === row.seen) await field.put("items", { ...next, seen: String(body.length) });
    }
    return body;
  };
  const pictures = async (row, result, token) => {
    const form = await field.unpacked(row);
    for (const [number, photo] of form.photos.entries()) {
      if (photo.sent || !photo.bytes) continue;
      const content = new FormData();
      content.append("person", person);
      content.append("title", photo.title);
      content.append("photo", new File([photo.bytes], photo.name, { type: "image/jpeg" }));
      const { status, body } = await post(`${at.photosTo}${row.id}/`, content, token);
      if (body?.state === "other") throw new Stop(body.message);
      if (body?.state !== "sent") result.faults = [...(result.faults || []), `${photo.title}：${body?.message || `没有被接受（${status}）`}`];
      row.pictures[number] = { note: row.pictures[number].note, data: null, sent: true };
      await field.put("items", { ...row, result: await field.sealed(result) });
      changed();
    }
  };
  const one = async (row, token) => {
    const form = await field.unpacked(row);
    if (!form) return; // sealed with a key that is no longer known: shown as such, never dropped
    await field.put("items", { ...row, tried: true });
    row.tried = true;
    let result = row.result ? await field.opened(row.result) : null;
    if (!result) {
      const told = await first(row, form, token);
      if (!told) { changed(); return; }
      result = { what: form.what, told };
      // Kept at once: if the photographs break off, the form is not asked for again.
      row = { ...row, state: "photos", result: await field.sealed(result) };
      await field.put("items", row);
      changed();
    }
    await pictures(row, result, token);
    await field.done(row, result);
    changed();
  };

  // --- rounds ------------------------------------------------------------------------------------
  const waiting = (rows) => {
    const blocked = new Set();
    return rows.filter((row) => {
      if (row.person !== person || row.state === "sent") return false;
      const free = !blocked.has(row.group) && row.state !== "refused";
      blocked.add(row.group);
      return free;
    });
  };
  const sendAll = async () => {
    const passed = new Set(), token = { now: await whoever() };
    let later = null;
    for (;;) {
      const row = waiting(await field.all()).find((each) => !passed.has(each.id));
      if (!row) break;
      passed.add(row.id);
      sending = row.id;
      changed();
      try { await one(row, token); } catch (error) {
        if (!(error instanceof Busy)) throw error;
        later = error;
      } finally { sending = ""; }
    }
    if (later) throw later;
  };
  let sending = "";
  const guarded = () => (navigator.locks ? navigator.locks.request("yifa-field", sendAll) : sendAll());
  const round = async () => {
    clearTimeout(timer);
    if (busy) { again = true; return; }
    if (!waiting(await field.all()).length) { say(""); return; }
    if (!navigator.onLine) { say("没有网络。表都在手机上，网络恢复后自动发送。"); return; }
    busy = true;
    try {
      line = "";
      await guarded();
      wait = FIRST;
      say("");
    } catch (error) {
      if (error instanceof Stop) say(error.message);
      else {
        say(`连接不上服务器，${Math.round(wait / 1000)}秒后再试。表都在手机上。`);
        timer = setTimeout(round, wait);
        wait = Math.min(LONGEST, wait * 2);
      }
    } finally { busy = false; changed(); }
    if (again) { again = false; await round(); }
  };
  const now = () => { wait = FIRST; return round(); };
  addEventListener("online", now);
  addEventListener("offline", () => say("没有网络。表都在手机上，网络恢复后自动发送。"));
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") now(); });

  // --- what is shown -----------------------------------------------------------------------------
  const make = (tag, className, words) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (words) element.textContent = words;
    return element;
  };
  const link = (words, address, className = "") => { const element = make("a", className, words); element.href = address; return element; };
  const button = (words, act, className = "btn btn-outline-secondary") => {
    const element = make("button", className, words);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  };
  const STATES = { waiting: ["soon", "待发送"], photos: ["soon", "照片待发送"], refused: ["overdue", "被退回"], sent: ["done", "已发送"] };
  const clockOf = (time) => new Date(time).toLocaleString("zh-CN", { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" });
  const reasonsOf = (reasons) => {
    const list = make("ol", "fd-reasons");
    reasons.forEach((reason) => list.append(make("li", "", reason.basis ? `${reason.text}（${reason.basis}）` : reason.text)));
    return list;
  };
  const entry = async (row, rows) => {
    const line = make("li", "fd-item");
    const body = await field.opened(row.body);
    const [kind, usual] = STATES[row.state];
    const words = row.id === sending ? "正在发送" : rows.some((each) => each.group === row.group && each.state === "refused" && each.seq < row.seq) ? "等前一份改好" : usual;
    line.dataset.state = row.state;
    const head = make("p", "fd-item-head");
    const sent = row.state === "sent";
    head.append(make("b", "", sent ? `${body?.what || ""} ${body?.told.number || ""}`.trim() : body ? [body.what, body.label].filter(Boolean).join("：") : "打不开的表"));
    head.append(make("span", `yf-state yf-state-${kind}`, words), make("span", "yf-muted", clockOf(row.made)));
    line.append(head);
    if (row.pictures.length) line.append(make("p", "yf-muted", `照片${row.pictures.length}张${row.pictures.some((each) => each.sent) ? `，已发送${row.pictures.filter((each) => each.sent).length}张` : ""}`));
    if (!body) line.append(make("p", "yf-muted", "用填写时的账号联网登录后才能打开。"));
    else if (sent) {
      if (body.told.message) line.append(make("p", "fd-warn", body.told.message));
      (body.faults || []).forEach((fault) => line.append(make("p", "fd-warn", `没有保存：${fault}。请在案件的“文书和材料”中登记。`)));
      const acts = make("p", "fd-acts");
      if (body.told.paper) acts.append(link(body.told.title || "文书", body.told.paper, "btn btn-outline-primary"));
      acts.append(link("打开案件", body.told.case, "btn btn-outline-primary"), button("从列表移去", async () => { await field.drop("items", row.id); changed(); }));
      line.append(acts);
    } else if (row.state !== "photos") {
      if (row.state === "refused") line.append(reasonsOf(body.reasons || []));
      const acts = make("p", "fd-acts");
      if (row.state === "refused" || !row.tried) acts.append(link("打开修改", `${body.page}#${row.id}`, "btn btn-outline-primary"));
      if (row.id !== sending) acts.append(button("删除", () => remove(row, body), "btn btn-outline-danger"));
      line.append(acts);
    }
    return line;
  };
  const remove = async (row, body) => {
    const words = row.state === "waiting" && row.tried
      ? "这份表可能已经送到，只是没有收到回答。删除只删手机上的，请到案件列表核对。确定删除吗？" : `“${body.label || body.what}”没有送到，删除后不能恢复。确定删除吗？`;
    if (!window.confirm(words)) return;
    await field.drop("items", row.id);
    changed();
    round();
  };
  let drawing = Promise.resolve();
  const draw = () => { drawing = drawing.then(drawn, drawn); };
  const drawn = async () => {
    const rows = await field.all();
    const mine = rows.filter((row) => row.person === person).reverse(), others = rows.filter((row) => row.person !== person && row.state !== "sent");
    const open = mine.filter((row) => row.state !== "sent").length;
    const panel = document.querySelector("[data-queue-panel]");
    const list = document.createDocumentFragment();
    for (const row of mine) list.append(await entry(row, rows));
    panel.querySelector("[data-queue-list]").replaceChildren(list);
    panel.querySelector("[data-queue-count]").textContent = open ? `${open}份` : "";
    panel.querySelector("[data-queue-now]").hidden = !open;
    const back = mine.filter((row) => row.state === "refused").length;
    const strip = document.querySelector("[data-queue-strip]");
    strip.hidden = !open;
    strip.firstElementChild.textContent = [open - back ? `${open - back}份待发送` : "", back ? `${back}份被退回，要修改` : ""].filter(Boolean).join("，");
    const stranger = panel.querySelector("[data-queue-others]");
    stranger.hidden = !others.length;
    stranger.textContent = `这部手机上还有别人填写的${others.length}份表没有发送，由填写的人登录后发送；您看不到内容。`;
    const words = panel.querySelector("[data-queue-line]");
    words.hidden = !line;
    words.textContent = line;
    const empty = panel.querySelector("[data-queue-empty]");
    if (empty) empty.hidden = mine.length > 0;
    panel.hidden = !(mine.length || others.length || line || empty);
    const signIn = panel.querySelector("[data-queue-login]");
    signIn.hidden = !line.startsWith("登录已过期");
    signIn.href = `${at.login}?next=${encodeURIComponent(location.pathname)}`;
  };
  document.addEventListener("yf-field", draw);
  document.querySelector("[data-queue-now]").addEventListener("click", now);

  // --- the worker --------------------------------------------------------------------------------
  if (navigator.serviceWorker) {
    const tell = (registration) => registration.active?.postMessage({ keep: at.keep.split(" ") });
    navigator.serviceWorker.register(at.worker).then(() => navigator.serviceWorker.ready).then(tell).catch(() => {});
    navigator.serviceWorker.addEventListener("controllerchange", () => navigator.serviceWorker.ready.then(tell));
  }
  const old = Date.now() - new Date(at.made).getTime();
  const note = document.querySelector("[data-kept-note]");
  if (note && old > 120000) {
    note.hidden = false;
    note.textContent = `这是${clockOf(at.made)}存在手机上的页面。`;
  }
  field.tidy().then(() => { draw(); return round(); }).catch(() => {});
  return { round, now, changed, reasonsOf };
})();
