// While somebody writes an idea, those that are like it are shown below. Without this script they are shown once, before it is sent.
(() => {
  "use strict";
  const form = document.querySelector("form[data-similar]");
  const list = document.getElementById("similar");
  if (!form || !list) return;
  const title = form.elements.title, seen = form.elements.seen;
  const PAUSE = 500; // milliseconds after the last letter
  let timer = 0, asked = "", number = 0;

  async function look() {
    const words = title.value.trim().replace(/\s+/g, " ");
    if (words === asked) return;
    asked = words;
    const mine = ++number; // an answer that comes after a newer question is not shown
    if (words.length < 4) { list.replaceChildren(); return; }
    try {
      const answer = await fetch(`${form.dataset.similar}?q=${encodeURIComponent(words)}`, { credentials: "same-origin", headers: { Accept: "text/html" } });
      if (!answer.ok || mine !== number) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const before = [...list.querySelectorAll("[data-idea]")].map((e) => e.dataset.idea).join();
      const ids = [...page.querySelectorAll("[data-idea]")].map((e) => e.dataset.idea);
      if (ids.join() === before) return; // nothing new to read aloud
      list.replaceChildren(...page.body.childNodes);
      seen.value = [...new Set([...seen.value.split(",").filter(Boolean), ...ids])].join();
    } catch { /* no connection: they are shown before the idea is sent */ }
  }
  title.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, PAUSE); });
  // Who supports another idea instead has not lost anything by leaving.
  document.getElementById("support")?.addEventListener("submit", () => form.reset());
  if (title.value) look();
})();
