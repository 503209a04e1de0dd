// One meeting, from its agenda to its approved minutes: by hand the first time, quicker the others.
import assert from 'node:assert/strict';
import { fill, press, send } from '../forms.mjs';
import { POLITICIANS } from './cast.mjs';
import { formOf } from './html.mjs';
import { until } from './people.mjs';

/** Everybody of the committee who is not at a window. */
const others = (year) => [...year.members, ...Object.keys(POLITICIANS)];

/** Puts items on the agenda. */
export async function writeAgenda(year, meeting, items) {
  const hands = await year.hands('secretary');
  for (const item of items) await hands.send(`${meeting}/dagsorden`, item);
}

/** Calls the team, and everybody says whether they come. `away` cannot. */
export async function callAndAnswer(year, meeting, away, { closely = false } = {}) {
  const { t, say } = year;
  const page = await year.as('secretary');
  await page.goto(meeting);
  await send(page, say('meetings-call'));
  await t.says(page, say('done-meetings-called'));
  if (closely) await year.see(page, 'mødet er indkaldt');
  const freja = await year.as('citizen');
  await freja.goto(meeting);
  if (closely) await year.see(freja, 'kommer du');
  await fill(freja, { wish: 'coming' });
  await press(freja.locator('#svar form button'));
  await t.says(freja, say('done-meetings-coming'));
  for (const key of others(year)) {
    const person = await year.person(key);
    await person.send(meeting, { wish: away.includes(key) ? 'declined' : 'coming' }, { to: `${meeting}/svar` });
  }
}

/** Who came, what was said of each item, what was decided. */
export async function hold(year, meeting, { away, said, decisions, closely = false }) {
  const { t, say } = year;
  const page = await year.as('secretary');
  const hands = await year.hands('secretary');
  const absent = await Promise.all(away.map(async (key) => (await year.person(key)).name));
  const list = `${meeting}/deltagere`;
  const here = await hands.read(list);
  const names = [...here.matchAll(/name="here" value="([^"]+)"[^>]*><label[^>]*>([^<]+)</g)].map(([, value, name]) => ({ value, name }));
  await hands.sendOn(here, list, { here: names.filter(({ name }) => !absent.includes(name)).map(({ value }) => value) });
  await page.goto(`${meeting}/referat`);
  if (closely) {
    const texts = page.locator('textarea[data-text]');
    for (const [n, text] of said.entries()) await texts.nth(n).fill(text);
    await page.locator('[data-status]').filter({ hasText: say('meetings-status-saved') }).waitFor();
    await year.see(page, 'referatet bliver skrevet');
  } else {
    const html = await hands.read(`${meeting}/referat`);
    await hands.sendOn(html, `${meeting}/referat`, ({ names: fields }) => Object.fromEntries([...fields].filter((f) => f.startsWith('text-')).slice(0, said.length).map((f, n) => [f, said[n]])));
  }
  for (const { item, decision, about } of decisions) {
    const html = await hands.read(`${meeting}/referat`);
    const items = formOf(html, `${meeting}/beslutning`).choices.get('item');
    await hands.sendOn(html, `${meeting}/beslutning`, { item: items[item].value, decision, about });
  }
}

/** The minutes are sent, and approved: by hand, or because nobody has objected before this day of the year. */
export async function approve(year, meeting, day, { byHand = false } = {}) {
  const { t, say } = year;
  const page = await year.as('secretary');
  await page.goto(`${meeting}/referat`);
  await fill(page, { until: year.day(day - 1).typed });
  await send(page, say('meetings-send-button'));
  await t.says(page, say('done-meetings-minutes-sent'));
  if (byHand) {
    await year.see(page, 'referatet er sendt');
    await send(page, say('meetings-approve'));
    await t.says(page, say('done-meetings-minutes-approved'));
    return;
  }
  await year.goTo(day);
  const stranger = await t.nobody('en fremmed');
  await until('minutes nobody objected to are approved', async () => {
    await stranger.goto(`${meeting}/referat`);
    return stranger.getByText(say('meetings-state-approved'), { exact: true }).count();
  });
}

/** A value of an appointment. */
export const entry = (calendar, name) => calendar.match(new RegExp(`^${name}(?:;[^:]*)?:(.*)$`, 'm'))?.[1].trim();

/** The newest mail about a meeting brings this along for the calendar; gives the appointment. */
export async function inCalendar(year, email, subject, { method, sequence, uid }) {
  const { calendar } = await year.mailbox.find(email, subject);
  assert.ok(calendar, `the mail about ${subject} has an appointment`);
  assert.deepEqual([entry(calendar, 'METHOD'), Number(entry(calendar, 'SEQUENCE'))], [method, sequence], subject);
  if (uid) assert.equal(entry(calendar, 'UID'), uid, 'it is the same entry');
  return { uid: entry(calendar, 'UID'), starts: entry(calendar, 'DTSTART') };
}
