// Rows of a report form's table are added at once. Without this file the button asks the server.
(() => {
  "use strict";

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add-row]");
    const table = button?.closest("[data-report-table]");
    const rows = table ? [...table.querySelectorAll(".report-row")] : [];
    if (rows.length === 0) return;
    event.preventDefault();
    const last = rows[rows.length - 1];
    const fresh = last.cloneNode(true);
    const prefix = table.dataset.reportTable;
    const from = `${prefix}-${rows.length - 1}-`;
    const to = `${prefix}-${rows.length}-`;
    for (const element of fresh.querySelectorAll("*")) {
      for (const name of ["id", "name", "for", "aria-describedby"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replaceAll(from, to));
      }
      if (element.matches("input, textarea")) element.setAttribute("value", "");
      if (element.matches("input, textarea")) element.value = "";
      if (element.matches("select")) element.selectedIndex = 0;
      element.removeAttribute("aria-invalid");
      element.classList.remove("refused");
    }
    for (const error of fresh.querySelectorAll(".error")) error.remove();
    const legend = fresh.querySelector("legend");
    legend.textContent = legend.textContent.replace(/[0-9๐-๙]+/, (digits) => {
      const next = String(rows.length + 1);
      return /[๐-๙]/.test(digits) ? next.replace(/[0-9]/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[digit]) : next;
    });
    last.after(fresh);
    fresh.querySelector("input, select, textarea")?.focus();
    if (rows.length + 1 >= Number(table.dataset.mostRows)) button.hidden = true;
  });
})();
