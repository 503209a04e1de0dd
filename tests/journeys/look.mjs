// What is asked of every page a journey comes by: accessible, nothing too wide for a phone, nothing wrong in the console.
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const DESKTOP = 1280;
const PHONE = 390;

/** What axe-core finds on the page as it stands, one text for each rule. */
export async function accessibility(page) {
  // Evaluated through the browser's debugging door: the page's own content security policy stays in force.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    // target-size (WCAG 2.2) is off unless it is asked for.
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }),
    STANDARDS,
  );
  return violations.map(({ id, impact, help, helpUrl, nodes }) => {
    const shown = nodes.slice(0, 5).map((node) => `    ${node.target.join(' ')}\n      ${node.failureSummary.replace(/\n\s*/g, '\n        ')}`);
    const more = nodes.length > 5 ? [`    and ${nodes.length - 5} more`] : [];
    return [`${id} (${impact}): ${help}`, `    ${helpUrl}`, ...shown, ...more].join('\n');
  });
}

/** What makes the page wider than the window, or nothing. */
export async function tooWide(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const all = document.documentElement.scrollWidth;
    if (all <= width) return [];
    const scrolls = (e) => getComputedStyle(e).overflowX !== 'visible';
    // What scrolls in a box of its own is allowed to be wide.
    const boxed = (e) => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (scrolls(p)) return true; };
    const name = (e) => e.tagName.toLowerCase() + (e.id ? `#${e.id}` : '') + [...e.classList].map((c) => `.${c}`).join('');
    // Text that sticks out of its box counts too, and of boxes in each other the innermost is told.
    const edge = (e) => { const box = e.getBoundingClientRect(); return scrolls(e) ? box.right : Math.max(box.right, box.left + e.scrollWidth); };
    const sticksOut = (e) => edge(e) > width + 0.5 && !boxed(e);
    const wide = [...document.body.querySelectorAll('*')].filter((e) => sticksOut(e) && ![...e.children].some(sticksOut));
    const who = wide.slice(0, 5).map((e) => `${name(e)} (to ${Math.round(edge(e))} px)`).join(', ');
    return [`${all} px wide in a window of ${width} px: ${who || 'no single element'}`];
  });
}

/** Collects what goes wrong while a context's pages are open: scripts that fail, what the policy blocks, files that are not there. */
export function listen(context, problems) {
  context.on('page', (page) => {
    page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
    page.on('console', (message) => {
      // Those are told by the response below, with their address; a page that is meant to answer 404 is no error.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) problems.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      // A live page asks for its own address again, and that may be refused: it says so to whoever reads it.
      const again = response.request().method() === 'GET' && response.url() === page.url();
      const itself = again || response.request().isNavigationRequest();
      if (response.status() >= (itself ? 500 : 400)) problems.push(`${response.status()} for ${response.url()}`);
    });
  });
}

/** Waits for fonts, pictures and what fades in: what is measured and shown is the finished page. */
export async function settled(page) {
  await page.waitForLoadState('load');
  await page.evaluate(() => Promise.all([document.fonts.ready, ...document.getAnimations().map((a) => a.finished.catch(() => {}))]).then(() => true));
}

/** Runs `work` with a window of this width, and puts the old one back. */
async function at(page, width, work) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: width === PHONE ? 844 : 900 });
  try { return await work(); } finally { await page.setViewportSize(before); }
}

/** All that is asked of a page. `picture` is the beginning of the file names, or nothing. */
export async function inspect(page, { scripts, picture }) {
  await settled(page);
  const problems = [];
  const check = async () => (scripts && process.env.JOURNEYS_AXE !== 'off' ? accessibility(page) : []);
  problems.push(...(await check()));
  await at(page, PHONE, async () => {
    // What is wrong at both widths is told once.
    problems.push(...(await check()).filter((text) => !problems.includes(text)).map((text) => `at ${PHONE} px: ${text}`));
    problems.push(...(await tooWide(page)));
    if (picture) await page.screenshot({ path: `${picture}-${PHONE}.png`, fullPage: true, animations: 'disabled' });
  });
  if (picture) {
    await at(page, DESKTOP, () => page.screenshot({ path: `${picture}-${DESKTOP}.png`, fullPage: true, animations: 'disabled' }));
  }
  return problems;
}

/** The beginning of a picture's file names: SHOTS/front/003-log-ind. */
export async function picturePath(folder, file, number, name) {
  const letters = { æ: 'ae', ø: 'oe', å: 'aa', é: 'e' };
  const slug = name.toLowerCase().replace(/[æøåé]/g, (c) => letters[c]).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  await mkdir(join(folder, file), { recursive: true });
  return join(folder, file, `${String(number).padStart(3, '0')}-${slug}`);
}

/**
 * Walks with the Tab key from the top of the page until the element has the focus, as somebody without a mouse must.
 * Of a group of radio buttons any one counts: the arrow keys do the rest. Gives what is wrong, or nothing.
 */
export async function keyboardReach(page, locator, most = 120) {
  const element = await locator.elementHandle();
  await page.evaluate(() => { document.activeElement?.blur?.(); getSelection()?.removeAllRanges(); window.scrollTo(0, 0); });
  // Clicking the outermost corner puts the starting point of Tab back at the top.
  await page.mouse.click(1, 1);
  const seen = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const stop = await element.evaluate((wanted) => {
      const at = document.activeElement;
      const group = wanted.type === 'radio' && at.type === 'radio' && at.name === wanted.name && at.form === wanted.form;
      // A box to tick may show it on its label.
      const ring = [at, ...(at.labels ?? [])].map((e) => getComputedStyle(e)).some((style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none');
      return { here: at === wanted || group, top: at === document.body, ring, who: `${at.tagName.toLowerCase()} «${(at.innerText || at.value || at.name || '').trim().slice(0, 30)}»` };
    });
    if (i > 0 && stop.top) break; // once around
    if (stop.here) return stop.ring ? [] : [`${stop.who} has the focus, but nothing shows it`];
    seen.push(stop.who);
  }
  return [`not reached with the Tab key: ${locator}. Came by ${seen.slice(0, 12).join(', ')}${seen.length > 12 ? ' …' : ''}`];
}
