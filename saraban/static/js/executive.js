// The executive's keys: a digit presses the order of that number, a letter what is marked with it.
// Nothing needs this file: every key has a button, and each button is a form of its own right.
(() => {
  "use strict";

  const typing = (element) => element.closest("input:not([type=checkbox]), textarea, select");
  const ARABIC = { "๐": "0", "๑": "1", "๒": "2", "๓": "3", "๔": "4", "๕": "5", "๖": "6", "๗": "7", "๘": "8", "๙": "9" };
  let afterG = false;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    // The letter after g is a place to go to.
    const goes = afterG;
    afterG = event.key === "g";
    if (goes || afterG) return;
    const key = ARABIC[event.key] || event.key;
    if (!/^[1-9aws]$/.test(key)) return;
    const marked = document.querySelector(`[data-press="${key}"]`);
    if (!marked) return;
    event.preventDefault();
    if (marked.matches("a, button")) marked.click();
    else marked.focus();
  });
})();
