// Evidence goes up file by file by the tus protocol, each with its bar, and goes on by itself where
// the line was cut. Without this file the form sends the files with it.
(() => {
  "use strict";

  if (!window.tus?.isSupported) return;
  const patience = [0, 1000, 3000, 5000, 10000, 20000, 30000, 60000, 60000, 60000];
  const offline = new Set();

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  // One file on its way: its name, its bar, what happens, and a button to leave off.
  const line = (field, file) => {
    const item = element("li", "evidence-piece going");
    const about = element("span", "about");
    const bar = element("progress");
    const word = element("span", "soft", field.dataset.wordSending);
    const again = element("button", "quiet", field.dataset.wordAgain);
    const stop = element("button", "quiet", field.dataset.wordStop);
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    word.setAttribute("role", "status");
    for (const button of [again, stop]) button.type = "button";
    again.hidden = true;
    about.append(element("span", "name", file.name), bar, word);
    item.append(about, again, stop);
    field.querySelector("[data-pieces]").append(item);
    return { item, bar, word, again, stop };
  };

  const failed = (field, shown, words) => {
    shown.item.classList.add("failed");
    shown.bar.hidden = true;
    shown.word.textContent = words || field.dataset.wordFailed;
    shown.stop.textContent = field.dataset.wordRemove;
  };

  const ours = (answer) =>
    answer?.getHeader("Content-Type")?.startsWith("text/plain") ? answer.getBody() : "";

  const asked = (field) => ({
    kinds: field.dataset.kinds,
    seconds: field.dataset.seconds,
    bytes: field.dataset.bytes,
    place: field.dataset.place,
  });

  // What came of it: a piece of the form with its picture, or why it is not taken.
  const settle = async (field, shown, address) => {
    shown.word.textContent = field.dataset.wordChecking;
    shown.stop.hidden = true;
    const query = new URLSearchParams({ key: field.dataset.keyName, ...asked(field) });
    let answer = null;
    try {
      answer = await fetch(`${address}/piece?${query}`, { credentials: "same-origin" });
    } catch {
      // The line was cut just now: the file is up, and is looked at once there is one again.
      shown.word.textContent = field.dataset.wordWaiting;
      window.addEventListener("online", () => settle(field, shown, address), { once: true });
      return;
    }
    const text = await answer.text();
    if (!answer.ok) {
      shown.stop.hidden = false;
      const isBusy = answer.status >= 500; // it is up: trying again only looks at it once more
      failed(field, shown, answer.status === 422 || answer.status === 503 ? text : "");
      shown.again.hidden = !isBusy;
      return;
    }
    const piece = new DOMParser().parseFromString(text, "text/html").querySelector("li");
    shown.item.replaceWith(piece);
    dress(field, piece);
    changed(field);
  };

  const changed = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));

  const send = (field, file) => {
    const shown = line(field, file);
    const form = field.closest("form");
    const upload = new window.tus.Upload(file, {
      endpoint: field.dataset.endpoint,
      chunkSize: Number(field.dataset.chunk),
      retryDelays: patience,
      removeFingerprintOnSuccess: true,
      headers: { "X-CSRFToken": form.querySelector("[name=csrf_token]").value },
      metadata: { filename: file.name, ...asked(field) },
      onProgress: (sent, all) => {
        shown.bar.value = all ? sent / all : 0;
        shown.word.textContent = `${field.dataset.wordSending} ${Math.floor((100 * sent) / all)} %`;
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse ? error.originalResponse.getStatus() : 0;
        const goesOn = status === 0 || status === 409 || status === 423 || status >= 500;
        if (goesOn) shown.word.textContent = field.dataset.wordWaiting;
        return goesOn && status !== 507;
      },
      onError: (error) => {
        failed(field, shown, ours(error.originalResponse));
        const isCut = !error.originalResponse || error.originalResponse.getStatus() >= 500;
        shown.again.hidden = !isCut;
        if (isCut) offline.add(goOn);
      },
      onSuccess: () => settle(field, shown, upload.url),
    });
    const goOn = () => {
      offline.delete(goOn);
      shown.item.classList.remove("failed");
      shown.bar.hidden = false;
      shown.again.hidden = true;
      shown.stop.textContent = field.dataset.wordStop;
      shown.word.textContent = field.dataset.wordSending;
      upload.start();
    };
    shown.again.addEventListener("click", goOn);
    shown.stop.addEventListener("click", () => {
      offline.delete(goOn);
      upload.abort(true).catch(() => {});
      shown.item.remove();
    });
    // The same file chosen once more, after the page was left, goes on where it broke off.
    upload.findPreviousUploads().then((before) => {
      if (before.length) upload.resumeFromPreviousUpload(before[0]);
      upload.start();
    });
  };

  // A file that is up: a button instead of the tick.
  const dress = (field, piece) => {
    const keep = piece.querySelector(".keep");
    const box = keep.querySelector("input");
    const remove = element("button", "quiet", field.dataset.wordRemove);
    remove.type = "button";
    remove.setAttribute("aria-label", `${field.dataset.wordRemove} ${piece.querySelector(".name").textContent}`);
    keep.hidden = true;
    piece.append(remove);
    remove.addEventListener("click", () => {
      box.checked = false;
      piece.remove();
      changed(field);
      if (box.value.includes("/")) return;
      const token = field.closest("form").querySelector("[name=csrf_token]").value;
      fetch(`${field.dataset.endpoint}/${box.value}`, {
        method: "DELETE",
        credentials: "same-origin",
        headers: { "Tus-Resumable": "1.0.0", "X-CSRFToken": token },
      }).catch(() => {});
    });
  };

  window.addEventListener("online", () => [...offline].forEach((goOn) => goOn()));

  for (const field of document.querySelectorAll("[data-upload-field]")) {
    for (const chooser of field.querySelectorAll("input[type=file]")) {
      chooser.addEventListener("change", (event) => {
        event.stopPropagation();
        for (const file of chooser.files) send(field, file);
        chooser.value = "";
      });
    }
    field.querySelectorAll("[data-piece]").forEach((piece) => dress(field, piece));
    field.classList.add("by-script");
  }

  // A form that is sent while files are on their way would go without them. Before anybody else
  // hears of it: nothing was sent. A draft may be saved meanwhile.
  document.addEventListener("submit", (event) => {
    if (event.submitter?.formNoValidate) return;
    const going = [...event.target.querySelectorAll(".evidence-piece.going:not(.failed)")].find(
      (piece) => piece.offsetParent,
    );
    if (!going) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const field = going.closest("[data-upload-field]");
    let told = field.querySelector("[data-told]");
    if (!told) {
      told = element("p", "error");
      told.dataset.told = "";
      told.setAttribute("role", "alert");
      field.append(told);
      field.addEventListener("change", () => told.remove(), { once: true });
    }
    told.textContent = field.dataset.wordUnfinished;
    going.scrollIntoView({ block: "center" });
  }, true);
})();
