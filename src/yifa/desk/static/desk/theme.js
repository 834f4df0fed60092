// Runs before the first paint, so that a page never flashes in the wrong theme or size.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const read = (key) => { try { return localStorage.getItem(key) || ""; } catch { return ""; } };
  const apply = () => {
    root.dataset.bsTheme = read("yf-theme") || (dark.matches ? "dark" : "light");
    root.dataset.size = read("yf-size");
  };
  dark.addEventListener("change", apply);
  addEventListener("yf-display", apply);
  apply();
})();
