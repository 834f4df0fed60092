// The worker of the pages outside (现场页面): opens them without a network. Its scope is the folder it lies in.
// It keeps the files of these pages, and those pages that say whose they are; never an answer to anything that was sent,
// never a page of another part of the system. Another person's page, a sign-out or the sign-in page empty it.
const TOLD = {{ told|safe }};
const FILES = `yifa-field-files-${TOLD.version}`, PAGES = `yifa-field-pages-${TOLD.version}`;
const DAY = 86400000, RECENT = 600000, PATIENCE = 4000;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll(TOLD.files)).then(() => skipWaiting()));
});
addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("yifa-field-") && name !== FILES && name !== PAGES) await caches.delete(name);
    await clients.claim();
  })());
});

const plain = (address) => new URL(address, location.origin).origin + new URL(address, location.origin).pathname;
const age = (answer) => Date.now() - new Date(answer.headers.get("Date") || 0).getTime();
const kept = async (address) => {
  const cache = await caches.open(PAGES);
  const answer = await cache.match(plain(address));
  if (answer && age(answer) > DAY) { await cache.delete(plain(address)); return undefined; }
  return answer;
};
const keep = async (address, answer) => {
  const whose = answer.ok && answer.type === "basic" && answer.headers.get("X-Yifa-Field");
  if (!whose) return;
  let cache = await caches.open(PAGES);
  for (const request of await cache.keys()) {
    const other = await cache.match(request);
    if (other && other.headers.get("X-Yifa-Field") !== whose) { await caches.delete(PAGES); cache = await caches.open(PAGES); break; }
  }
  await cache.put(plain(address), answer);
};
const nothing = () => new Response(
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>没有网络 · 依法</title>`
  + `<h1>没有网络</h1><p>这一页没有存在手机上，或者存得太久已经删除。填好的表都还在手机上。</p><p><a href="${TOLD.queue}">待发送的表</a></p></html>`,
  { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } },
);

// The network first; a page kept before stands in where there is none, or where it takes too long.
const page = async (event) => {
  const before = await kept(event.request.url);
  const fresh = fetch(event.request).then(async (answer) => {
    if (answer.status >= 500 && before) return before.clone();
    await keep(event.request.url, answer.clone());
    return answer;
  });
  event.waitUntil(fresh.catch(() => {}));
  if (!before) return fresh.catch(nothing);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  return Promise.race([fresh.catch(() => before.clone()), late.then(() => before.clone())]);
};
addEventListener("fetch", (event) => {
  const request = event.request, address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (TOLD.files.includes(address.pathname)) {
    event.respondWith(caches.open(FILES).then((cache) => cache.match(address.pathname)).then((file) => file || fetch(request)));
  }
});

// { keep: [address…] } fetches pages beforehand, those that were fetched a moment ago excepted.
const fetched = async (addresses) => {
  for (const address of addresses) {
    const before = await kept(address);
    if (before && age(before) < RECENT) continue;
    try { await keep(address, await fetch(address, { credentials: "same-origin", redirect: "manual" })); } catch { return; }
  }
};
addEventListener("message", (event) => {
  if (event.data.keep) event.waitUntil(fetched(event.data.keep));
});
