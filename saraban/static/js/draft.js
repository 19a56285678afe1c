// What is filled in saves itself a moment after the last key. Without a line it stays in this
// browser tab, comes back when the page does, and is sent when the line is there again. Nothing
// needs this file: the button saves as well.
(() => {
  "use strict";

  const form = document.querySelector("form[data-draft-url]");
  const words = form?.querySelector("[data-draft-words]");
  if (!form || !words) return;

  const url = form.dataset.draftUrl;
  const key = `draft:${url}`;
  const said = words.querySelector("[data-draft-said]");
  const theirs = words.querySelector("[data-draft-theirs]");
  const seq = form.elements.draft_seq;
  // Not the person's words, and the hidden fields say on what the words are based.
  const apart = new Set(["csrf_token", "draft_seq", "form_version", "step"]);
  let timer = 0;
  let running = false;
  let again = false;
  let waits = false; // somebody else saved: nothing goes out until the person has decided

  const say = (text) => { said.textContent = text; };
  const typed = () => [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const words_of = (pairs) => JSON.stringify(pairs.filter(([name]) => !apart.has(name)));
  let saved = words_of(typed());

  const keepHere = () => {
    try {
      sessionStorage.setItem(key, JSON.stringify(typed()));
    } catch {
      // A full or forbidden store: the words still stand on the page.
    }
  };
  const forgetHere = () => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // As above.
    }
  };

  const labelOf = (name) => {
    const control = form.querySelector(`[name="${CSS.escape(name)}"]`);
    const label = control?.closest("fieldset")?.querySelector("legend") && /radio|checkbox/.test(control.type)
      ? control.closest("fieldset").querySelector("legend")
      : control?.labels?.[0];
    return label?.firstChild?.textContent.trim() || label?.textContent.trim() || name;
  };

  const wordsOfChoice = (name, value) => {
    const control = form.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    return control?.labels?.[0]?.textContent.trim() || value;
  };

  // What the other one has in a field, where it is not what stands here; files by their number.
  const toldOf = (name, values, mine) => {
    if (values.join("\n") === mine.join("\n")) return "";
    if (name.endsWith("-uploads")) {
      const field = document.getElementById(name.replace(/-uploads$/, ""));
      const title = field?.querySelector("legend")?.firstChild?.textContent.trim();
      return title ? `${title}: ${words.dataset.files.replace("#", values.length)}` : "";
    }
    const control = form.querySelector(`[name="${CSS.escape(name)}"]`);
    if (!control || control.type === "hidden") return "";
    return `${labelOf(name)}: ${values.map((value) => wordsOfChoice(name, value)).join(", ") || "–"}`;
  };

  const showTheirs = (found) => {
    const list = document.createElement("ul");
    const mine = new FormData(form);
    theirs.querySelector("ul")?.remove();
    for (const [name, values] of Object.entries(found)) {
      const told = toldOf(name, values, mine.getAll(name));
      if (!told) continue;
      const line = document.createElement("li");
      line.textContent = told;
      list.append(line);
    }
    theirs.prepend(list);
    theirs.hidden = false;
  };

  const save = async () => {
    if (waits) return;
    if (running) {
      again = true;
      return;
    }
    const pairs = typed();
    const now = words_of(pairs);
    if (now === saved) return;
    running = true;
    keepHere();
    say(words.dataset.saving);
    const body = new URLSearchParams(pairs);
    body.delete("step");
    try {
      const answer = await fetch(url, { method: "POST", body, headers: { Accept: "application/json" } });
      if (answer.redirected || !answer.headers.get("Content-Type")?.includes("json")) {
        say(words.dataset.signedOut);
        return;
      }
      const told = await answer.json();
      say(told.said);
      if (answer.ok) {
        seq.value = told.seq;
        saved = now;
        if (words_of(typed()) === now) forgetHere();
      } else if (answer.status === 409) {
        waits = true;
        seq.value = told.seq;
        showTheirs(told.theirs);
      }
    } catch {
      say(words.dataset.offline);
    } finally {
      running = false;
      if (again) {
        again = false;
        soon();
      }
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, 1200);
  };

  const restore = () => {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(key));
    } catch {
      return;
    }
    if (!Array.isArray(kept) || words_of(kept) === saved) return;
    const values = new Map();
    for (const [name, value] of kept) if (!apart.has(name)) values.set(name, [...(values.get(name) || []), value]);
    // Rows that were added to a table since: report_fields.js stands before this file.
    for (const table of form.querySelectorAll("[data-report-table]")) {
      const start = `${table.dataset.reportTable}-`;
      const places = [...values.keys()].filter((name) => name.startsWith(start)).map((name) => parseInt(name.slice(start.length), 10));
      for (let rows = table.querySelectorAll(".report-row").length; rows <= Math.max(-1, ...places); rows += 1) {
        table.querySelector("[data-add-row]")?.click();
      }
    }
    for (const control of form.elements) {
      if (!control.name || apart.has(control.name) || /file|hidden|submit|button/.test(control.type)) continue;
      const own = values.get(control.name) || [];
      if (/radio|checkbox/.test(control.type)) control.checked = own.includes(control.value);
      else if (values.has(control.name)) control.value = own.shift() ?? "";
    }
    say(words.dataset.restored);
    form.dispatchEvent(new Event("change", { bubbles: true }));
  };

  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  window.addEventListener("online", save);
  window.addEventListener("pagehide", () => { if (words_of(typed()) !== saved) keepHere(); });
  // Sent is sent: what was kept here would come back into an answered page.
  form.addEventListener("submit", (event) => { if (event.submitter?.value !== "draft") forgetHere(); saved = words_of(typed()); clearTimeout(timer); });
  words.querySelector("[data-draft-mine]").addEventListener("click", () => {
    waits = false;
    theirs.hidden = true;
    saved = "";
    save();
  });
  if (!document.getElementById("error-summary")) restore();
})();
