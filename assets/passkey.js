// Passkeys: the browser makes them and signs in with them; the server asks and checks. Without this script, or in a browser
// without passkeys, the page says so and every other way in works.
(() => {
  "use strict";
  const make = document.querySelector("[data-passkey-make]"), use = document.querySelector("[data-passkey-use]");
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const can = "PublicKeyCredential" in window && navigator.credentials;

  // What a person reads: the place under the button where errors stand.
  const say = (form, words) => {
    const place = form.querySelector("[data-passkey-says]");
    place.textContent = words;
    place.hidden = !words;
  };
  async function ask(path, body) {
    const answer = await fetch(path, { method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok || json.error) throw Object.assign(new Error("refused"), { words: json.error });
    return json;
  }
  const failed = (form, error) => say(form, error.words ||
    form.dataset[error.name === "NotAllowedError" || error.name === "AbortError" ? "cancelled" : error.name === "InvalidStateError" ? "known" : "failed"]);

  async function making(form) {
    const { ceremony, options } = await ask("/min-side/log-ind/noegle/begynd", {});
    const key = options.publicKey;
    key.challenge = bytes(key.challenge);
    key.user.id = bytes(key.user.id);
    for (const known of key.excludeCredentials || []) known.id = bytes(known.id);
    const made = await navigator.credentials.create({ publicKey: key });
    const credential = {
      id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: {},
      response: { attestationObject: text(made.response.attestationObject), clientDataJSON: text(made.response.clientDataJSON) },
    };
    return ask("/min-side/log-ind/noegle", { ceremony, credential, name: form.elements.name.value });
  }

  let waiting = null; // the browser's own list of passkeys, open beside the field for the address
  async function using(form, mediation) {
    const { ceremony, options } = await ask("/log-ind/noegle/begynd", {});
    const key = options.publicKey;
    key.challenge = bytes(key.challenge);
    if (waiting) waiting.abort();
    waiting = new AbortController();
    const got = await navigator.credentials.get({ publicKey: key, signal: waiting.signal, ...(mediation && { mediation }) });
    const credential = {
      id: got.id, rawId: text(got.rawId), type: got.type, clientExtensionResults: {},
      response: {
        authenticatorData: text(got.response.authenticatorData), clientDataJSON: text(got.response.clientDataJSON),
        signature: text(got.response.signature), userHandle: got.response.userHandle ? text(got.response.userHandle) : null,
      },
    };
    return ask("/log-ind/noegle", { ceremony, credential, next: form.elements.next.value });
  }

  for (const [form, work] of [[make, making], [use, using]]) {
    if (!form) continue;
    for (const part of document.querySelectorAll("[data-passkey-cannot]")) part.hidden = Boolean(can);
    form.hidden = !can;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      event.stopPropagation();
      say(form, "");
      try { location.assign((await work(form)).next); } catch (error) { failed(form, error); }
    });
  }
  if (use && can && PublicKeyCredential.isConditionalMediationAvailable) {
    PublicKeyCredential.isConditionalMediationAvailable().then(async (offered) => {
      if (!offered) return;
      try { location.assign((await using(use, "conditional")).next); } catch (error) { if (error.words) failed(use, error); }
    });
  }
})();
