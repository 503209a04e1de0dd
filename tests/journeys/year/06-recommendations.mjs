// Months 6 and 7: twelve recommendations are written together and handed over.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fill, follow, press, send } from '../forms.mjs';
import { personas } from '../words.mjs';
import { CITIZENS, POLITICIANS } from './cast.mjs';

/** What is recommended, why, who began it, and what the council answers; nothing: not by the date. */
export const RECOMMENDATIONS = [
  ['Åbn Pakhuset for unge fredag og lørdag aften', 'Pakhuset står tomt efter klokken 17. Unge under 18 har intet sted.', 'citizen', 'approved'],
  ['Sæt lys på stien mellem havnen og stationen', 'Alle, der svarede, var enige.', 'villads', 'approved'],
  ['Lad en natbus køre til klokken tre', 'De fleste skænderier begynder ved taxaholdepladsen.', 'inger', 'partly'],
  ['Uddan natteværter blandt frivillige', 'Frivillige i natten gør mere end flere vagter.', 'poul', 'approved'],
  ['Lav en aftale mellem barer og naboer', 'Naboerne vil gerne ringe til nogen, der tager telefonen.', 'ejner', 'approved'],
  ['Giv steder uden alkohol samme støtte', 'Man skal kunne danse uden at drikke.', 'naja', 'noted'],
  ['Sæt flere skraldespande ved bolværket', 'Skraldet ligger i vandet om morgenen.', 'tue', 'partly'],
  ['Lad barerne skiftes til at lukke tidligt', 'Så er der altid én stille nat om ugen i hver gade.', 'birthe', 'noted'],
  ['Luk vejen langs kajen lørdag nat', 'Der er nær sket ulykker to gange.', 'torben', 'rejected'],
  ['Lad barerne holde åbent til klokken fem', 'Så går ikke alle hjem på samme tid.', 'drawn', 'rejected'],
  ['Sæt kameraer op på hele havnen', 'Det skræmmer dem, der slår.', 'hanne', 'rejected'],
  ['Byg en scene i den gamle dok', 'Musikken får et sted, hvor den ikke generer.', 'signe', undefined],
].map(([title, reason, by, outcome], i) => ({ number: i + 1, title, reason, by, outcome, text: `${title}. Udvalget foreslår, at det begynder næste sommer og bliver set efter om efteråret.` }));

/** What the second meeting decided. */
export const DECIDED = 'Vi skriver om fire ting: lys, vejen hjem, støj og steder.';

const path = (year, r) => `${year.home}/anbefalinger/${r.id}`;

/** Who writes: some at a window, most not. */
const writer = (year, key) => (key === 'drawn' ? year.person(year.drawn[1]) : year.person(key));

