// Journeys: what people do with the program, in a real browser, as somebody could follow by hand.
//
//   journey('A citizen takes part', { lang: 'da' }, async (t) => {
//     const citizen = await t.as('citizen');            // a page of that persona, in a browser of their own
//     await citizen.goto('/forloeb');
//     await t.see(citizen, 'forløb');                   // on every page one comes by
//     await citizen.getByRole('link', { name: 'Ungepolitik' }).click();
//     await t.says(citizen, 'Dialogen er åben');
//   });
//
// The journeys of one file share one program and its database, in the order they are written; each file has its own.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { inspect, keyboardReach, listen, picturePath } from './look.mjs';
import { start } from './server.mjs';

const file = basename(process.argv[1] ?? 'journey').replace(/(\.test)?\.mjs$/, '');
const BROWSER = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  // It runs as root in CI, without a graphics card, and has no business with the outside world.
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

const kept = join(process.env.CARGO_TARGET_DIR ?? 'target', 'journeys');

let server, browser;
let pictures = 0;
// Where every page a journey comes by is kept as a picture: where SHOTS says, or, for a file that always takes them, with
// what else the journeys leave. `scripts/journeys.sh` writes the index.
let album = process.env.SHOTS;
export function picturesAlways() { album ||= join(kept, 'pictures'); }

// What the journeys of a file run against: `demo`, or `serve` for a real installation.
let program = 'demo', how;
export function against(command, options) { [program, how] = [command, options]; }

// Both are started by the first journey. If that fails it is not tried again: all journeys tell the same reason.
let starting;
function ready() {
  starting ??= (async () => {
    server = await start(program, how);
    browser = await chromium.launch(BROWSER);
  })();
  return starting;
}

after(async () => {
  await browser?.close();
  await server?.stop();
});
// Stopped from outside: let the exit handlers take the program along.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** One journey under way. */
class Journey {
  #options;
  #people = new Map();
  #problems = [];

  constructor(options) {
    this.#options = { lang: 'da', javascript: true, viewport: { width: 1280, height: 900 }, ...options };
  }

  /** The address of the program. */
  get url() { return server.url; }

  /** What the program has said on its console that looks like this. */
  said(pattern) {
    const found = server.log().match(pattern)?.[0];
    if (!found) throw new assert.AssertionError({ message: `the program did not say ${pattern}` });
    return found;
  }

  /** A page of somebody who has not signed in; the same name gives the same page. */
  async nobody(name = 'nobody') {
    if (!this.#people.has(name)) {
      const { lang, javascript, viewport } = this.#options;
      const context = await browser.newContext({
        baseURL: server.url,
        locale: lang === 'en' ? 'en-GB' : 'da-DK',
        timezoneId: 'Europe/Copenhagen',
        javaScriptEnabled: javascript,
        // Without scripts the driver of the browser cannot tell when something has stopped moving.
        reducedMotion: javascript ? 'no-preference' : 'reduce',
        viewport,
      });
      context.setDefaultTimeout(15_000);
      // A persona's own language is Danish; whoever wants English has chosen it.
      if (lang === 'en') await context.addCookies([{ name: 'sprog', value: 'en', url: server.url }]);
      const wrong = [];
      listen(context, wrong);
      this.#people.set(name, { context, page: await context.newPage(), wrong });
    }
    return this.#people.get(name).page;
  }

  /** A page of one of the demonstration's personas: secretary, facilitator, citizen, politician or doer. */
  async as(role) {
    const known = this.#people.has(role);
    const page = await this.nobody(role);
    if (!known) {
      const chip = `button.chip[name=role][value=${role}]`;
      await page.goto('/');
      await page.locator(chip).click();
      await page.locator(`${chip}[aria-pressed=true]`).waitFor();
    }
    return page;
  }

