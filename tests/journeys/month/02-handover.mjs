// The handover board: forty tasks are pasted in, wanted, agreed, tried, and handed over; two come back.
import assert from 'node:assert/strict';
import { fill, send } from '../forms.mjs';
import { TASKS, VOLUNTEERS } from './cast.mjs';
import { formOf } from '../year/html.mjs';

const COUNT = TASKS.split('\n').length;
const KEPT = 3; // the municipality's employees go on with the last three
const BACK = 2;

export async function layOut(month) {
  const { t, say } = month;
  const page = await month.as('facilitator');
  await page.goto(`${month.home}/overdragelse/indlaes`);
  // A line that cannot be read is named, and nothing is lost.
  await fill(page, { lines: `${TASKS}\nKøre bussen;Huset;engang imellem;10 min` });
  await send(page, say('handover-import-look'));
  await t.says(page, say('handover-import-bad', { n: 1, all: COUNT + 1 }));
  await month.see(page, 'fyrre opgaver, en linje er forkert');
  await fill(page, { lines: TASKS });
  await send(page, say('handover-import-look'));
  await send(page, say('handover-import-save', { n: COUNT }));
  await month.see(page, 'tavlen, ingen har noget endnu');
  const html = await page.content();
  month.tasks = [...new Set([...html.matchAll(/\/overdragelse\/([0-9a-f-]{36})"/g)].map(([, id]) => id))];
  assert.equal(month.tasks.length, COUNT);
}

/** Who takes which task: in turn. */
const taker = (n) => Object.keys(VOLUNTEERS)[n % Object.keys(VOLUNTEERS).length];

/** The volunteers say what they would like; the employee agrees it with them. */
export async function agree(month) {
  const { t, say } = month;
  const employee = await month.hands('facilitator');
  for (const [n, id] of month.tasks.entries()) {
    const own = `${month.home}/overdragelse/${id}`;
    if (n >= COUNT - KEPT) {
      await employee.send(own, { to: 'kept', note: 'Det bliver ved med at være en medarbejders.' }, { to: `${own}/flyt`, holding: 'name="note"' });
      continue;
    }
    const person = month.people.get(taker(n));
    await person.press(own, `${own}/vil`);
    if (n === 0) continue; // in a window, below
    await employee.send(`${own}/aftal`, agreed(month, n), { to: `${own}/aftal` });
  }
  const page = await month.as('facilitator');
  await page.goto(`${month.home}/overdragelse/${month.tasks[0]}/aftal`);
  const { taker: whose, ...rest } = agreed(month, 0)(formOf(await page.content(), `${month.home}/overdragelse/${month.tasks[0]}/aftal`));
  await page.locator('main [name=taker]').selectOption(whose);
  await fill(page, rest);
  await month.see(page, 'aftal en opgave');
  await send(page, say('handover-agree-save'));
  await month.see(page, 'en opgave, aftalt');
}

/** What is agreed of the nth task, in the form's own terms. */
const agreed = (month, n) => (form) => ({
  taker: form.choices.get('taker').find((o) => o.words.startsWith(VOLUNTEERS[taker(n)].name)).value,
  by_on: month.day(28).typed,
  guide: 'Se i mappen ved kontoret.\n\nSpørg, hvis du er i tvivl.',
  trial_from: month.day(9).typed,
  trial_to: month.day(27).typed,
});

const move = (month, hands, id, to) => {
  const own = `${month.home}/overdragelse/${id}`;
  return hands.read(own).then((html) => hands.sendOn(html, `${own}/flyt`, {}, `value="${to}"`));
};

export async function tryOut(month) {
  await month.goTo(9, '09:00');
  const chair = await month.hands('doer');
  for (const id of month.tasks.slice(0, COUNT - KEPT)) await move(month, chair, id, 'trial');
  const page = await month.as('doer');
  await page.goto(`${month.home}/overdragelse`);
  await month.see(page, 'opgaverne på prøve');
}

export async function finish(month) {
  const { t, say } = month;
  await month.goTo(28, '11:00');
  const chair = await month.hands('doer');
  const tried = month.tasks.slice(0, COUNT - KEPT);
  for (const id of tried.slice(BACK)) await move(month, chair, id, 'handed');
  for (const id of tried.slice(0, BACK)) {
    const own = `${month.home}/overdragelse/${id}`;
    await chair.send(own, { to: 'back', note: 'Det var for tidligt om morgenen.' }, { to: `${own}/flyt`, holding: 'name="note"' });
  }
  const page = await month.as('citizen');
  await page.goto(`${month.home}/overdragelse`);
  await month.see(page, 'tavlen efter en måned');
  const owned = COUNT - KEPT - BACK;
  await page.goto(`${month.home}/overdragelse/tal`);
  await t.says(page, new RegExp(say('handover-share-tasks', { part: owned, all: COUNT, percent: `${Math.round((100 * owned) / COUNT)} %` }).replace(/[.()]/g, '\\$&').replaceAll(' ', '\\s')));
  await month.see(page, 'andelen, uge for uge');
}
