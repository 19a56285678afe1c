// The table of a pile works like a spreadsheet: Enter, arrows, and several cells pasted at once.
// Nothing needs this file: the pile can be typed cell by cell, or pasted into the field below.
(() => {
  "use strict";

  const form = document.getElementById("batch-form");
  const table = document.getElementById("batch-table");
  if (!form || !table) return;

  const cells = (row) => [...row.querySelectorAll("td input:not([type=checkbox]), td select")];
  const rows = [...table.tBodies[0].rows].filter((row) => cells(row).length > 0);
  const placeOf = (control) => {
    const down = rows.indexOf(control.closest("tr"));
    return down < 0 ? null : { down, across: cells(rows[down]).indexOf(control) };
  };
  const goTo = (down, across) => {
    const row = rows[Math.min(Math.max(down, 0), rows.length - 1)];
    const control = cells(row)[across];
    control.focus();
    if (control.select) control.select();
    control.scrollIntoView({ block: "nearest" });
  };

  // Whole rows go through the server, which knows heads, quoted cells and words of urgency.
  const throughServer = (text) => {
    document.getElementById("pasted").value = text;
    form.querySelector("button[value=paste]").click();
  };

  const fillDown = (from, text) => {
    const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
    lines.slice(0, rows.length - from.down).forEach((line, down) => {
      line.forEach((cell, across) => {
        const control = cells(rows[from.down + down])[from.across + across];
        if (!control) return;
        const option = control.options && [...control.options].find((one) => one.text === cell.trim());
        if (option) option.selected = true;
        else if (!control.options) control.value = cell.trim();
      });
    });
    goTo(from.down + lines.length - 1, from.across);
  };

  table.addEventListener("paste", (event) => {
    const from = placeOf(event.target);
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!from || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    if (from.across === 0) throughServer(text);
    else fillDown(from, text);
  });

  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = placeOf(event.target);
    const isChoice = event.target.matches("select");
    if (event.key === "Enter" && at) goTo(at.down + (event.shiftKey ? -1 : 1), 0);
    else if (event.key === "Enter" && event.target.matches("input")) goTo(0, 0);
    else if (event.key === "ArrowDown" && at && !isChoice) goTo(at.down + 1, at.across);
    else if (event.key === "ArrowUp" && at && !isChoice) goTo(at.down - 1, at.across);
    else return;
    event.preventDefault();
  });

  document.getElementById("batch-keys").hidden = false;
})();
