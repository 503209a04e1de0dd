// A full day: two hundred come, and the network is away for ten minutes. The week's poster is printed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, send } from '../forms.mjs';
import { picturePath } from '../look.mjs';

const FIRST = ['Anna', 'Bodil', 'Carl', 'Dagny', 'Erling', 'Frida', 'Gerda', 'Hans', 'Ida', 'Jens', 'Karen', 'Lis', 'Minna', 'Nora', 'Ove', 'Poul', 'Ruth', 'Svend', 'Tove', 'Ulla'];
const LAST = ['Abel', 'Bak', 'Dam', 'Eskesen', 'Friis', 'Gram', 'Holt'];
/** 140 names; half of them have a card. */
const NAMES = FIRST.flatMap((first, i) => LAST.map((last, j) => ({ name: `${first} ${last}`, label: `${first} ${last[0]}.`, card: (i + j) % 2 ? `7${String(i).padStart(2, '0')}${j}` : '' })));
const ALL = 200;

export async function openKiosk(month) {
  const { t, say } = month;
  await month.goTo(17, '08:30');
  const chair = await month.as('doer');
  await chair.goto(`${month.home}/dagen/navne`);
  await chair.locator('details', { hasText: say('daily-names-many-title') }).locator('summary').click();
  await fill(chair, { many: NAMES.map(({ name, card }) => `${name}${card && `, ${card}`}`).join('\n') });
  await send(chair, say('daily-names-many-save'));
  await t.says(chair, say('done-daily-name-saved'));
  await chair.goto(`${month.home}/dagen/skaerme`);
  await fill(chair, { name: 'Ved hoveddøren' });
  await send(chair, say('daily-screen-open'));
  const code = await chair.locator('.pair-code').innerText();
  const tablet = await t.nobody('trykskærmen');
  await tablet.goto('/enhed');
  await fill(tablet, { code });
  await send(tablet, say('daily-pair-open'));
  await tablet.waitForURL('/kiosk');
  month.tablet = tablet;
}

export async function fullDay(month) {
  const { t, say, tablet } = month;
  const byName = async ({ label }) => {
    await tablet.locator('#q').fill(label);
    await tablet.getByRole('button', { name: label, exact: true }).click();
  };
  const byCard = async ({ card }) => {
    await tablet.locator('#code').fill(card);
    await tablet.locator('#code').press('Enter');
  };
  const come = (who) => (who.card ? byCard(who) : byName(who));
  const guest = () => tablet.locator('main').getByRole('button', { name: say('daily-kiosk-guests', { n: 1 }), exact: true }).click();
  const waits = (n) => tablet.waitForFunction((wanted) => document.querySelector('main').dataset.waiting === String(wanted), n, { timeout: 30_000 });

  // Before the network goes: 80 of those who are known, and 20 guests.
  for (const who of NAMES.slice(0, 80)) await come(who);
  for (let n = 0; n < 20; n += 1) await guest();
  await waits(0);
  // Ten minutes without: 60 more and 10 guests, and 15 press once more because nothing seems to happen.
  await tablet.context().setOffline(true);
  for (const who of NAMES.slice(80, 110)) await come(who);
  for (let n = 0; n < 10; n += 1) await guest();
  await month.goTo(17, '08:41');
  for (const who of NAMES.slice(110)) await come(who);
  for (const who of NAMES.slice(70, 85)) await come(who);
  await t.says(tablet, say('daily-kiosk-offline', { n: 85 }));
  await month.see(tablet, 'trykskærmen uden net');
  // The page is closed and opened again: what waited is still there.
  await tablet.reload();
  await waits(85);
  await tablet.context().setOffline(false);
  await waits(0);
  // And 30 guests until noon.
  for (let n = 0; n < 30; n += 1) await guest();
  await waits(0);

  const chair = await month.as('doer');
  const table = await (await chair.request.get(`${month.home}/dagen/tal.csv`)).text();
  assert.match(table, new RegExp(`;${ALL};${ALL};0;0`), `nobody is lost and nobody counted twice: ${table.split('\n').slice(0, 3).join(' / ')}`);
  await chair.goto(`${month.home}/dagen`);
  await t.says(chair, say('daily-heads', { n: ALL }));
  await month.see(chair, 'en dag med to hundrede');
}

/** The week's poster, as it comes out of the printer. */
export async function poster(month) {
  const chair = await month.as('doer');
  const answer = await chair.request.get(`${month.home}/program/plakat.pdf`);
  assert.equal(answer.headers()['content-type'], 'application/pdf');
  const folder = mkdtempSync(join(tmpdir(), 'plakat-'));
  writeFileSync(join(folder, 'plakat.pdf'), await answer.body());
  const run = (program, ...args) => execFileSync(program, args, { cwd: folder, encoding: 'utf8' });
  assert.match(run('pdfinfo', 'plakat.pdf'), /Pages:\s+1\n[\s\S]*Page size:\s+(595\.\d+ x 841\.\d+|841\.\d+ x 595\.\d+) pts \(A4\)/);
  const text = run('pdftotext', '-layout', 'plakat.pdf', '-');
  for (const words of ['Solgården', 'Kor', 'Træværksted', 'Banko']) assert.ok(text.includes(words), `the poster says ${words}`);
  // As an image: there is ink on it, and nothing is printed on its outermost edge.
  run('pdftoppm', '-r', '60', '-gray', 'plakat.pdf', 'plakat');
  const { width, height, dark } = grey(readFileSync(join(folder, 'plakat-1.pgm')));
  const edge = (x, y) => x < 8 || y < 8 || x >= width - 8 || y >= height - 8;
  let ink = 0, outside = 0;
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (dark(x, y)) { ink += 1; outside += edge(x, y); }
  assert.ok(ink > 0.02 * width * height, `there is ink on the poster: ${ink} of ${width * height}`);
  assert.equal(outside, 0, 'nothing is printed where printers do not print');
  if (process.env.SHOTS) {
    run('pdftoppm', '-r', '80', '-png', '-singlefile', 'plakat.pdf', 'plakat');
    await copyFile(join(folder, 'plakat.png'), `${await picturePath(process.env.SHOTS, 'month', 999, 'ugens plakat')}-1280.png`);
  }
}

/** A grey picture in the PGM format of Netpbm: its size, and whether there is ink on a point. */
function grey(bytes) {
  const [, width, height] = bytes.subarray(0, 40).toString('latin1').match(/^P5\s+(\d+)\s+(\d+)\s+255\s/).map(Number);
  const begin = bytes.length - width * height;
  return { width, height, dark: (x, y) => bytes[begin + y * width + x] < 200 };
}
