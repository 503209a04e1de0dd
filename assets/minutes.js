// Minutes written together: what one types is sent while one types, and what others write comes in. The server merges; here is
// only remembered which text one began with. Without this script the form is saved with its button, and merged just the same.
(() => {
  "use strict";
  const form = document.querySelector("form[data-minutes]");
  if (!form) return;
  const PAUSE = 600, LONGEST = 3000, LOOK = 2000; // milliseconds: after the last letter, after the first, between looks
  const status = form.querySelector("[data-status]");
  const button = form.querySelector("button:not([name])");
  let open = true, failures = 0, shown = "";
  const say = (what) => { if (status && shown !== what) { shown = what; status.textContent = status.dataset[what] || ""; } };
  const number = () => {
    if (crypto.randomUUID) return crypto.randomUUID();
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64; b[8] = (b[8] & 63) | 128;
    return [...b].map((x, i) => ([4, 6, 8, 10].includes(i) ? "-" : "") + x.toString(16).padStart(2, "0")).join("");
  };

  // `base` is the text the next change begins with; `sent` is on its way, and is sent again as it is until it is answered.
  const fields = [...form.querySelectorAll("textarea[data-text]")].map((area) => {
    const hidden = form.elements[`base-${area.dataset.text}`];
    return { id: area.dataset.text, area, hidden, base: hidden.value, version: -1, sent: null, timer: 0 };
  });

  /** Puts a text in the place of another; the caret stays at the words it stood at. */
  function adopt(field, text) {
    const area = field.area, was = area.value;
    if (was === text) return;
    let head = 0, tail = 0;
    const most = Math.min(was.length, text.length);
    while (head < most && was[head] === text[head]) head++;
    while (tail < most - head && was[was.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
    const place = (at) => (at <= head ? at : at >= was.length - tail ? at + text.length - was.length : Math.min(at, text.length - tail));
    const focused = document.activeElement === area, from = place(area.selectionStart), to = place(area.selectionEnd), scroll = area.scrollTop;
    area.value = text;
    if (focused) area.setSelectionRange(from, to);
    area.scrollTop = scroll;
    grow(area);
  }
  function grow(area) { // as many lines as it needs; the browser does the rest
    area.rows = Math.min(40, Math.max(5, area.value.split("\n").reduce((n, line) => n + 1 + Math.floor(line.length / 80), 0) + 1));
  }
  const begin = (field, text) => { field.base = text; field.hidden.value = text; };

  async function send(field) {
    clearTimeout(field.timer);
    if (!open || field.busy) return;
    if (!field.sent) {
      if (field.area.value === field.base) return;
      field.since = undefined;
      field.sent = { edit: number(), text: field.id, base: field.base, mine: field.area.value };
    }
    field.busy = true;
    say("saving");
    let answer;
    try {
      answer = await fetch(form.dataset.write, { method: "POST", credentials: "same-origin", headers: { Accept: "application/json" }, body: new URLSearchParams(field.sent) });
    } catch { answer = null; }
    field.busy = false;
    if (answer && answer.ok) {
      const { text: now, version } = await answer.json(), mine = field.sent.mine;
      field.version = Math.max(field.version, version);
      field.sent = null;
      failures = 0;
      // Somebody who has typed on meanwhile goes on from what they sent; what others wrote comes with the next answer.
      if (field.area.value === mine) { adopt(field, now); begin(field, now); } else { begin(field, mine); later(field); }
      if (!fields.some(unsaved)) say("saved");
      return;
    }
    if (answer && answer.status < 500 && answer.status !== 429) { closed(); return; }
    failures++;
    say("offline");
    field.timer = setTimeout(() => send(field), Math.min(30000, 1000 * 2 ** Math.min(failures, 5)));
  }
  function later(field) {
    clearTimeout(field.timer);
    field.since ??= Date.now();
    field.timer = setTimeout(() => send(field), Math.max(0, Math.min(PAUSE, field.since + LONGEST - Date.now())));
  }
  const unsaved = (field) => field.sent !== null || field.area.value !== field.base;
  function closed() { open = false; say("closed"); }

  async function look() {
    setTimeout(look, LOOK * (0.75 + Math.random() / 2));
    if (document.hidden || !open) return;
    let answer;
    try { answer = await fetch(form.dataset.texts, { credentials: "same-origin", headers: { Accept: "application/json" } }); } catch { return; }
    if (!answer.ok) return;
    const now = await answer.json();
    if (!now.open) { closed(); return; }
    for (const text of now.texts) {
      const field = fields.find((f) => f.id === text.id);
      // Only into a text nobody here is changing: everything else comes with the answer to what is sent.
      if (!field || unsaved(field) || text.version <= field.version) continue;
      field.version = text.version;
      if (text.text !== field.base) { adopt(field, text.text); begin(field, text.text); say("others"); }
    }
  }

  for (const field of fields) {
    grow(field.area);
    field.area.addEventListener("input", () => { grow(field.area); if (!field.area.readOnly) later(field); });
    field.area.addEventListener("blur", () => send(field));
  }
  form.addEventListener("submit", (e) => { // everything is sent already, or is sent now
    if (!open) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    const waiting = fields.filter(unsaved);
    if (waiting.length) waiting.forEach(send); else say("saved");
  }, true);
  addEventListener("beforeunload", (e) => { if (open && fields.some(unsaved)) { fields.forEach(send); e.preventDefault(); e.returnValue = ""; } });
  document.addEventListener("visibilitychange", () => { if (document.hidden) fields.forEach(send); });
  if (button) button.classList.add("quiet");
  setTimeout(look, LOOK);
})();
