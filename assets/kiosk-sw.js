// Samskab: opens the kiosk's page again while the network is away. It keeps the page and what the page is made of, nothing else.
"use strict";
const STORE = "samskab-kiosk-1";
addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const at = new URL(url);
  const page = at.pathname === "/kiosk" && at.search === "";
  if (method !== "GET" || at.origin !== location.origin || (!page && !at.pathname.startsWith("/assets/") && at.pathname !== "/look.css")) return;
  event.respondWith((async () => {
    const store = await caches.open(STORE);
    try {
      const answer = await fetch(event.request);
      if (answer.ok) await store.put(url, answer.clone());
      return answer;
    } catch (error) {
      const kept = await store.match(url, { ignoreVary: true });
      if (kept) return kept;
      throw error;
    }
  })());
});
