// Keys for those who work by keyboard; every key has a button, and nothing needs this file.
(() => {
  "use strict";

  const typing = (element) =>
    element.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  let awaitsPlace = false;

  const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent);

  const walk = (step) => {
    const all = rows();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  };

  const press = (selector) => {
    const element = document.querySelector(selector);
    if (!element) return false;
    const folded = element.closest("details:not([open])");
    if (folded) folded.open = true;
    if (element.matches("a, button, input[type=checkbox]")) element.click();
    else element.focus();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape" && typing(event.target)) return event.target.blur();
    // Function keys type nothing, so they work inside a field as well.
    if (/^F[2-9]$/.test(event.key) && !document.querySelector("dialog[open]")) {
      if (press(`[data-key~="${event.key}"]`)) event.preventDefault();
      return;
    }
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    if (awaitsPlace) {
      awaitsPlace = false;
      if (press(`[data-go="${CSS.escape(event.key)}"]`)) event.preventDefault();
      return;
    }
    switch (event.key) {
      case "g":
        awaitsPlace = true;
        setTimeout(() => { awaitsPlace = false; }, 1500);
        return;
      case "j":
        walk(1);
        break;
      case "k":
        walk(-1);
        break;
      case "x": {
        const row = document.activeElement.closest("tr, li");
        const tick = row?.querySelector("input[type=checkbox]");
        if (!tick) return;
        tick.click();
        break;
      }
      case "/":
      case "n":
      case ".":
        if (!press(`[data-key~="${event.key}"]`)) return;
        break;
      case "?":
        document.getElementById("keys")?.showModal();
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-show-keys]")) document.getElementById("keys")?.showModal();
    const all = event.target.closest("[data-tick-all]");
    if (all) {
      const ticks = [...all.form.querySelectorAll("input[type=checkbox]")];
      const none = ticks.every((tick) => tick.checked);
      for (const tick of ticks) tick.checked = !none;
    }
    for (const open of document.querySelectorAll("details.account[open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });

  // One press is one act: a second press of an impatient hand is not sent. After Back the page
  // may come out of the browser's memory, and then its buttons work again.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) return event.preventDefault();
    if (event.target.method === "post") event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  // Keys are shown where they work: on their buttons, and beside the places of the rail.
  document.documentElement.classList.add("with-keys");
  for (const button of document.querySelectorAll("[data-show-keys]")) button.hidden = false;
  for (const button of document.querySelectorAll("[data-tick-all]")) button.hidden = false;
  document.getElementById("error-summary")?.focus();
})();
