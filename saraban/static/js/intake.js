// Files dropped or chosen go up one by one, each with its bar; without this file the form sends
// them all at once. When the first of them is read, the page leads to its review by itself.
(() => {
  "use strict";

  const form = document.getElementById("drop-form");
  if (!form) return;
  const chooser = form.querySelector("input[type=file]");
  const list = document.getElementById("uploads");
  const waiting = [];
  const mine = [];
  let isSending = false;

  const line = (file) => {
    const item = document.createElement("li");
    const name = document.createElement("span");
    const bar = document.createElement("progress");
    const word = document.createElement("span");
    name.textContent = file.name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    word.className = "soft";
    item.append(name, bar, word);
    list.append(item);
    return { item, bar, word };
  };

  const failed = (shown, words) => {
    shown.bar.remove();
    shown.item.classList.add("failed");
    shown.word.textContent = words || list.dataset.wordFailed;
  };

  const send = (file, shown) =>
    new Promise((resolve) => {
      const body = new FormData(form);
      body.delete(chooser.name);
      body.append(chooser.name, file);
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("X-One-File", "1");
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) shown.bar.value = event.loaded / event.total;
      });
      request.addEventListener("load", () => {
        if (request.status === 201) {
          mine.push(...request.responseText.split(" ").filter(Boolean));
          shown.item.remove();
        } else {
          const isOurs = request.getResponseHeader("Content-Type")?.startsWith("text/plain");
          failed(shown, isOurs ? request.responseText : "");
        }
        resolve();
      });
      request.addEventListener("error", () => {
        failed(shown, "");
        resolve();
      });
      request.send(body);
    });

  const sendAll = async () => {
    if (isSending) return;
    isSending = true;
    while (waiting.length) {
      const { file, shown } = waiting.shift();
      await send(file, shown);
      window.htmx?.trigger(document.body, "saraban:dropped");
    }
    isSending = false;
    lead();
  };

  const take = (files) => {
    for (const file of files) waiting.push({ file, shown: line(file) });
    sendAll();
  };

  // Only where nobody works on something else, and nothing is on its way up any more.
  const lead = () => {
    const at = document.activeElement;
    const isFree = !at || at === document.body || form.contains(at) || at.id === "main";
    if (isSending || !isFree) return;
    for (const uid of mine) {
      const read = document.querySelector(`[data-file="${CSS.escape(uid)}"][data-review]`);
      if (read) return window.location.assign(read.dataset.review);
    }
  };

  chooser.addEventListener("change", () => {
    take([...chooser.files]);
    chooser.value = "";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (chooser.files.length) take([...chooser.files]);
    else chooser.click();
    chooser.value = "";
  });
  document.addEventListener("dragover", (event) => {
    if (![...(event.dataTransfer?.types || [])].includes("Files")) return;
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    form.classList.remove("over");
    take([...event.dataTransfer.files]);
  });
  // The queue is replaced as a whole, and what is taken out of the page tells nobody any more.
  new MutationObserver(lead).observe(document.getElementById("queue").parentElement, { childList: true });
  // Whoever is signed out meanwhile is led to the page for that, not shown it inside this one.
  document.addEventListener("htmx:before:response", (event) => {
    if (new URL(event.detail.ctx.response.raw.url).pathname.endsWith("/queue")) return;
    event.preventDefault();
    window.location.reload();
  });
  window.addEventListener("beforeunload", (event) => {
    if (isSending) event.preventDefault();
  });
})();
