// Samskab: the television in the hall. The clock goes by itself; the rest is fetched again when the server says that it changed.
(() => {
  "use strict";
  const clock = document.querySelector("#clock");
  const tick = () => { if (clock) clock.textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Copenhagen" }); };
  let source = null, wait = 2000;
  async function refresh() {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      if (answer.status === 401) { location.reload(); return; }
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#shown");
      const old = document.querySelector("#shown");
      if (fresh && old && fresh.outerHTML !== old.outerHTML) old.replaceWith(document.importNode(fresh, true));
    } catch { /* the stream tells when the network is back */ }
  }
  function listen() {
    source = new EventSource("/skaerm/live");
    source.addEventListener("open", () => { wait = 2000; document.body.dataset.net = "there"; });
    source.addEventListener("changed", refresh);
    source.addEventListener("error", () => {
      source.close();
      document.body.dataset.net = "away";
      setTimeout(() => { listen(); refresh(); }, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, 60000);
    });
  }
  tick(); setInterval(tick, 1000);
  listen();
})();