  /** Called on every page a journey comes by. What is wrong is collected: the journey goes on, and fails at its end. */
  async see(page, name) {
    pictures += 1;
    const picture = album && (await picturePath(album, file, pictures, name));
    const found = await inspect(page, { scripts: this.#options.javascript, picture });
    this.#note(`on «${name}» (${new URL(page.url()).pathname})`, found);
  }

  /** Waits until the page says this (a text or a pattern), where one can see it. */
  async says(page, text) {
    await page.getByText(text).filter({ visible: true }).first().waitFor().catch(() => {
      throw new assert.AssertionError({ message: `${page.url()} does not say ${text instanceof RegExp ? text : `«${text}»`}` });
    });
  }

  /** The element can be reached with the Tab key alone, and one sees that one is there. */
  async reachable(page, locator) {
    this.#note(`with the keyboard on ${new URL(page.url()).pathname}`, await keyboardReach(page, locator));
  }

  /** Notes something that is wrong on a page: the journey goes on, and fails at its end. */
  wrong(page, text) {
    this.#note(`on ${new URL(page.url()).pathname}`, [text]);
  }

  /** The newest mail whose subject says this (and which went to this address), from the demonstration's mailbox; waits until it is there. */
  async mail(subject, to = '') {
    const page = await this.nobody('the mailbox');
    for (const deadline = Date.now() + 20_000; ; await page.waitForTimeout(300)) {
      await page.goto('/postkasse');
      const link = page.getByRole('row').filter({ hasText: to }).locator('a[href^="/postkasse/"]').filter({ hasText: subject }).first();
      if (await link.count()) {
        await link.click();
        await page.waitForURL(/\/postkasse\/./);
        const text = await page.locator('main').innerText();
        // Mails of the filled demonstration name the address it was filled at.
        const links = (text.match(/https?:\/\/[^\s<>«»"]+/g) ?? []).map((link) => link.replace(/^http:\/\/127\.0\.0\.1:\d+/, server.url));
        return { page, text, links };
      }
      if (Date.now() > deadline) throw new assert.AssertionError({ message: `no mail about ${subject} came in${to && ` for ${to}`}` });
    }
  }

  #note(where, found) {
    for (const text of found) this.#problems.push(`${where}: ${text}`);
  }

  /** A picture of what everybody sees, for whoever looks into a failure. */
  async picturesOfFailure() {
    await mkdir(kept, { recursive: true });
    const lines = [];
    for (const [who, { page }] of this.#people) {
      const path = `${await picturePath(kept, file, pictures, `failed ${who}`)}.png`;
      const taken = await page.screenshot({ path, timeout: 5_000 }).then(() => `, picture ${path}`, () => '');
      lines.push(`  ${who} was at ${page.url()}${taken}`);
    }
    return lines.join('\n');
  }

  /** Fails if anything was noted on the way. */
  finish() {
    for (const [who, { wrong }] of this.#people) this.#note(`in the browser of ${who}`, [...new Set(wrong)]);
    if (this.#problems.length) {
      throw new assert.AssertionError({ message: `${this.#problems.length} problem(s) on the way:\n${this.#problems.join('\n')}` });
    }
  }

  async close() {
    for (const { context } of this.#people.values()) await context.close();
  }
}

/** An error for people: what went wrong, at which line of the journey, where everybody was, what the program said last. */
async function told(error, t) {
  const line = error.stack?.split('\n').filter((l) => /^ +at .*(\.test|\/year\/[\w-]+)\.mjs/.test(l)) ?? [];
  const log = server.log().trim().split('\n').slice(-15).join('\n  ');
  const parts = [error.message, ...line, await t.picturesOfFailure(), log && `  the program's last words:\n  ${log}`];
  const all = new Error(parts[0]);
  all.stack = parts.filter(Boolean).join('\n');
  return all;
}

/**
 * One journey. Options: `lang` ('da', 'en'), `javascript` (false: the page without scripts; axe cannot run there),
 * `viewport` ({ width, height }), `timeout` in milliseconds.
 */
export function journey(name, options, story) {
  if (typeof options === 'function') [options, story] = [{}, options];
  test(name, { timeout: options.timeout ?? 300_000 }, async () => {
    await ready();
    const t = new Journey(options);
    try {
      await story(t);
      t.finish();
    } catch (error) {
      throw await told(error, t);
    } finally {
      await t.close();
    }
  });
}
