// Recipes: read in plain words, copied, changed with a preview, exported and taken in again, and gone back to.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fill, follow, press, send, turnedDown, typed } from './forms.mjs';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');

async function cook(t, { javascript }) {
  const run = javascript ? 'js' : 'plain';
  const name = `Landsbyråd ${run}`;
  const secretary = await t.as('secretary');
  await secretary.goto('/administration/opskrifter');
  await t.see(secretary, `opskrifter ${run}`);
  await follow(secretary, 'Lokalt projekt');
  await t.see(secretary, `en opskrift ${run}`);

  // One of our own, made from it.
  await follow(secretary, say('recipes-copy'));
  await fill(secretary, { name_da: name, name_en: `Village council ${run}` });
  await t.see(secretary, `lav din egen ${run}`);
  await send(secretary, say('recipes-copy-send'));
  await t.says(secretary, say('done-recipe-copied'));

  // A question moves, one comes; what it is about is written; a step gets another name.
  const first = await typed(secretary, 'q0_label_da');
  await press(secretary.locator('button[name=do][value=down-0]'));
  assert.equal(await typed(secretary, 'q1_label_da'), first);
  await press(secretary.locator('button[name=do][value=add]'));
  const last = Number(await typed(secretary, 'questions')) - 1;
  await fill(secretary, { stage_deeds_da: '' });
  await t.see(secretary, `ret opskriften ${run}`);
  await press(secretary.locator('.form-actions button[value=see]'));
  await t.says(secretary, say('recipes-fault-untranslated'));
  await t.see(secretary, `opskriften mangler noget ${run}`);
  const question = { label: 'Hvem er nabo til det?', hint: 'Skriv dem, der bor tæt på.' };
  for (const part of ['label', 'hint']) {
    for (const lang of ['da', 'en']) await fill(secretary, { [`q${last}_${part}_${lang}`]: question[part] });
  }
  await fill(secretary, { stage_deeds_da: 'Gør det' });
  await press(secretary.locator('.form-actions button[value=see]'));
  await t.says(secretary, say('recipes-diff-stage', { n: 5, lang: 'dansk', to: 'Gør det', from: 'Handling' }));
  await t.says(secretary, say('recipes-diff-question-new', { question: question.label }));
  await t.see(secretary, `se før du gemmer ${run}`);
  await fill(secretary, { note: 'Passer til landsbyer' });
  await send(secretary, say('recipes-save'));
  await t.says(secretary, say('done-recipe-saved'));
  const home = new URL(secretary.url()).pathname;

  // As text: a wrong line is marked, and the cure stands beside it.
  await follow(secretary, say('recipes-text'));
  const text = await typed(secretary, 'text');
  await fill(secretary, { text: text.replace('"frame"', '"ramme"') });
  await send(secretary, say('recipes-see'));
  await t.says(secretary, /Der er ikke noget værktøj, der hedder »ramme«/);
  assert.match(await secretary.locator('pre mark').innerText(), /^tools = /);
  assert.match(await typed(secretary, 'text'), /"ramme"/, 'the text is kept as typed');
  await t.see(secretary, `forkert tekst ${run}`);

  // Out as a file, and in again with a difference one can read.
  await secretary.goto(home);
  const [download] = await Promise.all([secretary.waitForEvent('download'), secretary.getByRole('link', { name: say('recipes-export') }).click()]);
  const file = await readFile(await download.path(), 'utf8');
  assert.match(file, /Gør det/);
  await secretary.goto('/administration/opskrifter/hent-ind');
  await t.see(secretary, `hent en opskrift ind ${run}`);
  await send(secretary, say('recipes-import-see'));
  await turnedDown(t, secretary, say, { file: say('recipes-import-nothing') });
  await secretary.locator('#file').setInputFiles({ name: 'opskrift.toml', mimeType: 'text/plain', buffer: Buffer.from(file.replace('Gør det', 'I gang')) });
  await send(secretary, say('recipes-import-see'));
  await t.says(secretary, say('recipes-diff-stage', { n: 5, lang: 'dansk', to: 'I gang', from: 'Gør det' }));
  await t.see(secretary, `forskellen til en hentet opskrift ${run}`);
  await fill(secretary, { note: 'Fra nabokommunen' });
  await send(secretary, say('recipes-take'));
  await t.says(secretary, say('done-recipe-imported'));

  // Back to the one before.
  await follow(secretary, say('recipes-versions'));
  await t.see(secretary, `udgaver ${run}`);
  await follow(secretary, say('recipes-compare-before', { n: 3 }));
  await t.see(secretary, `forskellen mellem udgaver ${run}`);
  await send(secretary, say('recipes-go-back', { version: say('recipes-version-n', { n: 2 }) }));
  await t.says(secretary, say('done-recipe-back'));
  await t.says(secretary, 'Gør det');

  // Offered to whoever makes a space, and then no more.
  await secretary.goto('/forloeb/ny');
  assert.match(await secretary.locator('main').innerText(), new RegExp(name));
  await secretary.goto(home);
  await send(secretary, say('recipes-retire'));
  await t.says(secretary, say('recipes-retired-text'));
  await secretary.goto('/forloeb/ny');
  assert.doesNotMatch(await secretary.locator('main').innerText(), new RegExp(name));
}

journey('A recipe of our own', (t) => cook(t, { javascript: true }));

journey('The same without JavaScript', { javascript: false }, (t) => cook(t, { javascript: false }));
