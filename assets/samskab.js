// Samskab: small improvements on pages that work without any of this. No framework, no eval, nothing inline.
(() => {
  "use strict";
  const $ = (sel, root = document) => root.querySelector(sel);
  const $$ = (sel, root = document) => [...root.querySelectorAll(sel)];
  const dirty = new WeakSet(); // forms the reader has changed
  const sent = new WeakSet(); // forms on their way
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  const store = { get: (k) => { try { return localStorage.getItem(k); } catch { return null; } },
                  set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* private mode */ } } };

  // Things that need script are hidden in the HTML and shown here; called again for every replaced part.
  function prepare(root) {
    for (const b of $$("[data-print]", root)) b.hidden = false;
    for (const box of $$("input[data-keys]", root)) {
      const holder = box.closest("[hidden]");
      if (holder) holder.hidden = !matchMedia("(any-hover: hover) and (any-pointer: fine)").matches; // a phone has no keys
      box.checked = store.get("samskab.keys") === "on";
      document.body.classList.toggle("keys-on", box.checked);
    }
  }

  // ---- live pages -------------------------------------------------------------------------------------------------
  let source = null, wait = 2000, retry = 0, timer = 0, stale = false;
  const typing = (part) => (part.contains(document.activeElement) && document.activeElement.closest("form") !== null) ||
    $$("form", part).some((f) => dirty.has(f) || sent.has(f));

  async function refresh() {
    if (document.hidden) { stale = true; return; }
    let fresh = stale = false;
    try {
      const res = await fetch(location.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
      const gone = $("#live-gone"), fine = res.ok && !res.redirected;
      if (gone && res.status < 429) gone.hidden = fine; // what stands here stays, with a way on
      if (!fine) return;
      fresh = parse(await res.text());
    } catch { stale = true; return; }
    let changed = 0;
    for (const part of $$("[data-live-part][id]")) {
      const next = fresh.getElementById(part.id);
      if (!next || next.outerHTML === part.outerHTML) continue;
      if (typing(part)) { stale = true; continue; } // never take words away from someone writing; try again later
      const focused = part.contains(document.activeElement) ? document.activeElement : null;
      const open = $$("details[id][open]", part).map((d) => d.id);
      const node = document.importNode(next, true);
      part.replaceWith(node);
      for (const id of open) { const d = document.getElementById(id); if (d) d.open = true; }
      if (focused) {
        const href = focused.getAttribute("href");
        const again = (focused.id && document.getElementById(focused.id)) || (href && $$("a[href]", node).find((a) => a.getAttribute("href") === href));
        if (again) again.focus({ preventScroll: true });
      }
      prepare(node);
      changed++;
    }
    const status = $("#live-status");
    if (changed && status) { status.textContent = ""; setTimeout(() => { status.textContent = status.dataset.text || ""; }, 100); }
  }
  const soon = (ms) => { clearTimeout(timer); timer = setTimeout(refresh, ms + Math.random() * ms); };

  function listen() {
    const url = document.body.dataset.live;
    if (!url || source || !("EventSource" in window)) return;
    source = new EventSource(url);
    source.addEventListener("open", () => { wait = 2000; });
    source.addEventListener("changed", () => soon(250));
    source.addEventListener("error", () => { // close and come back later, more and more rarely
      hangUp();
      retry = setTimeout(() => { listen(); soon(500); }, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, 60000);
    });
  }
  function hangUp() { clearTimeout(retry); if (source) { source.close(); source = null; } }
  addEventListener("pagehide", hangUp);
  addEventListener("pageshow", (e) => {
    for (const f of $$("form")) release(f);
    listen();
    if (e.persisted && document.body.dataset.live) soon(100);
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden && stale) soon(100); });
  document.addEventListener("focusout", () => { if (stale) soon(1500); });

  // ---- forms ------------------------------------------------------------------------------------------------------
  const buttons = (f) => [...f.elements].filter((e) => e.type === "submit" || e.type === "image");
  function release(form) {
    if (!sent.delete(form)) return;
    for (const b of buttons(form)) if (b.dataset.held) { b.disabled = false; delete b.dataset.held; }
  }
  function plainly(form, by) { // submit as if there were no script, keeping the pressed button's name and value
    if (by && by.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: by.name, value: by.value }));
    HTMLFormElement.prototype.submit.call(form);
  }
  async function fetchForm(form, by) {
    try {
      const data = new FormData(form);
      if (by && by.name) data.append(by.name, by.value);
      const action = (by && by.getAttribute("formaction")) || form.getAttribute("action") || location.href;
      const res = await fetch(action, { method: "POST", credentials: "same-origin", headers: { Accept: "text/html" },
        body: form.enctype === "multipart/form-data" ? data : new URLSearchParams(data) });
      if (!res.ok) throw new Error(String(res.status));
      const page = parse(await res.text());
      const old = $("#main [data-fetch-target]"), next = $("#main [data-fetch-target]", page);
      if (!old || !next) { location.assign(res.url); return; }
      const node = document.importNode(next, true);
      old.replaceWith(node);
      document.title = page.title || document.title;
      if (res.redirected && res.url !== location.href) history.replaceState(null, "", res.url);
      prepare(node);
      const heading = $("[tabindex='-1']", node);
      if (heading) heading.focus();
      sent.delete(form); dirty.delete(form);
    } catch { plainly(form, by); }
  }
  document.addEventListener("submit", (e) => {
    const form = e.target, by = e.submitter;
    if (e.defaultPrevented || (form.getAttribute("method") || "get").toLowerCase() !== "post") return;
    if (sent.has(form)) { e.preventDefault(); return; }
    sent.add(form);
    if ("fetch" in form.dataset) { e.preventDefault(); fetchForm(form, by); return; }
    setTimeout(() => { for (const b of buttons(form)) if (!b.disabled) { b.disabled = true; b.dataset.held = "1"; } }, 0);
    setTimeout(() => release(form), 10000); // a download leaves the page where it is
  });
  document.addEventListener("input", (e) => { if (e.target.form) dirty.add(e.target.form); });
  document.addEventListener("reset", (e) => dirty.delete(e.target));
  addEventListener("beforeunload", (e) => {
    if ($$("form[data-warn-unsaved]").some((f) => dirty.has(f) && !sent.has(f))) { e.preventDefault(); e.returnValue = ""; }
  });

  // ---- keys while voting (off until chosen), printing ---------------------------------------------------------------
  document.addEventListener("change", (e) => {
    if (!e.target.matches("input[data-keys]")) return;
    store.set("samskab.keys", e.target.checked ? "on" : "off");
    document.body.classList.toggle("keys-on", e.target.checked);
  });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.repeat || e.isComposing || !/^[1-9]$/.test(e.key)) return;
    const box = $("input[data-keys]"), at = document.activeElement;
    if (!box || !box.checked || at.isContentEditable || at.matches("textarea, select, input:not([type=checkbox], [type=radio])")) return;
    const button = $(`button[data-key="${e.key}"]:not(:disabled)`);
    if (button) { e.preventDefault(); button.click(); }
  });
  document.addEventListener("click", (e) => { if (e.target.closest("[data-print]")) window.print(); });

  prepare(document);
  // On a narrow screen the menus scroll: the place one is at is in sight.
  for (const at of $$("nav.top [aria-current], nav.tabs [aria-current]")) { const nav = at.closest("nav"); nav.scrollLeft = at.offsetLeft - nav.offsetLeft - (nav.clientWidth - at.offsetWidth) / 2; }
  const wrong = $(".error-summary"); // a form came back: begin with what is to be put right
  if (wrong) wrong.focus();
})();
