// Samskab: the touch screen by the door. Every press is kept on this screen until the server has said that it has it; without a
// network people go on pressing, and nothing is lost. Everything here also works as plain forms without this script.
(() => {
  "use strict";
  const $ = (sel) => document.querySelector(sel);
  const main = $("main.kiosk");
  if (!main) return;
  const words = main.dataset;
  const keep = { get: (k, other) => { try { return JSON.parse(localStorage.getItem(k)) ?? other; } catch { return other; } },
                 set: (k, v) => { try { localStorage.setItem(k, JSON.stringify(v)); return true; } catch { return false; } } };
  const QUEUE = "samskab.kiosk.queue", NAMES = "samskab.kiosk.names";
  const UNDO = 5000; // milliseconds in which a press can be taken back
  const newId = () => {
    if (crypto.randomUUID) return crypto.randomUUID();
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64; b[8] = (b[8] & 63) | 128;
    return [...b].map((x, i) => ([4, 6, 8, 10].includes(i) ? "-" : "") + x.toString(16).padStart(2, "0")).join("");
  };

  // ---- what waits ---------------------------------------------------------------------------------------------------
  let memory = keep.get(QUEUE, []); // where the browser stores nothing, at least this page remembers
  const queue = () => memory;
  const write = (items) => { memory = items; keep.set(QUEUE, items); show(); };
  let away = !navigator.onLine, closed = false, busy = false, timer = 0, due = 0, pause = 2000;

  function show() {
    const waiting = queue().length;
    const text = closed ? words.closed : away ? words.offline.replace("0", String(waiting)) : "";
    const net = $("#kiosk-net");
    if (net.textContent !== text) net.textContent = text;
    net.hidden = !text;
    main.dataset.waiting = String(waiting);
    main.dataset.net = closed ? "closed" : away ? "away" : "there";
  }
  const later = (ms) => { // the soonest counts: where people press one after the other, nobody waits for the last
    const at = Date.now() + ms;
    if (timer && due <= at) return;
    clearTimeout(timer); due = at;
    timer = setTimeout(() => { timer = 0; send(); }, ms);
  };

  async function send() {
    if (busy) return;
    const now = Date.now(), ready = queue().filter((i) => !(i.until > now)).slice(0, 100);
    const held = queue().filter((i) => i.until > now).map((i) => i.until - now);
    if (!ready.length) { if (held.length) later(Math.min(...held) + 20); return; }
    busy = true;
    try {
      const answer = await fetch("/kiosk/koe", { method: "POST", credentials: "same-origin", headers: { "content-type": "application/json" },
        body: JSON.stringify({ now, items: ready.map(({ id, way, who, code, heads, at }) => ({ id, way, who, code, heads, at })) }), signal: AbortSignal.timeout(15000) });
      if (answer.status === 401) { closed = true; away = false; return; }
      if (!answer.ok) throw new Error(String(answer.status));
      const { results } = await answer.json();
      const had = new Set(results.map((r) => r.id));
      closed = false; away = false; pause = 2000;
      write(queue().filter((i) => !had.has(i.id)));
      for (const r of results) told(r);
    } catch {
      away = true; pause = Math.min(pause * 1.5, 15000);
    } finally {
      busy = false;
      show();
      if (queue().length) later(away ? pause : closed ? 60000 : 50);
    }
  }

  // ---- what is said -------------------------------------------------------------------------------------------------
  let last = null, quiet = 0;
  function say(text, kind, undo) {
    const box = $("#kiosk-said");
    box.className = "kiosk-said " + kind;
    $("#kiosk-words").textContent = text;
    $("#kiosk-undo").hidden = !undo;
    box.hidden = false;
    clearTimeout(quiet);
    quiet = setTimeout(() => { box.hidden = true; last = null; }, undo ? UNDO : 8000);
  }
  function told({ id, result, name }) {
    if (!last || last.id !== id) return; // whoever this was has gone on
    if (result === "again") say(words.again.replace("NAME", name), "ok");
    else if (result === "unknown") say(last.way === "card" ? words.unknown : words.gone, "error");
    else if (name && last.way === "card") say(words.welcome.replace("NAME", name), "ok");
  }
  function press(way, more, label) {
    const now = Date.now();
    last = { id: newId(), way, at: now, who: "", code: "", heads: 1, ...more, until: way === "card" ? 0 : now + UNDO };
    write([...queue(), last]);
    const text = way === "name" ? words.welcome.replace("NAME", label.split(" ")[0]) : way === "guest" ? words.guests.replace("0", String(last.heads)) : words.card;
    say(text, "ok", way !== "card");
    $("#q").value = ""; find("");
    later(way === "card" ? 0 : UNDO + 20);
  }
  $("#kiosk-undo").addEventListener("click", () => {
    if (!last) return;
    write(queue().filter((i) => i.id !== last.id));
    say(words.undone, "ok");
  });

  // ---- names --------------------------------------------------------------------------------------------------------
  let names = keep.get(NAMES, []);
  function find(typed) {
    const t = typed.trim().toLocaleLowerCase("da");
    const fits = (label) => { const l = label.toLocaleLowerCase("da"); return l.startsWith(t) || l.split(/\s+/).some((w) => w.startsWith(t)); };
    const found = t ? names.filter(([, label]) => fits(label)) : [];
    $("#names").replaceChildren(...found.slice(0, 60).map(([id, label]) => {
      const b = Object.assign(document.createElement("button"), { type: "button", className: "kiosk-name", textContent: label });
      b.dataset.who = id;
      return b;
    }));
    $("#kiosk-nobody").hidden = !t || found.length > 0;
    for (const a of document.querySelectorAll("a.kiosk-letter")) a.setAttribute("aria-pressed", String(a.dataset.letter.toLocaleLowerCase("da") === t));
    return found.length;
  }
  async function refresh() { // also how the screen notices that the network is back
    try {
      const answer = await fetch("/kiosk/navne", { credentials: "same-origin", signal: AbortSignal.timeout(10000) });
      if (answer.status === 401) { closed = true; } else if (answer.ok) {
        const first = !names.length;
        ({ names } = await answer.json());
        keep.set(NAMES, names);
        if (first) find($("#q").value); // somebody may have typed while they were on their way
        closed = false;
        if (away && queue().length) later(50);
        away = false;
      }
    } catch { away = true; }
    show();
  }
  setInterval(() => refresh(), 60000);
  addEventListener("online", () => { refresh(); later(100); });
  addEventListener("offline", () => { away = true; show(); });

  main.addEventListener("submit", (e) => {
    const form = e.target, by = e.submitter;
    e.preventDefault();
    const data = new FormData(form);
    if (form.id === "find") {
      const typed = $("#q").value.trim();
      if (!find(typed) && /\d|^\w{4}-\w{4}$/.test(typed)) press("card", { code: typed });
    } else if (form.dataset.way === "card") {
      const code = String(data.get("code") || "").trim();
      if (code) { press("card", { code }); form.reset(); }
    } else if (form.dataset.way === "guest") press("guest", { heads: Number(by.value) || 1 });
    else if (by) press("name", { who: by.value }, by.textContent.trim());
  });
  main.addEventListener("click", (e) => {
    const name = e.target.closest("button.kiosk-name[data-who]"), letter = e.target.closest("a.kiosk-letter");
    if (name) { press("name", { who: name.dataset.who }, name.textContent); }
    if (letter) { e.preventDefault(); $("#q").value = letter.dataset.letter; find(letter.dataset.letter); }
  });
  $("#q").addEventListener("input", () => find($("#q").value));
  // A card reader types wherever one is: quick signs and Enter.
  let read = "", since = 0;
  document.addEventListener("keydown", (e) => {
    if (e.target.matches("input")) return;
    if (e.timeStamp - since > 300) read = "";
    since = e.timeStamp;
    if (e.key === "Enter" && read.length >= 3) { e.preventDefault(); press("card", { code: read }); read = ""; } else if (e.key.length === 1) read += e.key;
  });

  // ---- opening without a network -------------------------------------------------------------------------------------
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/kiosk-sw.js", { scope: "/kiosk" }).catch(() => { /* an address without https: the open page goes on all the same */ });
    navigator.serviceWorker.addEventListener("controllerchange", () => { // what was loaded before it was there
      const parts = ["/kiosk", ...[...document.querySelectorAll("link[rel~=stylesheet], script[src], link[rel=icon]")].map((x) => x.href || x.src)];
      for (const part of parts) fetch(part, { credentials: "same-origin" }).catch(() => { /* next time */ });
    });
  }
  find($("#q").value); show(); refresh(); later(100);
})();
