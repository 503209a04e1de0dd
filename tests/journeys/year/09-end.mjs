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
  for (const text of ['Pakhuset er åbent for unge hver fredag', 'Byg en scene i den gamle dok']) await t.says(stranger, text);
  await year.see(stranger, 'hvad blev det til');
  const http = stranger.request;
  const table = await (await http.get(`${path}.csv`)).text();
  const rows = table.trim().split('\n');
  assert.equal(rows.length, 1 + 12 + 1, 'a head, a row for each recommendation, and one more for the one that led to two things');
  assert.ok(rows.some((r) => r.includes('Stien til stationen har lys hele vejen') && r.includes('Bodil Kajsen')), 'who does what is in the spreadsheet');
  const feed = await (await http.get(`${path}.atom`)).text();
  assert.ok(feed.startsWith('<?xml') && feed.includes('http://www.w3.org/2005/Atom'));
  assert.equal(feed.match(/<entry>/g)?.length, 12);
  const everywhere = await (await http.get('/opfoelgning.csv')).text();
  assert.ok(everywhere.includes('Byg en scene i den gamle dok'));
  await stranger.goto('/det-blev-det-til');
  await t.says(stranger, 'Pakhuset er åbent for unge hver fredag');
  await year.see(stranger, 'det blev det til, hele kommunen');
}

/** Every page of the space as four people: links are followed, and one page of each kind is looked at. */
export async function lookAtEverything(year) {
  const { t } = year;
  const first = year.recommendations[1];
  const beginnings = [year.home, year.meetings[0], `${year.meetings[0]}/referat`, year.call, year.lot, year.dialogue, `${year.home}/anbefalinger/${first.id}`, year.submission, year.deeds[0].path, `${year.home}/ramme`];
  const seen = new Set();
  for (const role of FOUR) {
    const page = role ? await year.as(role) : await t.nobody('en fremmed');
    const who = called[role] ?? 'enhver';
    const within = new RegExp(`^${year.home}(/|$)`);
    const { pages, files } = await pagesOf(t, role ?? 'a stranger', page, beginnings, { within, ofAKind: 3 });
    for (const pattern of files) seen.add(pattern);
    for (const [pattern, path] of pages) {
      seen.add(pattern);
      await page.goto(path);
      await year.see(page, `alt ${who} ${pattern.replace('/forloeb/{slug}', '').replace(/\{\w+\}/g, 'x') || 'forløbet'}`);
    }
    await page.goto(year.home);
  }
  return seen;
}

/** What was learnt, and the end: it can be read, and nothing more is done in it. */
export async function close(year) {
  const { t, say } = year;
  await year.moveOn(); // from the deeds to the learning
  const page = await year.as('secretary');
  await page.goto(year.home);
  await year.see(page, 'læring');
  await year.goTo(364);
  await page.goto(`${year.home}/indstil`);
  await year.see(page, 'afslut forløbet');
  await send(page, say('space-close'));
  await t.says(page, say('done-space-closed'));
  await year.look('slut');
  const freja = await year.as('citizen');
  const answer = await freja.goto(`${year.home}/anbefalinger/ny`);
  assert.equal(answer.status(), 403, 'nothing more is written');
}
