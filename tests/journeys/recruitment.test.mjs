// Seats in a committee: a call, interest on the web and on paper, a lot everybody can draw again, answers to all, leaving and the next.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fill, follow, press, send, turnedDown } from './forms.mjs';
import { journey } from './harness.mjs';
import { fileOf, words } from './words.mjs';

const say = words('da');
const SPACE = '/forloeb/faerre-aeldre-alene';

/** A day from today as a date field takes it. */
const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

/** Ticks a box by its words. */
const tick = (page, name) => page.locator('main').getByRole('checkbox', { name }).check();

/** The program's own check of a receipt. */
function verify(text) {
  const file = join(mkdtempSync(join(tmpdir(), 'lod-')), 'lodtraekning.json');
  writeFileSync(file, text);
  return execFileSync(resolve(process.env.SAMSKAB_BIN ?? fileOf('target/debug/samskab')), ['verify', file], { encoding: 'utf8', stdio: 'pipe' });
}

journey('From the call to the last answer, and to the next in the row', async (t) => {
  const secretary = await t.as('secretary');
  await secretary.goto(`${SPACE}/pladser`);
  await t.see(secretary, 'ingen pladser endnu');
  await follow(secretary, say('recruitment-seat-new'));
  await t.see(secretary, 'beskriv en plads');
  await send(secretary, say('recruitment-save'));
  await turnedDown(t, secretary, say, { title: say('form-required'), description: say('form-required') });
  await fill(secretary, { title: 'Besøgsven', description: 'Du har tid til at besøge en nabo hver uge.', seats: '1', role: 'member', until_on: day(300) });
  await send(secretary, say('recruitment-save'));
  await t.says(secretary, say('done-seat-written'));
  await t.see(secretary, 'pladserne');

  await follow(secretary, say('recruitment-call-new'));
  await fill(secretary, {
    title: 'Vil du være besøgsven?',
    text: 'Mange ældre er alene. Du kan gøre en forskel.',
    period: 'Et år', meetings: 'Fire aftener', preparation: 'Et kort kursus', contact: 'Line på biblioteket',
  });
  await t.see(secretary, 'skriv et opslag');
  await send(secretary, say('recruitment-save'));
  await turnedDown(t, secretary, say, { deadline: say('form-required') });
  await fill(secretary, { deadline: day(10) });
  await send(secretary, say('recruitment-save'));
  await t.says(secretary, say('recruitment-draft-notice'));
  await t.see(secretary, 'kladde');
  await send(secretary, say('recruitment-call-open'));
  await t.says(secretary, say('done-call-opened'));
  const call = new URL(secretary.url()).pathname;

  // Anybody can read it, hang it up, and come forward.
  const asta = await t.nobody('asta');
  await asta.goto('/');
  await asta.getByRole('link', { name: 'Vil du være besøgsven?' }).first().click();
  await asta.waitForURL(`**${call}`);
  await t.see(asta, 'opslaget');
  for (const [paper, name] of [['plakat', 'plakaten'], ['blanket', 'blanketten']]) {
    await asta.goto(`${call}/${paper}`);
    assert.equal(await asta.locator('.poster-qr svg').count(), 1);
    await t.see(asta, name);
    const pdf = await asta.pdf({ format: 'A4', preferCSSPageSize: false });
    assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length, 1, `${name} is one sheet of A4`);
  }
  await asta.goto(`${call}/meld`);
  await t.see(asta, 'meld dig');
  await send(asta, say('recruitment-interest-send'));
  await turnedDown(t, asta, say, { profiles: say('recruitment-interest-nothing'), name: say('form-required'), email: say('form-required') });
  await tick(asta, /Besøgsven/);
  await fill(asta, { why: 'Jeg har selv været alene.', name: 'Asta Lund', email: 'asta.lund@borger.example' });
  await send(asta, say('recruitment-interest-send'));
  await t.says(asta, say('recruitment-sent-title'));
  await t.see(asta, 'kig i din mail');
  const mail = await t.mail('bekræft', 'asta.lund@borger.example');
  const link = mail.links.find((l) => l.includes('/interesse/'));
  await asta.goto(new URL(link).pathname);
  await t.see(asta, 'er det rigtigt');
  await send(asta, say('recruitment-confirm-button'));
  await t.says(asta, say('recruitment-confirm-done-title'));

  // Somebody who has signed in, and takes it back and comes again.
  const citizen = await t.as('citizen');
  await citizen.goto(`${call}/meld`);
  await tick(citizen, /Besøgsven/);
  await send(citizen, say('recruitment-interest-send'));
  await t.says(citizen, say('done-interest'));
  await t.see(citizen, 'du har meldt dig');
  await send(citizen, say('recruitment-withdraw'));
  await t.says(citizen, say('done-interest-withdrawn'));
  await citizen.goto(`${call}/meld`);
  await tick(citizen, /Besøgsven/);
  await tick(citizen, new RegExp(say('recruitment-group')));
  await send(citizen, say('recruitment-interest-send'));
  await citizen.goto('/min-side');
  await t.says(citizen, /Vil du være besøgsven/);

  // Somebody on paper.
  await secretary.goto(`${call}/indtast`);
  await t.see(secretary, 'tast ind');
  await fill(secretary, { way: 'paper', name: 'Ejner Bak', phone: '70 00 01 12', why: 'Jeg har bil.' });
  await tick(secretary, /Besøgsven/);
  await send(secretary, say('recruitment-enter-button'));
  await t.says(secretary, say('done-interest-entered'));
  await t.see(secretary, 'dem der har meldt sig');
  await follow(secretary, 'Asta Lund');
  await t.says(secretary, 'Jeg har selv været alene.');
  await t.see(secretary, 'en der har meldt sig');

  // The lot: list, seed, result.
  await secretary.goto(call);
  await send(secretary, say('recruitment-call-close'));
  await secretary.goto(`${call}/lod`);
  await press(secretary.locator('main').getByRole('link', { name: /Træk lod/ }).first());
  await t.see(secretary, 'hvem passer');
  await send(secretary, say('recruitment-lot-close'));
  await t.says(secretary, say('done-lot-listed'));
  await t.see(secretary, 'listen er lukket');
  const lot = new URL(secretary.url()).pathname;
  await fill(secretary, { seed: '4 6 1 3', again: '4 6 1' });
  await send(secretary, say('recruitment-lot-draw'));
  await turnedDown(t, secretary, say, { again: say('recruitment-lot-differ') });
  await fill(secretary, { seed: '4 6 1 3', again: '4 6 1 3' });
  await send(secretary, say('recruitment-lot-draw'));
  await t.says(secretary, say('done-lot-drawn'));
  const stranger = await t.nobody('stranger');
  await stranger.goto(lot);
  await t.see(stranger, 'resultatet');
  const order = await stranger.locator('.lot-order .paper-code').allInnerTexts();
  assert.equal(order.length, 3);
  const receipt = await (await stranger.request.get(`${lot}/kvittering.json`)).text();
  assert.match(verify(receipt), new RegExp(`The receipt holds: .*'4 6 1 3' gives the seats to ${JSON.parse(receipt).order[0]}`));
  assert.throws(() => verify(receipt.replace('4 6 1 3', '4 6 1 4')), (e) => e.status === 2 && /(order\[\d\]|seal): /.test(e.stderr));
  await citizen.goto(lot);
  await t.says(citizen, say('recruitment-lot-mine'));

  // The answers, looked through once more; nobody is forgotten.
  await secretary.goto(`${call}/svar`);
  await t.see(secretary, 'giv svar');
  const chosen = await secretary.locator('ul.decide li').evaluateAll((all) => all.map((li) => [li.querySelector('b').textContent, li.querySelector('select').selectedOptions[0].textContent]));
  const next = chosen.find(([, answer]) => answer.includes('nr. 1'))[0];
  const seated = chosen.find(([, answer]) => answer.startsWith('Får'))[0];
  await fill(secretary, { date: day(0) });
  await send(secretary, say('recruitment-appoint-look'));
  await t.says(secretary, say('recruitment-look-title'));
  await t.see(secretary, 'er det rigtigt');
  await send(secretary, say('recruitment-look-send'));
  await t.says(secretary, say('done-appointed-all'));
  await t.see(secretary, 'alle har fået svar');

  // Whoever got the seat leaves; the next in the row is offered it, and says yes.
  await secretary.goto(`${SPACE}/pladser`);
  await t.says(secretary, seated);
  await t.see(secretary, 'pladsen er besat');
  await press(secretary.locator('main').getByRole('link', { name: `${say('recruitment-stops')} (${seated})` }));
  await t.see(secretary, 'stopper');
  await fill(secretary, { reason: 'moved' });
  await send(secretary, say('recruitment-leave-button'));
  await t.says(secretary, say('done-seat-left'));
  await t.says(secretary, say('recruitment-offered'));
  await t.see(secretary, 'den næste er spurgt');
  if (next === 'Ejner Bak') {
    // He has no mail: the secretary rings, and writes what he says.
    await press(secretary.locator('main').getByRole('button', { name: new RegExp(say('recruitment-said-yes')) }));
  } else {
    const offer = await t.mail('tilbudt en plads', next === 'Asta Lund' ? 'asta.lund@borger.example' : 'freja.noerby@borger.example');
    await asta.goto(new URL(offer.links.find((l) => l.includes('/plads/'))).pathname);
    await t.see(asta, 'vil du have en plads');
    await send(asta, say('recruitment-offer-yes'));
    await t.says(asta, say('recruitment-offer-accepted-title'));
  }
  await secretary.goto(`${SPACE}/pladser`);
  await t.says(secretary, next);
  await t.says(secretary, say('recruitment-history'));
  await t.see(secretary, 'pladsen er besat igen');
  await secretary.goto(SPACE);
  await t.says(secretary, say('recruitment-filled', { filled: 1, seats: 1 }));
  await t.see(secretary, 'overblik');
});
