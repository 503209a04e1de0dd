// Every page there is: found by following links as different people, inspected with axe, and walked through with the Tab key
// alone. The list of pages is taken from the program's own routes, so that a new page cannot be forgotten.
import { journey } from './harness.mjs';
import { accessibility, settled, tooWide } from './look.mjs';
import { NO_PAGE, PATTERNS, pagesOf } from './routes.mjs';

/** Pages no link leads to while nothing has happened; where each is inspected instead, or why it is no page. */
const ELSEWHERE = {
  '/administration/opskrifter/{key}/sammenlign': 'recipes.test.mjs compares two versions',
  '/administration/gennemsyn/{id}': 'guard.test.mjs looks at what waits',
  '/administration/personer/indlaes/{id}': 'people.test.mjs reads in a list',
  '/administration/noedaabning/{id}': 'plan.test.mjs asks for an emergency opening',
  '/hjaelp/{token}': 'circle.test.mjs opens a link; the Rust tests of circle.rs read what stands there',
  '/plan': 'a redirect to one’s own plan',
  '/plan/for/{id}': 'plan.test.mjs begins a plan for somebody',
  '/plan/ind/{token}': 'the Rust tests of plan.rs come by a link',
  '/plan/slut': 'plan.test.mjs ends a plan',
  '/afmeld/{token}': 'messages.test.mjs leaves from a mail',
  '/b/{short}': 'a redirect: the short address of a text message',
  '/forloeb/{slug}/anbefalinger/{id}/svar': 'thread.test.mjs answers as the council',
  '/forloeb/{slug}/anbefalinger/svar': 'a redirect to the first recommendation without an answer',
  '/forloeb/{slug}/ideer/{id}/ret': 'ideas.test.mjs changes an idea',
  '/forloeb/{slug}/ideer/lignende': 'a piece of a page; ideas.test.mjs shows it while an idea is typed',
  '/forloeb/{slug}/ideer/salen/{id}': 'ideas.test.mjs opens a hall',
  '/forloeb/{slug}/ideer/salen/{id}/skaerm': 'ideas.test.mjs opens a hall',
  '/forloeb/{slug}/forsoeg': 'of sealed spaces only; plan.test.mjs and the Rust tests of sealed_sight.rs read it',
  '/ide/{code}': 'ideas.test.mjs scans the code of a hall',
  '/forloeb/{slug}/dialog/{id}/udsagn': 'the page of votes once more, with what was wrong; thread.test.mjs suggests a statement',
  '/forloeb/{slug}/forening/kontingent/ny': 'month.test.mjs asks for dues',
  '/forloeb/{slug}/forening/moede': 'month.test.mjs plans a general meeting',
  '/forloeb/{slug}/forening/moede/{id}/beslutning': 'month.test.mjs holds a general meeting',
  '/forloeb/{slug}/forening/moede/{id}/fremmoede': 'month.test.mjs holds a general meeting',
  '/forloeb/{slug}/forening/moede/{id}/referat': 'month.test.mjs holds a general meeting',
  '/forloeb/{slug}/forening/moede/{id}/ret': 'month.test.mjs changes the plan of a general meeting',
  '/forloeb/{slug}/forening/moede/{id}/valg': 'month.test.mjs holds elections',
  '/forloeb/{slug}/forening/valg/{id}': 'month.test.mjs holds elections',
  '/forloeb/{slug}/forening/valg/{id}/lod': 'month.test.mjs draws a lot between two',
  '/forloeb/{slug}/forening/valg/{id}/stemmer': 'month.test.mjs counts hands',
  '/forloeb/{slug}/kasse/ansoegning/{id}/rapport': 'month.test.mjs follows money of the fund',
  '/forloeb/{slug}/kasse/bilag': 'month.test.mjs keeps the book',
  '/forloeb/{slug}/kasse/bilag/{id}/ret': 'month.test.mjs takes an entry back',
  '/forloeb/{slug}/kasse/konti/ny': 'month.test.mjs adds an account',
  '/forloeb/{slug}/kasse/maaned': 'month.test.mjs closes a month',
  '/forloeb/{slug}/kasse/takst': 'month.test.mjs adds a fee',
  '/forloeb/{slug}/gennemsyn/{id}': 'guard.test.mjs looks at what waits',
  '/forloeb/{slug}/moeder/{id}/referat/tekster': 'the texts of the minutes as JSON, for those who write at once',
  '/forloeb/{slug}/pladser/opslag/{id}/meld/sendt': 'recruitment.test.mjs puts a name forward',
  '/forloeb/{slug}/pladser/arbejdsgrupper': 'groups.test.mjs chooses a group for those who are welcome',
  '/forloeb/{slug}/ramme/sammenlign': 'thread.test.mjs compares two versions',
  '/interesse/{key}': 'recruitment.test.mjs opens the link of a mail',
  '/invitation/{key}': 'thread.test.mjs opens the link of a mail',
  '/kalender/{key}': 'a calendar feed',
  '/enhed': 'kiosk.test.mjs opens a screen in the hall',
  '/enhed/{key}': 'kiosk.test.mjs opens a screen in the hall',
  '/kiosk': 'kiosk.test.mjs checks in',
  '/kiosk/navne': 'the names on the kiosk as JSON, for its script',
  '/kiosk-sw.js': 'a script',
  '/skaerm': 'kiosk.test.mjs opens a board',
  '/skaerm/live': 'a stream of events',
  '/kom-i-gang/{token}': 'beginning.test.mjs begins with the link in the log',
  '/log-ind/hos/{key}': 'a redirect to a provider',
  '/log-ind/hvem': 'openid.test.mjs comes from a provider',
  '/log-ind/hvem/kode': 'openid.test.mjs proves an address',
  '/log-ind/kode': 'signin.test.mjs enters a code',
  '/log-ind/retur': 'a redirect back from a provider',
  '/log-ud/hos/{key}': 'openid.test.mjs signs out at the provider too',
  '/administration/netvaerk/for/{id}': 'network.test.mjs writes an offer down for somebody',
  '/min-side/slaa-sammen/{id}': 'people.test.mjs makes two persons one',
  '/plads/{key}': 'recruitment.test.mjs opens the offer of a seat',
  '/postkasse/{id}/html': 'a mail as a mail program shows it, in a sandbox of its own',
  '/was': 'a redirect to the accessibility statement',
};