async function write(year) {
  const { t, say } = year;
  const to = `${year.home}/anbefalinger/ny`;
  for (const r of RECOMMENDATIONS) {
    const { title, text, reason } = r;
    if (r.by === 'citizen') {
      const freja = await year.as('citizen');
      await freja.goto(to);
      await fill(freja, { title, text, reason });
      await year.see(freja, 'skriv en anbefaling');
      await send(freja, say('recommendations-save'));
      await t.says(freja, say('done-recommendations-written'));
      r.id = new URL(freja.url()).pathname.split('/').pop();
    } else {
      const html = await (await writer(year, r.by)).send(to, { title, text, reason });
      r.id = html.match(/anbefalinger\/([0-9a-f-]{36})\/ret"/)[1];
    }
  }
  year.recommendations = RECOMMENDATIONS;
}

/** One suggestion is taken in, one is declined with a reason; sources are chosen. */
async function improve(year) {
  const { t, say } = year;
  const [, light] = RECOMMENDATIONS;
  const leyla = await year.as('politician');
  await leyla.goto(path(year, light));
  await follow(leyla, say('suggestion-make'));
  await fill(leyla, { text: `${light.text} Lamperne dæmpes, når ingen går der.`, note: 'Så kan naboerne sove.' });
  await year.see(leyla, 'foreslå en ændring');
  await send(leyla, say('suggestion-send'));
  await t.says(leyla, say('done-suggestion-made'));
  const good = new URL(leyla.url()).pathname;
  const villads = await year.person('villads');
  await villads.press(good, `${good}/godtag`);
  const bad = (await (await year.person('hanne')).send(`${path(year, light)}/foreslaa`, { text: 'Sæt lys op.', note: 'Kortere er bedre.' })).match(/forslag\/([0-9a-f-]{36})/)[1];
  await villads.send(`${path(year, light)}/forslag/${bad}`, { decision: 'Så ved ingen, hvor lyset skal være.' }, { to: `${path(year, light)}/forslag/${bad}/afvis` });
  await leyla.goto(`${path(year, light)}/historik`);
  await leyla.locator('ins').first().waitFor();
  await year.see(leyla, 'anbefalingens versioner');

  const freja = await year.as('citizen');
  await freja.goto(`${path(year, light)}/kilder?q=lys`);
  await year.see(freja, 'vælg kilder');
  await press(freja.locator('section[aria-labelledby=found] li').filter({ hasText: 'Der skal være lys hele vejen til stationen' }).locator('button'));
  await t.says(freja, say('done-sources-added'));
  // The decision it builds on says so too.
  await freja.goto(`${year.home}/moeder/beslutninger`);
  await follow(freja, DECIDED);
  const decision = new URL(freja.url()).pathname.split('/').pop();
  const hands = await year.hands('citizen');
  await hands.send(`${path(year, light)}/kilder?q=emner`, {}, { to: `${path(year, light)}/kilder`, holding: decision });
  await freja.reload();
  await t.says(freja, say('sources-used-in', { number: light.number, title: light.title }));
  await year.see(freja, 'en beslutning og hvad den førte til');
}

/** Everybody says where they stand on all of them; one writes why not. */
async function stand(year) {
  const { say } = year;
  const against = { villads: [10], birthe: [9], tue: [10, 12], ejner: [10, 12], samira: [2], hanne: [4], mads: [1, 3] };
  for (const key of [...year.members, ...Object.keys(POLITICIANS)]) {
    const person = await year.person(key);
    for (const r of RECOMMENDATIONS.filter(({ number }) => number <= 3 || number >= 9)) {
      const stance = (against[key] ?? []).includes(r.number) ? 'against' : 'for';
      await person.send(path(year, r), { stance, statement: '' }, { to: `${path(year, r)}/holdning` });
    }
  }
  const leyla = await year.as('politician');
  const cameras = RECOMMENDATIONS[10];
  await leyla.goto(path(year, cameras));
  await fill(leyla, { stance: 'against', statement: 'Kameraer flytter volden om på den anden side af pakhuset. Brug pengene på natteværterne.' });
  await send(leyla, say('stance-save'));
  await leyla.locator('.minority').getByText('Kameraer flytter volden').waitFor();
  await year.see(leyla, 'anbefaling med en mindretalsudtalelse');
}

export async function draft(year) {
  await year.moveOn(); // from the dialogue to the decision
  await write(year);
  await improve(year);
  await stand(year);
}

/** They are handed over together: what is frozen is on the page, and on paper. */
export async function submit(year) {
  const { t, say } = year;
  const page = await year.as('facilitator');
  await page.goto(`${year.home}/anbefalinger`);
  await year.see(page, 'de tolv anbefalinger');
  await page.goto(`${year.home}/anbefalinger/indsend`);
  assert.equal(await page.locator('input[name=id]:checked').count(), RECOMMENDATIONS.length);
  await year.see(page, 'send anbefalingerne');
  await send(page, say('submission-send'));
  await t.says(page, say('done-recommendations-submitted-all'));
  year.submission = new URL(page.url()).pathname;
  await year.see(page, 'afleveringen');
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await page.locator('main').getByRole('link', { name: say('submission-pdf') }).first().click();
  const file = await (await coming).path();
  assert.equal((await readFile(file)).subarray(0, 5).toString(), '%PDF-');
  onPaper(file);
  await year.mailbox.find(personas.politician.email, say('mail-submitted-subject', { space: year.title, n: 12, number: '1–12' }));
}

/** What stands on the paper, where something can read it. */
function onPaper(file) {
  let text;
  try { text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' '); } catch (error) { if (error.code === 'ENOENT') return; throw error; }
  for (const part of [...RECOMMENDATIONS.map((r) => r.title), 'Kameraer flytter volden', personas.politician.name, personas.facilitator.name, CITIZENS.birthe.name]) {
    assert.ok(text.includes(part), `the paper says ${part}`);
  }
}
