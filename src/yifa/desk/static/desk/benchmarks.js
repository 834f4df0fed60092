// The grid of a benchmark: Enter and arrows move between rows; overlaps and gaps are told while typing.
// The server checks everything again; without this file the page works as a plain form.
(() => {
  const grid = document.querySelector(".bm-grid");
  if (!grid) return;
  const rows = () => [...grid.querySelectorAll("tbody tr")];
  const cell = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const number = (text) => {
    const plain = text.replace(/[,，\s]/g, "");
    return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
  };
  const read = () => rows().map((row, index) => ({
    number: index + 1, low: number(cell(row, "range_from").value), high: number(cell(row, "range_to").value),
    lowOpen: cell(row, "from_open").value === "是", highOpen: cell(row, "to_open").value === "是",
  })).filter((rung) => rung.low !== null && rung.high !== null).sort((a, b) => a.low - b.low || a.high - b.high);
  const between = (lower, upper) => {
    const pair = `第${lower.number}阶次和第${upper.number}阶次`;
    if (upper.low > lower.high) return `${pair}之间缺${lower.high}至${upper.low}`;
    if (upper.low < lower.high) return `${pair}在${upper.low}至${Math.min(lower.high, upper.high)}重叠`;
    if (lower.highOpen && upper.lowOpen) return `${pair}之间缺${upper.low}`;
    return lower.highOpen || upper.lowOpen ? "" : `${pair}都含${upper.low}，分界点归哪一阶次不明`;
  };
  const tell = () => {
    const rungs = read();
    const told = rungs.flatMap((rung) => (rung.low > rung.high ? [`第${rung.number}阶次的上限小于下限`] : []));
    rungs.slice(1).forEach((rung, index) => { const fault = between(rungs[index], rung); if (fault) told.push(fault); });
    grid.querySelector("[data-ladder]").textContent = told.length ? `▲ ${told.join("；")}。` : "";
  };
  const go = (control, step) => {
    const row = control.closest("tr");
    const name = control.name.split("-").at(-1);
    let next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    if (!next && step > 0 && control.value) {
      grid.querySelector("[data-list-add]")?.click();
      next = row.nextElementSibling;
    }
    if (next) cell(next, name)?.focus();
  };
  grid.addEventListener("keydown", (event) => {
    if (!event.target.matches("tbody input, tbody select") || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") { event.preventDefault(); go(event.target, event.shiftKey ? -1 : 1); }
    else if (arrow && event.target.tagName === "INPUT") { event.preventDefault(); go(event.target, arrow); }
  });
  for (const kind of ["input", "change"]) grid.addEventListener(kind, (event) => {
    event.target.removeAttribute("aria-invalid");
    tell();
  });
  tell();
})();
