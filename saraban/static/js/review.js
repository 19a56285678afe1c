// One letter beside its page: Enter accepts a field, the place it was read from lights up.
// Nothing needs this file: every key has a button, and the server asks for every confirmation.
(() => {
  "use strict";

  const form = document.getElementById("review-form");
  const view = document.getElementById("page-window");
  if (!form || !view) return;
  const register = document.getElementById("register");
  const bulk = document.getElementById("accept-sure");
  const blocks = [...form.querySelectorAll("[data-field]")];
  const accepted = new Set();

  const controls = (block) =>
    [...block.querySelectorAll("input:not([type=hidden]):not([name=confirmed]), select")];
  const tick = (block) => block.querySelector("input[name=confirmed]");
  const isTyped = (control) => {
    if (control.type === "checkbox") return false;
    if (control.options) return [...control.options].some((one) => one.selected !== one.defaultSelected);
    return control.value !== control.defaultValue;
  };
  const needsLook = (block) => "ownKey" in block.dataset && !accepted.has(block);

  // --- accepting ---------------------------------------------------------------------------

  const say = (block, shape, word) => {
    const trust = block.querySelector(".trust");
    if (!trust) return;
    trust.querySelector(".shape").textContent = shape;
    trust.querySelector(".trust-word").textContent = word;
  };

  const countLeft = () => {
    const left = document.querySelector(".bulk-left");
    const count = blocks.filter(needsLook).length;
    const digits = /[๐-๙]/.test(bulk.textContent)
      ? String(count).replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[digit])
      : String(count);
    left.textContent = count ? left.dataset.word.replace("{}", digits) : left.dataset.done;
  };

  const accept = (block) => {
    accepted.add(block);
    block.classList.add("accepted");
    const looked = tick(block);
    if (looked) looked.checked = true;
    const ticks = [...block.querySelectorAll(".tick input")];
    if (ticks.length && !ticks.some((one) => one.checked)) return countLeft();
    if (controls(block).some(isTyped)) say(block, "✎", form.dataset.wordTyped);
    else say(block, "✓", looked ? form.dataset.wordLooked : form.dataset.wordAccepted);
    countLeft();
  };

  const reopen = (block) => {
    accepted.delete(block);
    block.classList.remove("accepted");
    countLeft();
  };

  const goTo = (control) => {
    control.focus();
    if (control.select && control.type === "text") control.select();
    (control.closest("[data-field], .primary-action") || control).scrollIntoView({ block: "nearest" });
  };

  const entry = (block) => controls(block)[0] || tick(block);

  const goOn = (from) => {
    const behind = blocks.slice(blocks.indexOf(from) + 1).find((block) => !accepted.has(block));
    const next = behind || blocks.find(needsLook);
    goTo(next ? entry(next) : register);
  };

  const acceptSure = () => {
    for (const block of blocks) {
      if (!("ownKey" in block.dataset)) accept(block);
    }
    const first = blocks.find(needsLook);
    goTo(first ? entry(first) : register);
  };

  const enterOn = (control) => {
    const block = control.closest("[data-field]");
    if (!block) return goTo(register);
    if (control.name !== "confirmed") {
      const take = control.closest(".tick-line, .ticks")?.querySelector(".tick input");
      if (take) take.checked = true;
      const all = controls(block);
      const next = all[all.indexOf(control) + 1];
      if (next) return goTo(next);
    }
    // Nobody has looked at a picture that is still on its way.
    if (tick(block) && [...block.querySelectorAll(".crop")].some((crop) => !crop.complete)) return;
    accept(block);
    goOn(block);
  };

  // --- the page ----------------------------------------------------------------------------

  const show = (light) => {
    const box = light.getBoundingClientRect();
    const frame = view.getBoundingClientRect();
    view.scrollTo({
      top: view.scrollTop + box.top - frame.top - (frame.height - box.height) / 2,
      left: view.scrollLeft + box.left - frame.left - Math.max(16, (frame.width - box.width) / 2),
    });
  };

  const lightsOf = (element) => {
    for (let at = element.closest("[data-lights]"); at; at = at.parentElement.closest("[data-lights]")) {
      const lights = at.dataset.lights.split(" ")
        .flatMap((name) => [...view.querySelectorAll(`[data-light="${CSS.escape(name)}"]`)]);
      if (lights.length) return lights;
    }
    return [];
  };

  const lightUp = (element) => {
    const lights = lightsOf(element);
    for (const light of view.querySelectorAll(".lit")) light.classList.remove("lit");
    for (const light of lights) light.classList.add("lit");
    if (lights.length) show(lights[0]);
  };

  const zoomTo = (level) => {
    view.dataset.zoom = String(Math.min(3, Math.max(0, level)));
    const lit = view.querySelector(".lit");
    if (lit) show(lit);
  };
  const zoom = () => Number(view.dataset.zoom || 0);

  view.addEventListener("click", (event) => {
    const light = event.target.closest("[data-light]");
    if (!light) return;
    const [field] = light.dataset.light.split("-");
    const block = blocks.find((one) => one.dataset.field === field);
    if (block) goTo(entry(block));
  });
  for (const button of document.querySelectorAll("[data-zoom]")) {
    if (button !== view) button.addEventListener("click", () => zoomTo(zoom() + Number(button.dataset.zoom)));
  }

  // --- keys --------------------------------------------------------------------------------

  form.addEventListener("focusin", (event) => lightUp(event.target));
  form.addEventListener("input", (event) => {
    const block = event.target.closest("[data-field]");
    if (!block || event.target.name === "confirmed") return;
    if (controls(block).some(isTyped)) accept(block);
    else if (!tick(block)?.checked) reopen(block);
    if (event.target.closest(".tick-line") && event.target.type === "text") {
      event.target.closest(".tick-line").querySelector(".tick input").checked = true;
    }
  });
  form.addEventListener("change", (event) => {
    if (event.target.name !== "confirmed") return;
    const block = event.target.closest("[data-field]");
    if (!event.target.checked) {
      reopen(block);
      return say(block, "?", "");
    }
    accept(block);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.altKey) return;
    if (event.target.closest("button, a, summary")) return;
    event.preventDefault();
    enterOn(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") || event.repeat) return;
    const acts = {
      F8: acceptSure,
      F9: () => form.requestSubmit(register),
      F2: () => form.querySelector("[data-arrival]")?.click(),
      F4: () => zoomTo(zoom() ? 0 : 2),
    };
    if (!acts[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    acts[event.key]();
  });
  bulk.addEventListener("click", acceptSure);

  // Another reading is chosen in place; without this file the page comes again with it.
  form.addEventListener("click", (event) => {
    const rival = event.target.closest("button[name=use]");
    if (!rival) return;
    event.preventDefault();
    const block = rival.closest("[data-field]");
    const control = controls(block)[0];
    control.value = rival.value.slice(rival.value.indexOf(":") + 1);
    accept(block);
    goOn(block);
  });

  // The server refuses what nobody looked at; here the cursor goes there without the way round.
  form.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter !== register) return;
    const open = blocks.find(
      (block) => needsLook(block) && tick(block) && !tick(block).checked && !block.closest(".ticks")
        && block.dataset.field !== "deadlines",
    );
    if (!open) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    goTo(entry(open));
  });

  document.querySelector(".bulk").hidden = false;
  document.querySelector(".zoom").hidden = !view.querySelector(".page-sheet");
  for (const block of blocks) if (tick(block)?.checked) accept(block);
  countLeft();
  if (!document.getElementById("error-summary")) bulk.focus({ preventScroll: true });
})();
