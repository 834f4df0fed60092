// Photographs of a form (照片): shrunk on the phone before they are kept, with the time at which they were taken as text.
//   data-photos        the part of a form: its inputs [data-photo-input], its list [data-photo-list], its words [data-photo-note]
window.yfPhotos = (() => {
  const field = window.yfField;
  if (!field) return null;
  const MOST = Number(field.root.dataset.most), SIDE = Number(field.root.dataset.side), LARGEST = 60 * 1024 * 1024;
  const two = (number) => String(number).padStart(2, "0");
  const written = (day) => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())} ${two(day.getHours())}:${two(day.getMinutes())}:${two(day.getSeconds())}`;

  // The time that the camera wrote into a JPEG (Exif 36867), "" where there is none.
  const taken = (buffer) => {
    const view = new DataView(buffer);
    if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return "";
    for (let at = 2; at + 4 < view.byteLength;) {
      const marker = view.getUint16(at), size = view.getUint16(at + 2);
      if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return exif(view, at + 10);
      if ((marker & 0xff00) !== 0xff00 || marker === 0xffda) return "";
      at += 2 + size;
    }
    return "";
  };
  const exif = (view, base) => {
    const little = view.getUint16(base) === 0x4949;
    const entry = (folder, wanted) => {
      const count = view.getUint16(folder, little);
      for (let n = 0; n < count; n += 1) {
        const at = folder + 2 + 12 * n;
        if (view.getUint16(at, little) === wanted) return base + view.getUint32(at + 8, little);
      }
      return 0;
    };
    const folder = entry(base + view.getUint32(base + 4, little), 0x8769);
    const at = folder && entry(folder, 0x9003);
    if (!at) return "";
    const text = String.fromCharCode(...new Uint8Array(view.buffer, at, 19));
    return /^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/.test(text) ? text.replace(":", "-").replace(":", "-") : "";
  };

  const drawn = (image, side, quality) => {
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return quality ? new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality)) : canvas.toDataURL("image/jpeg", 0.6);
  };
  const shrunk = async (file, number) => {
    if (file.size > LARGEST) throw new Error(`“${file.name}”有${Math.round(file.size / 1048576)}MB，超过60MB，不能添加。`);
    let time = "";
    try { time = taken(await file.slice(0, 262144).arrayBuffer()); } catch { /* no readable header: the time of the file stands in */ }
    let image;
    try { image = await createImageBitmap(file, { imageOrientation: "from-image" }); } catch {
      throw new Error(`“${file.name}”不是这部手机能打开的照片，请改用相机拍照，或者换成jpg、png。`);
    }
    const blob = await drawn(image, SIDE, 0.78);
    const thumb = drawn(image, 160);
    image.close();
    const when = time || written(new Date(file.lastModified));
    return { title: `现场照片${number}（${time ? "拍摄于" : "文件时间"}${when}）`, name: `现场照片${number}.jpg`, thumb, bytes: await blob.arrayBuffer() };
  };

  // --- the part of the form ---------------------------------------------------------------------
  const held = new WeakMap();
  const of = (form) => held.get(form) || [];
  const show = (form) => {
    const part = form.querySelector("[data-photos]");
    if (!part) return;
    part.querySelector("[data-photo-list]").replaceChildren(...of(form).map((photo, number) => {
      const line = document.createElement("li");
      const image = new Image();
      image.src = photo.thumb || "";
      image.alt = photo.title;
      const words = document.createElement("span");
      words.textContent = `${photo.title}，${Math.max(1, Math.round((photo.bytes?.byteLength || 0) / 1024))}KB`;
      const remove = document.createElement("button");
      remove.type = "button"; remove.className = "btn btn-outline-secondary"; remove.textContent = "删除";
      remove.setAttribute("aria-label", `删除${photo.title}`);
      remove.addEventListener("click", () => { of(form).splice(number, 1); show(form); changed(form); });
      line.append(image, words, remove);
      return line;
    }));
  };
  const changed = (form) => form.dispatchEvent(new Event("input", { bubbles: true }));
  const set = (form, photos) => { held.set(form, photos.filter((photo) => photo.bytes)); show(form); };
  const add = async (form, files) => {
    const note = form.querySelector("[data-photo-note]");
    const list = [...of(form)], faults = [];
    for (const file of files) {
      if (list.length >= MOST) { faults.push(`一份表最多${MOST}张照片，多出的没有添加。`); break; }
      note.textContent = `正在缩小“${file.name}”……`;
      try { list.push(await shrunk(file, list.length + 1)); } catch (error) { faults.push(error.message); }
    }
    note.textContent = faults.join("");
    held.set(form, list);
    show(form);
    changed(form);
  };
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-photo-input]")) return;
    const files = [...event.target.files], form = event.target.form;
    event.target.value = "";
    // One after the other: two that are picked quickly must not overwrite each other.
    adding = adding.then(() => add(form, files)).catch(() => {});
  });
  let adding = Promise.resolve();
  return { of, set, ready: () => adding };
})();
