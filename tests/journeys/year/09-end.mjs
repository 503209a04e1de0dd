// Month 12: what became of it, for everybody to see, and the end of the committee.
import assert from 'node:assert/strict';
import { send } from '../forms.mjs';
import { pagesOf } from '../routes.mjs';
import { FOUR, called } from './calendar.mjs';

/** The follow-up: as a page, a spreadsheet and a feed. */
export async function follow(year) {
  const { t, say } = year;
  const stranger = await t.nobody('en fremmed');
  const path = `${year.home}/anbefalinger/opfoelgning`;
  await stranger.goto(path);
  for (const text of ['Pakhuset er åbent for unge hver fredag', 'Byg en scene i den gamle dok', say('followup-at-once-lead')]) await t.says(stranger, text);
  assert.equal(await stranger.locator('.begun li').getByText(/^Fra idé til i gang: \d+ dage?$/).count(), 2, 'the two that began at once, and how long it took');
  await year.see(stranger, 'hvad blev det til');
  const http = stranger.request;
  const table = await (await http.get(`${path}.csv`)).text();
  const rows = table.trim().split('\n');
  assert.equal(rows.length, 1 + 12 + 1 + 2, 'a head, a row for each recommendation, one more for the one that led to two things, and two that began at once');
  assert.ok(rows.some((r) => r.includes('Stien til stationen har lys hele vejen') && r.includes('Bodil Kajsen')), 'who does what is in the spreadsheet');
  const feed = await (await http.get(`${path}.atom`)).text();
  assert.ok(feed.startsWith('<?xml') && feed.includes('http://www.w3.org/2005/Atom'));
  assert.equal(feed.match(/<entry>/g)?.length, 12 + 2);
  const everywhere = await (await http.get('/opfoelgning.csv')).text();
  assert.ok(everywhere.includes('Byg en scene i den gamle dok'));
  await stranger.goto('/det-blev-det-til');
  await t.says(stranger, 'Pakhuset er åbent for unge hver fredag');
  await year.see(stranger, 'det blev det til, hele kommunen');
}

/** Every page of the space: links are followed as four people, and one page of each kind is looked at as each of them. */
export async function lookAtEverything(year) {
  const { t } = year;
  const light = year.recommendations[1];
  const beginnings = [year.home, year.meetings[0], `${year.meetings[0]}/referat`, year.call, year.lot, year.dialogue, `${year.home}/anbefalinger/${light.id}`, year.submission, year.deeds[0].path, year.ideas[0]];
  const within = new RegExp(`^${year.home}(/|$)`);
  const walks = await Promise.all(FOUR.map(async (role) => {
    const page = role ? await year.as(role) : await t.nobody('en fremmed');
    return { who: called[role] ?? 'enhver', page, ...(await pagesOf(t, role ?? 'a stranger', page, beginnings, { within, ofAKind: 3 })) };
  }));
  const patterns = [...new Set(walks.flatMap(({ pages }) => [...pages.keys()]))].sort();
  assert.ok(patterns.length > 40, `only ${patterns.length} kinds of pages were found`);
  for (const pattern of patterns) {
    const name = pattern.replace('/forloeb/{slug}', '').replace(/\{\w+\}/g, 'x') || 'forløbet';
    await Promise.all(walks.filter(({ pages }) => pages.has(pattern)).map(async ({ who, page, pages }) => {
      await page.goto(pages.get(pattern));
      await year.see(page, `alt ${name} ${who}`);
    }));
  }
  for (const { page } of walks) await page.goto(year.home);
}

/** What was learnt, and the end: it can be read, what was promised is carried on, and nothing new is begun. */
export async function close(year) {
  const { t, say } = year;
  await year.moveOn(); // from the deeds to the learning
  const page = await year.as('secretary');
  await page.goto(year.home);
  await year.see(page, 'læring');
  await year.goTo(364);
  await page.goto(`${year.home}/indstil`);
  await year.see(page, 'afslut forløbet');
  await t.says(page, say('space-unfinished')); // a promise that still waits is carried on afterwards
  await send(page, say('space-close'));
  await t.says(page, say('done-space-closed'));
  await t.says(page, say('space-closed-text'));
  await year.look('slut');
  const freja = await year.as('citizen');
  const answer = await freja.goto(`${year.home}/anbefalinger/ny`);
  assert.equal(answer.status(), 403, 'nothing more is written');
}