/** Tab from the top to the bottom: everything one can use gets the focus, one sees it, and nothing holds one back. */
async function withTheKeyboard(page) {
  const [all, parts] = await page.evaluate(() => {
    const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !e.matches(':disabled') && !e.closest('[inert]');
    const radios = new Set();
    let n = 0;
    for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
      if (!shown(e) || e.tabIndex < 0) continue;
      if (e.type === 'radio') {
        const group = `${e.form?.action}#${[...document.forms].indexOf(e.form)}#${e.name}`;
        if (radios.has(group)) continue; // the arrow keys do the rest
        radios.add(group);
        e.dataset.tabGroup = group;
      }
      e.dataset.tabNumber = String(n++);
    }
    document.activeElement?.blur?.();
    window.scrollTo(0, 0);
    // A day has a stop for each of its parts, and so has a time.
    return [n, document.querySelectorAll('input[type=date], input[type=time]').length * 3];
  });
  // The starting point of Tab back at the top, before the link to the content.
  await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); });
  const reached = new Set();
  const problems = [];
  for (let i = 0; i < all + parts + 15; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const group = at.type === 'radio' ? [...document.querySelectorAll('[data-tab-group]')].find((e) => e.name === at.name && e.form === at.form) : at;
      const outlined = (e) => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0; };
      // A box to tick may show it on its label, a card around its link on the card.
      const around = [at.parentElement, at.parentElement?.parentElement].filter(Boolean);
      const ring = [at, ...(at.labels ?? [])].some((e) => outlined(e) || getComputedStyle(e).boxShadow !== 'none') || around.some(outlined);
      return { number: group?.dataset.tabNumber, ring, who: `${at.tagName.toLowerCase()} «${(at.innerText || at.getAttribute('aria-label') || at.name || '').trim().slice(0, 40)}»` };
    });
    if (!stop) { if (i > 0) break; continue; }
    if (stop.number !== undefined) {
      if (reached.has(stop.number) && reached.size >= all) break;
      if (!reached.has(stop.number) && !stop.ring) problems.push(`${stop.who} has the focus, but nothing shows it`);
      reached.add(stop.number);
    }
  }
  if (reached.size < all) {
    const missed = await page.evaluate((seen) => [...document.querySelectorAll('[data-tab-number]')].filter((e) => !seen.includes(e.dataset.tabNumber))
      .map((e) => `${e.tagName.toLowerCase()} «${(e.innerText || e.name || e.getAttribute('href') || '').trim().slice(0, 40)}»`), [...reached]);
    problems.push(`not reached with the Tab key (${missed.length} of ${all}): ${missed.slice(0, 6).join(', ')}`);
  }
  return problems;
}

/** How many people a page was inspected as; two are enough. */
const times = new Map();
const seen = new Set();

async function inspectAll(t, role, page, beginnings) {
  const { pages, files } = await pagesOf(t, role, page, beginnings);
  for (const pattern of files) seen.add(pattern);
  for (const [pattern, path] of pages) {
    seen.add(pattern);
    if ((times.get(pattern) ?? 0) >= 2) continue;
    times.set(pattern, (times.get(pattern) ?? 0) + 1);
    await page.goto(path);
    await settled(page);
    for (const text of await accessibility(page)) t.wrong(page, `${role}: ${text}`);
    for (const text of await withTheKeyboard(page)) t.wrong(page, `${role}: ${text}`);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const text of await tooWide(page)) t.wrong(page, `${role}: ${text}`);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}

journey('Every page is accessible, and can be used without a mouse', { timeout: 900_000 }, async (t) => {
  for (const role of ['secretary', 'citizen', 'facilitator', 'politician', 'doer']) {
    await inspectAll(t, role, await t.as(role), ['/', '/forloeb', '/min-side', '/min-side/navn', '/min-side/ring', '/log-ind', ...(role === 'secretary' ? ['/administration', '/forloeb/ungepolitik/gennemsyn', '/log-ind/sikrere', '/min-side/oplysninger/mail'] : [])]);
  }
  await inspectAll(t, 'a stranger', await t.nobody('a stranger'), ['/', '/log-ind', '/forloeb']);
  const left = PATTERNS.map(({ pattern }) => pattern).filter((p) => !seen.has(p) && !NO_PAGE.test(p) && !(p in ELSEWHERE)).sort();
  if (left.length) t.wrong(await t.nobody('a stranger'), `pages nobody came by (let a link lead there, or say in ELSEWHERE where they are inspected): ${left.join(', ')}`);
});
