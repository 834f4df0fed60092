// What a phone keeps until it could be sent (手机上的待发送表单): an IndexedDB whose contents are sealed for one person.
//   items   one filled form each: id (the token that the server checks), person, seq, group, state, sealed content, photographs
//   drafts  a form that is being filled in, so that a tab that the phone closes (opening the camera does) loses nothing
// The key comes with the page of whoever is signed in and is never stored here; somebody else reads only ciphertext.
window.yfField = (() => {
  const root = document.querySelector("[data-field]");
  if (!root) return null;
  const person = root.dataset.person;
  const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
  const keys = crypto.subtle
    ? Promise.all(root.dataset.keys.split(" ").map((hex) => crypto.subtle.importKey("raw", bytes(hex), "AES-GCM", false, ["encrypt", "decrypt"])))
    : Promise.reject(new Error("no crypto"));
  keys.catch(() => {});

  // --- sealing ---------------------------------------------------------------------------------
  const seal = async (data) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, box: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, (await keys)[0], data) };
  };
  const unseal = async ({ iv, box }) => {
    for (const key of await keys) {
      try { return await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, box); } catch { /* an older key, or somebody else's */ }
    }
    return null;
  };
  const sealed = (value) => seal(new TextEncoder().encode(JSON.stringify(value)));
  const opened = async (box) => {
    const data = box && await unseal(box);
    return data ? JSON.parse(new TextDecoder().decode(data)) : null;
  };

  // --- the database ----------------------------------------------------------------------------
  let base = null;
  const open = () => {
    base ||= new Promise((resolve, reject) => {
      const request = indexedDB.open("yifa-field", 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("items", { keyPath: "id" });
        request.result.createObjectStore("drafts", { keyPath: "id" });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return base;
  };
  // The write has happened when the transaction has completed, not before.
  const run = async (store, mode, work) => {
    const database = await open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  };
  const get = (store, id) => run(store, "readonly", (rows) => rows.get(id));
  const put = (store, row) => run(store, "readwrite", (rows) => rows.put(row));
  const drop = (store, id) => run(store, "readwrite", (rows) => rows.delete(id));
  const all = async () => (await run("items", "readonly", (rows) => rows.getAll())).sort((a, b) => a.seq - b.seq);

  // --- forms -----------------------------------------------------------------------------------
  // A form: { what, label, page, send, group, seen, fields: [[name, value]…], reasons, photos: [{ title, name, bytes }…] }
  const packed = async (form) => {
    const { photos, ...rest } = form;
    const pictures = [];
    for (const photo of photos) {
      pictures.push({ note: await sealed({ title: photo.title, name: photo.name, thumb: photo.thumb }), data: await seal(photo.bytes), sent: Boolean(photo.sent) });
    }
    return { body: await sealed(rest), pictures };
  };
  const unpacked = async (row) => {
    const body = await opened(row.body);
    if (!body) return null;
    body.photos = [];
    for (const picture of row.pictures) {
      const note = await opened(picture.note);
      body.photos.push({ ...note, bytes: picture.data && await unseal(picture.data), sent: picture.sent });
    }
    return body;
  };
  const keep = async (id, form) => {
    const before = await get("items", id);
    await put("items", {
      id, person, seq: before?.seq || Date.now(), group: form.group, state: "waiting", tries: 0, next: 0, seen: form.seen || "",
      tried: before?.tried || false, made: Date.now(), ...await packed(form),
    });
    navigator.storage?.persist?.().catch(() => {});
  };
  // A sent form leaves nothing of the party behind: only where its case is.
  const done = async (row, result) => put("items", {
    id: row.id, person, seq: row.seq, group: row.group, state: "sent", made: Date.now(), body: await sealed(result), pictures: [],
  });
  const draft = {
    save: async (name, form) => put("drafts", { id: `${person}:${name}`, person, made: Date.now(), ...await packed(form) }),
    load: async (name) => {
      const row = await get("drafts", `${person}:${name}`);
      return row ? unpacked(row) : null;
    },
    drop: (name) => drop("drafts", `${person}:${name}`),
  };
  // Sent ones are shown for a day, drafts are kept for three.
  const DAY = 86400000;
  const tidy = async () => {
    for (const row of await all()) if (row.person === person && row.state === "sent" && Date.now() - row.made > DAY) await drop("items", row.id);
    const drafts = await run("drafts", "readonly", (rows) => rows.getAll());
    for (const row of drafts) if (Date.now() - row.made > 3 * DAY) await drop("drafts", row.id);
  };
  return { root, person, all, get, put, drop, keep, done, draft, tidy, opened, unpacked, unseal, sealed };
})();
