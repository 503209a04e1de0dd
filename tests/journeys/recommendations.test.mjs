// A recommendation's way: two write on it, others suggest, members say where they stand, it is handed over, answered and followed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');
const home = '/forloeb/ungepolitik/anbefalinger';

const main = (page) => page.locator('main');
const press = (page, word) => main(page).getByRole('button', { name: word }).first().click();
const follow = (page, word) => main(page).getByRole('link', { name: word }).first().click();

async function write(t, page, title, text) {
  await page.goto(`${home}/ny`);
  await page.locator('#title').fill(title);
  await page.locator('#text').fill(text);
  await page.locator('#reason').fill('Mange har sagt det i dialogen.');
  await press(page, say('recommendations-save'));
  await t.says(page, say('done-recommendations-written'));
  return new URL(page.url()).pathname;
}

async function suggest(t, page, path, text, note) {
  await page.goto(path);
  await follow(page, say('suggestion-make'));
  await page.locator('#text').fill(text);
  await page.locator('#note').fill(note);
  await t.see(page, 'foreslå en ændring');
  await press(page, say('suggestion-send'));
  await t.says(page, say('done-suggestion-made'));
  return new URL(page.url()).pathname;
}

async function way(t) {
  const [citizen, facilitator, doer, politician] = [await t.as('citizen'), await t.as('facilitator'), await t.as('doer'), await t.as('politician')];
  const title = `Lys på stien til klubben ${t.url.split(':').pop()}${Math.floor(performance.now())}`;

  // Two write on one draft.
  const path = await write(t, citizen, title, 'Stien får lys hele vejen.');
  await facilitator.goto(path);
  await follow(facilitator, say('recommendations-edit'));
  await facilitator.locator('#text').fill('Stien får lys hele vejen, før det bliver vinter.');
  await facilitator.locator('#note').fill('Vi skal sige hvornår');
  await press(facilitator, say('recommendations-save'));
  await follow(facilitator, /Der er 2 versioner/);
  await t.says(facilitator, 'Vi skal sige hvornår');
  await facilitator.locator('ins').first().waitFor();
  await t.see(facilitator, 'versioner');

  // One suggestion is taken in, one is declined with a reason.
  const good = await suggest(t, doer, path, 'Stien får lys hele vejen, før det bliver vinter. Lamperne er på solceller.', 'Så skal der ikke graves.');
  await citizen.goto(home);
  await t.see(citizen, 'anbefalingerne, med forslag');
  await citizen.goto(good);
  await t.see(citizen, 'forslaget');
  await press(citizen, say('suggestion-accept'));
  await t.says(citizen, /Lamperne er på solceller/);
  const bad = await suggest(t, doer, path, 'Stien får lys.', 'Kortere er bedre.');
  await facilitator.goto(bad);
  await facilitator.locator('details.more summary').filter({ hasText: say('suggestion-decline') }).click();
  await press(facilitator, say('suggestion-decline-send'));
  await facilitator.locator('.error-summary').waitFor();
  await facilitator.locator('#decision').fill('Vinteren er det vigtige.');
  await press(facilitator, say('suggestion-decline-send'));
  await t.says(facilitator, say('done-suggestion-declined'));
  await doer.goto(bad);
  await t.says(doer, 'Vinteren er det vigtige.');
  await t.see(doer, 'forslaget, ikke taget med');

  // What it builds on, and who backs it.
  await citizen.goto(path);
  await follow(citizen, say('sources-choose'));
  await t.see(citizen, 'vælg kilder');
  await citizen.locator('section[aria-labelledby=found] button').first().click();
  await t.says(citizen, say('done-sources-added'));
  await follow(citizen, say('sources-done'));
  await main(citizen).locator('label').filter({ hasText: say('stance-i-against') }).click();
  await citizen.locator('#statement').fill('Solceller virker ikke om vinteren.');
  await press(citizen, say('stance-save'));
  await citizen.locator('.minority').getByText('Solceller virker ikke om vinteren.').waitFor();
  await t.see(citizen, 'anbefaling med mindretal');

  // Handed over together with another; on paper.
  const second = await write(t, citizen, `${title} og på pladsen`, 'Pladsen får lys.');
  await facilitator.goto(`${home}/indsend`);
  for (const box of await facilitator.locator('input[name=id]').all()) await box.setChecked(false, { force: true });
  for (const one of [path, second]) await facilitator.locator(`#id-${one.split('/').pop()}`).setChecked(true, { force: true });
  await t.see(facilitator, 'send anbefalinger');
  const late = await t.as('secretary');
  await late.goto(`${path}/ret`);
  await late.waitForTimeout(1_000); // until it listens
  await press(facilitator, say('submission-send'));
  await t.says(facilitator, say('done-recommendations-submitted-all'));
  await late.locator('#live-gone').waitFor();
  assert.match(await late.locator('#text').inputValue(), /Lamperne er på solceller/, 'whoever was writing keeps what stands there, with a way on');
  await t.see(late, 'kan ikke rettes mere');
  await late.locator('#live-gone a').click();
  await late.waitForURL('**/forloeb/ungepolitik');
  await t.says(facilitator, 'Solceller virker ikke om vinteren.');
  await t.see(facilitator, 'afleveringen');
  const coming = facilitator.waitForEvent('download');
  await follow(facilitator, say('submission-pdf'));
  const paper = await coming;
  assert.match(paper.suggestedFilename(), /^ungepolitik-aflevering-\d+\.pdf$/);
  assert.equal((await readFile(await paper.path())).subarray(0, 5).toString(), '%PDF-');

  // Answered in a row.
  await politician.goto(`${path}/svar`);
  await t.see(politician, 'svar på anbefalingen');
  await main(politician).locator('label[for=outcome-approved]').click();
  await politician.locator('#reason').fill('Stien er på listen til foråret.');
  await press(politician, say('recommendations-answer-send-next'));
  await t.says(politician, say('done-recommendations-answered-next'));
  await politician.goto(`${second}/svar`);
  await main(politician).locator('label[for=outcome-rejected]').click();
  await politician.locator('#reason').fill('Pladsen har lys.');
  await press(politician, say('recommendations-answer-send'));
  await politician.goto(path);
  await follow(politician, say('recommendations-correct'));
  await politician.locator('#correction').fill('Det var kun den ene ende.');
  await main(politician).locator('label[for=outcome-partly]').click();
  await press(politician, say('recommendations-correct-send'));
  await t.says(politician, 'Det var kun den ene ende.');
  await t.see(politician, 'rettet svar');

  // Anybody can follow what became of it.
  const anybody = await t.nobody();
  await anybody.goto('/det-blev-det-til');
  await follow(anybody, say('outcomes-followup'));
  await t.says(anybody, title);
  await t.see(anybody, 'hvad blev det til');
  await anybody.goto(`${home}/opfoelgning?udfald=rejected`);
  await t.says(anybody, `${title} og på pladsen`);
  await t.see(anybody, 'hvad blev det til, et udvalg');
}

journey('A recommendation goes from a draft by two to what became of it', way);

journey('The same on a telephone', { viewport: { width: 390, height: 800 } }, way);
