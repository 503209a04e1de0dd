// People of the year's journey who are not at a browser window: each has a session of their own, reads pages and fills in their forms.
import { setTimeout as wait } from 'node:timers/promises';
import { request } from 'playwright-core';
import { filled, formOf, plain, textOf } from './html.mjs';

/** Sessions last 30 days. */
const SIGN_IN_AFTER = 25;

/** Asks until there is an answer that counts; what is waited for is said when there is none. */
export async function until(what, ask, seconds = 20) {
  for (const end = Date.now() + seconds * 1000; ; await wait(250)) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`after ${seconds} seconds: ${what}`);
  }
}

/** The mailbox of the demonstration. */
export class Mailbox {
  #http;

  constructor(http) { this.#http = http; }

  /** The newest mails, newest first: address, subject, who it went to. */
  async #newest() {
    const html = await (await this.#http.get('/postkasse')).text();
    const rows = html.matchAll(/<a href="(\/postkasse\/[^"]+)">([^<]*)<\/a><\/td><td[^>]*><span class="lines">([^<]*)<\/span>/g);
    return [...rows].map(([, path, subject, to]) => ({ path, subject: plain(subject), to: plain(to) }));
  }

  /** The newest mail to somebody about something (a text or a pattern); waits until it is there. `not` is one that was read before. */
  async find(to, subject, not = '') {
    const is = subject instanceof RegExp ? (s) => subject.test(s) : (s) => s.includes(subject);
    const mail = await until(`no mail about ${subject} for ${to}`, async () => (await this.#newest()).find((m) => m.to === to && m.path !== not && is(m.subject)));
    const html = await (await this.#http.get(mail.path)).text();
    const body = html.slice(html.indexOf('mail-body'));
    const links = [...body.matchAll(/<a href="(https?:[^"]+)"/g)].map(([, href]) => new URL(plain(href)).pathname);
    const calendar = body.match(/href="([^"]+\.ics)"/)?.[1];
    return { ...mail, text: textOf(body.slice(body.indexOf('>') + 1)), links, calendar: calendar && (await (await this.#http.get(calendar)).text()) };
  }
}

/** Somebody: what they read and send goes over a session that is theirs alone. */
export class Person {
  #http;
  #year;
  #since = -Infinity;

  constructor(year, { name, email }, http) {
    Object.assign(this, { name, email });
    this.#year = year;
    this.#http = http;
  }

  static async of(year, who) {
    return new Person(year, who, await request.newContext({ baseURL: year.t.url, extraHTTPHeaders: { 'accept-language': 'da' } }));
  }

  /** The links of a mail that brings a session with it. */
  hasSession() { this.#since = this.#year.days; }

  /** Signs in with a code from the mailbox, where the session has ended. */
  async #here() {
    if (!this.email || this.#year.days - this.#since <= SIGN_IN_AFTER) return;
    this.#since = this.#year.days;
    const asked = await this.send('/log-ind', { email: this.email }, { signIn: false });
    const { subject } = await this.#year.mailbox.find(this.email, /\b\d{6}\b/);
    await this.#post('/log-ind/kode', filled(formOf(asked, '/log-ind/kode'), { code: subject.match(/\b\d{6}\b/)[0] }));
  }

  async #answered(answer, what) {
    const html = await answer.text();
    if (answer.status() < 400) return html;
    const wrong = html.match(/class="error-summary"[\s\S]*?<\/ul>/)?.[0] ?? html.slice(html.indexOf('<main'), html.indexOf('</main'));
    throw new Error(`${this.name || 'somebody'} ${what} and was answered ${answer.status()}: ${textOf(wrong).slice(0, 300)}`);
  }

  async #post(path, fields) {
    const data = new URLSearchParams(fields).toString();
    const answer = await this.#http.post(path, { data, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    return this.#answered(answer, `sent ${path}`);
  }

  /** A page, as it comes over the wire. */
  async read(path, { signIn = true } = {}) {
    if (signIn) await this.#here();
    return this.#answered(await this.#http.get(path), `opened ${path}`);
  }

  /** Opens a page, fills in its form that is sent to `to`, and sends it; gives the page one is led to. */
  async send(path, values = {}, { to = path, signIn = true, holding } = {}) {
    return this.sendOn(await this.read(path, { signIn }), to, values, holding);
  }

  /** The same on a page that one has before oneself. `values` may be a function of the form. */
  async sendOn(html, to, values = {}, holding = '') {
    const form = formOf(html, to, holding);
    if (!form) throw new Error(`${this.name} sees no form for ${to} on: ${textOf(html.slice(html.indexOf('<main'))).slice(0, 200)}`);
    return this.#post(to, filled(form, typeof values === 'function' ? values(form) : values));
  }

  /** Sends a form without fields: a button. */
  press(path, to) { return this.send(path, {}, { to }); }

  /** A button of a form that has several, by its name and value. */
  async choose(html, to, name, value) {
    const form = formOf(html, to);
    if (!form) throw new Error(`${this.name} sees no form for ${to}`);
    return this.#post(to, [...form.fields, [name, value]]);
  }

  async close() { await this.#http.dispose(); }
}
