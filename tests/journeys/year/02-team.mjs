// Months 1 and 2: a lot is drawn for the seats that too many want, the council appoints, and everybody reads the frame.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fill, follow, press, send } from '../forms.mjs';
import { fileOf, personas } from '../words.mjs';
import { CITIZENS, POLITICIANS, SEATS } from './cast.mjs';
import { until } from './people.mjs';

/** The program's own check of a receipt. */
function verify(text) {
  const file = join(mkdtempSync(join(tmpdir(), 'lod-')), 'lodtraekning.json');
  writeFileSync(file, text);
  return execFileSync(resolve(process.env.SAMSKAB_BIN ?? fileOf('target/debug/samskab')), ['verify', file], { encoding: 'utf8', stdio: 'pipe' });
}

/** The call closes by itself; four want the two seats of those who know the night. */
export async function drawLots(year) {
  const { t, say } = year;
  await year.goTo(22);
  const page = await year.as('secretary');
  await until('the call closes by itself', async () => {
    await page.goto(year.call);
    return page.getByText(say('recruitment-is-closed', { date: year.day(21).shown })).count();
  });
  await page.goto(`${year.call}/lod`);
  await press(page.locator('main').getByRole('link', { name: `${say('recruitment-lot-choose')} (${SEATS.night.title})` }));
  await year.see(page, 'lod, hvem passer');
  await send(page, say('recruitment-lot-close'));
  await t.says(page, say('done-lot-listed'));
  year.lot = new URL(page.url()).pathname;
  await fill(page, { seed: '4 6 1 3 2', again: '4 6 1 3 2' });
  await send(page, say('recruitment-lot-draw'));
  await t.says(page, say('done-lot-drawn'));
  const stranger = await t.nobody('en fremmed');
  await stranger.goto(year.lot);
  assert.equal(await stranger.locator('.lot-order li').count(), 4);
  await year.see(stranger, 'lodtrækningen');
  const receipt = await (await stranger.request.get(`${year.lot}/kvittering.json`)).text();
  assert.match(verify(receipt), /The receipt holds/);
}

/** The council's answers, one for each who came forward. */
export async function appoint(year) {
  const { t, say } = year;
  await year.goTo(28);
  const page = await year.as('secretary');
  await page.goto(`${year.call}/svar`);
  const rows = page.locator('ul.decide li');
  const row = (name) => rows.filter({ hasText: name }).locator('select');
  // The lot has made its suggestions; the others have no more than one who fits.
  for (const { name, wants } of [{ name: personas.citizen.name, wants: 'young' }, ...Object.values(CITIZENS)]) {
    if (wants !== 'night' && wants !== 'group') await row(name).selectOption({ label: say('recruitment-decide-seat', { seat: SEATS[wants].title }) });
  }
  const night = await rows.evaluateAll((all) => all.map((li) => [li.querySelector('b').textContent, li.querySelector('select').value]));
  const key = (name) => Object.keys(CITIZENS).find((k) => CITIZENS[k].name === name);
  const of = (what) => night.filter(([name, value]) => CITIZENS[key(name)]?.wants === 'night' && value.startsWith(what)).map(([name]) => key(name));
  year.drawn = of('seat:');
  year.alternates = of('alternate:').sort((a, b) => (night.find(([n]) => key(n) === a)[1] < night.find(([n]) => key(n) === b)[1] ? -1 : 1));
  assert.deepEqual([year.drawn.length, year.alternates.length], [2, 2]);
  await fill(page, { date: year.day(27).typed, note: 'Punkt 7' });
  await page.locator('#rest').check();
  await send(page, say('recruitment-appoint-look'));
  await year.see(page, 'svarene, set igennem');
  await send(page, say('recruitment-look-send'));
  await t.says(page, say('done-appointed-all'));
  await page.goto(`${year.home}/pladser`);
  await t.says(page, say('recruitment-of', { filled: 15, seats: 15 }));
  await year.see(page, 'pladserne, alle er besat');
  year.members = [...Object.keys(CITIZENS).filter((k) => !['night', 'group'].includes(CITIZENS[k].wants)), ...year.drawn];
  assert.equal(year.members.length, 9, 'nine besides Freja');
  for (const who of [CITIZENS.inger, CITIZENS[year.drawn[0]]]) await year.mailbox.find(who.email, say('mail-seat-given-subject', { space: year.title }));
}

/** Everybody reads the frame; those at a window do it there. */
export async function readFrame(year, version) {
  const { t, say } = year;
  const mine = `${year.home}/ramme`;
  for (const role of ['citizen', 'politician']) {
    const page = await year.as(role);
    await page.goto(mine);
    if (role === 'citizen') await year.see(page, `rammen, udgave ${version}, før den er læst`);
    await send(page, say('frame-acknowledge'));
    await t.says(page, say('done-frame-read'));
  }
  const secretary = await year.as('secretary');
  const count = async (read) => {
    await secretary.goto(mine);
    await secretary.locator('#readers').getByText(say('frame-read-count', { read, all: 15, version })).waitFor();
  };
  await count(2);
  await year.see(secretary, `rammen, udgave ${version}, de fleste mangler`);
  for (const key of [...year.members, ...Object.keys(POLITICIANS)]) await (await year.person(key)).press(mine, `${mine}/laest`);
  await count(15);
}

/** Leyla answers for the council as well, and the committee gets to work. */
export async function giveRoles(year) {
  const { t, say } = year;
  const page = await year.as('secretary');
  await page.goto(`${year.home}/hold`);
  await follow(page, say('team-give'));
  await page.locator('main [name=person]').selectOption({ label: personas.politician.name });
  await fill(page, { role: 'council' });
  await send(page, say('team-give-button'));
  await t.says(page, say('done-role'));
  await year.see(page, 'holdet, alle 17');
  await year.moveOn();
}
