// A form on a poor connection: what was typed outlives a reload, one press sends once, without a network it waits.
"use strict";

(() => {
  const place = `yifa ${location.pathname}`;
  if (document.querySelector("[data-done]")) {
    sessionStorage.removeItem(place);
    return;
  }
  const form = document.querySelector("form[data-keep]");
  if (!form) return;
  const aside = new Set(["csrfmiddlewaretoken", "homepage", "file"]);
  const button = form.querySelector("button");
  const label = button.textContent;
  const waiting = form.querySelector(".waiting");
  let sending = false;

  // The word goes with what was typed: a form sent again after a lost answer is then the same form.
  const keep = () => {
    const lines = [...new FormData(form)].filter(([name]) => !aside.has(name));
    try {
      sessionStorage.setItem(place, JSON.stringify(lines));
    } catch {
      // A browser without storage loses nothing but this convenience.
    }
  };
  const restore = () => {
    const lines = JSON.parse(sessionStorage.getItem(place) || "[]");
    for (const [name, value] of lines) {
      const field = form.elements[name];
      if (field) field.value = value;
    }
  };
  const ready = () => {
    sending = false;
    button.disabled = false;
    button.textContent = label;
  };

  if (!form.querySelector("[role=alert]")) restore();
  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => {
    keep();
    if (sending) {
      event.preventDefault();
      return;
    }
    if (!navigator.onLine) {
      event.preventDefault();
      waiting.hidden = false;
      waiting.scrollIntoView({ block: "center" });
      window.addEventListener("online", () => form.requestSubmit(), { once: true });
      return;
    }
    waiting.hidden = true;
    sending = true;
    button.disabled = true;
    button.textContent = "正在提交…";
    setTimeout(ready, 20000);
  });
  window.addEventListener("pageshow", ready);
})();
