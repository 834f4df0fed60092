// data-fill="name=value|name=value" on a button: puts values into the form around it, as if typed.
(() => {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-fill]");
    if (!button) return;
    button.dataset.fill.split("|").forEach((pair) => {
      const at = pair.indexOf("=");
      const field = button.form?.elements[pair.slice(0, at)] || document.getElementsByName(pair.slice(0, at))[0];
      if (!field) return;
      field.value = pair.slice(at + 1);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  });
})();
