// What must not become public by accident: caught before anybody sees it, corrected on the spot, or let through by
// somebody else. With and without JavaScript.
import assert from 'node:assert/strict';
import { fill, press, send, typed } from './forms.mjs';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const HOME = '/forloeb/ungepolitik';

/** Writes a recommendation; whether it was accepted is for the caller to see. */
async function recommend(page, say, title, text) {
  await page.goto(`${HOME}/anbefalinger/ny`);
  await fill(page, { title, text, reason: 'Fordi mange har bedt om det.' });
  await send(page, say('recommendations-save'));
}

async function guarded(t, lang) {
  const say = words(lang);
  const run = `${lang}-${Date.now().toString(36)}`;
  const writer = await t.as('facilitator');

  // Caught, and corrected right there.
  await recommend(writer, say, `Åben hal ${run}`, 'Spørg Jens, 070761-4285, om nøglen. Han ved det.');
  await t.says(writer, say('screened-title'));
  await t.says(writer, say('screened-cpr'));
  assert.equal(await writer.locator('main mark').innerText(), '070761-4285');
  assert.match(await writer.title(), new RegExp(`^${say('error-prefix')}`));
  await t.see(writer, 'fanget');
  assert.equal(await typed(writer, 'text'), 'Spørg Jens, 070761-4285, om nøglen. Han ved det.', 'nothing typed is lost');
  await fill(writer, { text: 'Spørg Jens om nøglen. Han ved det.' });
  await send(writer, say('screened-again'));
  await t.says(writer, `Åben hal ${run}`);
  assert.ok(!(await writer.locator('main').innerText()).includes('070761'));

  // Held, because it is meant.
  await recommend(writer, say, `Ring til hallen ${run}`, 'Man kan ringe til halvagten på 20 12 34 56.');
  await send(writer, say('screened-hold'));
  await t.says(writer, say('done-held'));
  await writer.goto(`${HOME}/anbefalinger`);
  assert.ok(!(await writer.locator('main').innerText()).includes(`Ring til hallen ${run}`), 'nobody sees it yet');

  // Not by oneself.
  await writer.goto(`${HOME}/gennemsyn`);
  await t.see(writer, 'venter, egen');
  await t.says(writer, say('guard-own'));
  assert.equal(await writer.locator('main table a').count(), 0);

  // By somebody else.
  const colleague = await t.as('secretary');
  await colleague.goto(`${HOME}/gennemsyn`);
  await press(colleague.locator('main table a').first());
  await t.says(colleague, '20 12 34 56');
  await t.see(colleague, 'ser på den');
  const look = new URL(colleague.url()).pathname;
  const refused = await writer.goto(look);
  assert.equal(refused.status(), 404, 'the author cannot look at their own');
  await send(colleague, say('guard-decide'));
  assert.equal(await colleague.locator('.error-summary').count(), 1, 'one must choose');
  await fill(colleague, { decision: 'through' });
  await send(colleague, say('guard-decide'));
  await t.says(colleague, say('done-held-through'));
  await writer.goto(`${HOME}/anbefalinger`);
  await t.says(writer, `Ring til hallen ${run}`);
  await writer.goto(`${HOME}/aktivitet`);
  const name = await colleague.locator('.me .vh').textContent();
  const line = say('verb-guard-let-through', { who: name.trim().replace(/^\(|\)$/g, ''), screened: say('screened-phone') });
  await t.says(writer, line);

  // Sent back with a reason, and never shown.
  await recommend(writer, say, `Skriv til Karen ${run}`, 'Skriv til karen snabel-a skole dk.');
  await send(writer, say('screened-hold'));
  await colleague.goto('/administration/gennemsyn');
  await t.see(colleague, 'venter, kommunen');
  await press(colleague.locator('main table a').first());
  await fill(colleague, { decision: 'back', reason: 'Karen har ikke sagt ja.' });
  await send(colleague, say('guard-decide'));
  await t.says(colleague, say('done-held-back'));
  await writer.goto(`${HOME}/anbefalinger`);
  assert.ok(!(await writer.locator('main').innerText()).includes(`Skriv til Karen ${run}`));
}

journey('A personal number is caught before it is shown; a colleague lets a number through', { lang: 'da' }, (t) => guarded(t, 'da'));
journey('The same in English without JavaScript, on a phone', { lang: 'en', javascript: false, viewport: { width: 390, height: 844 } }, (t) => guarded(t, 'en'));

journey('The municipality chooses its own numbers, and they are not asked about', { lang: 'da' }, async (t) => {
  const say = words('da');
  const page = await t.as('secretary');
  await page.goto('/administration/egne-numre');
  await fill(page, { lines: '070761-4285' });
  await send(page, say('guard-allowed-save'));
  await t.says(page, say('guard-allowed-cpr', { line: '070761-4285' }));
  await fill(page, { lines: '70 10 20 30\n@proeveby.example' });
  await send(page, say('guard-allowed-save'));
  await t.says(page, say('done-allowed'));
  await t.see(page, 'egne numre');
  const writer = await t.as('facilitator');
  await recommend(writer, say, 'Kommunens nummer', 'Ring til kommunen på 7010 2030, eller skriv til hal@proeveby.example.');
  await t.says(writer, 'Kommunens nummer');
});
