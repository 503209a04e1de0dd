// People: reading in a list and taking it back, what is stored about me, two profiles that are one, help, leaving.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fill, follow, press, send, turnedDown } from './forms.mjs';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');

/** The code of the newest mail to an address. */
async function codeFor(t, email, subject) {
  const pattern = new RegExp(`^${say(subject, { code: '(\\d{6})' })}$`);
  const mail = await t.mail(pattern, email);
  return (await mail.page.locator('h1').innerText()).match(pattern)[1];
}

/** Somebody who comes in by their address for the first time. */
async function newcomer(t, name, email) {
  const page = await t.nobody(name);
  await page.goto('/log-ind');
  await fill(page, { email });
  await send(page, say('sign-in-send'));
  await page.locator('main [name=code]').waitFor();
  await fill(page, { code: await codeFor(t, email, 'mail-code-subject') });
  await send(page, say('nav-sign-in'));
  await fill(page, { name });
  await send(page, say('save'));
  await t.says(page, say('mine-hello', { name }));
  return page;
}

/** 500 people; twelve lines are bad. */
function list() {
  const bad = [';a1@liste.example;', 'Uden Snabel;ikke-en-adresse;', 'Kort Nummer;kort@liste.example;123', 'Person 0;person0@liste.example;'];
  const lines = Array.from({ length: 500 }, (_, i) => (i % 40 === 39 ? bad[Math.floor(i / 40) % 4] : `Person ${i};person${i}@liste.example;20${String(i).padStart(6, '0')}`));
  return ['Navn;E-mail;Tlf.', ...lines].join('\r\n');
}

journey('A secretary reads in 500 people, twelve of them bad, and takes it back', async (t) => {
  const page = await t.as('secretary');
  await page.goto('/administration/personer/indlaes');
  await t.see(page, 'læs en liste ind');
  await send(page, say('import-look'));
  await turnedDown(t, page, say, { text: say('import-empty') });
  // As Excel saves it on a Danish machine: semicolons and Windows-1252.
  await page.locator('#file').setInputFiles({ name: 'deltagere.csv', mimeType: 'text/csv', buffer: Buffer.from(list().replace('Person 1;', 'Søren Åby;'), 'latin1') });
  await send(page, say('import-look'));
  await t.says(page, say('import-will-add', { n: 488 }));
  await t.says(page, say('import-will-not', { n: 12 }));
  await t.says(page, say('import-bad-email', { text: 'ikke-en-adresse' }));
  await t.says(page, say('import-bad-phone-cure'));
  await t.says(page, 'Søren Åby');
  await t.see(page, 'se hvad der vil ske');
  await send(page, say('import-do', { n: 488 }));
  await t.says(page, say('import-did-add', { n: 488 }));
  await t.see(page, 'listen er læst ind');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: say('import-bad-file') }).click();
  const bad = await readFile(await (await coming).path(), 'utf8');
  assert.equal(bad.trim().split('\n').length, 13);
  assert.match(bad, /ikke-en-adresse/);
  // They are here, by any word of their name.
  await page.goto('/administration/personer?q=åby');
  await t.says(page, 'Søren Åby');
  await t.see(page, 'personer');
  await page.goto('/administration/personer/indlaes');
  await press(page.locator('main table').last().getByRole('link').first());
  await send(page, say('import-undo'));
  await t.says(page, say('import-was-undone'));
  await page.goto('/administration/personer?q=åby');
  await t.says(page, say('people-none-found', { query: 'åby' }));
});

journey('A citizen sees what is stored about her and takes it home', async (t) => {
  const page = await t.as('citizen');
  await page.goto('/min-side');
  await t.see(page, 'min side');
  await follow(page, say('account-stored'));
  await t.says(page, say('stored-lead'));
  await t.see(page, 'gemt om mig');
  await page.locator('details.stored summary').first().click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: say('export-json') }).click();
  const mine = JSON.parse(await readFile(await (await coming).path(), 'utf8'));
  assert.equal(mine.format, 'samskab-person-1');
  assert.ok(mine.stored.some((s) => s.table === 'session') && mine.stored.some((s) => s.table === 'journal'));
  await page.goto('/min-side/oplysninger/ret');
  await fill(page, { phone: '1234' });
  await send(page, say('save'));
  await turnedDown(t, page, say, { phone: say('form-phone', { text: '1234' }) });
  await fill(page, { phone: '+45 20 12 34 56', address: 'Havnegade 1\n9999 Prøveby' });
  await send(page, say('save'));
  await t.says(page, say('done-corrected'));
  await page.goto('/min-side/kontakt');
  await t.see(page, 'kontakt');
  await fill(page, { contact: 'letter', rhythm: 'weekly' });
  await send(page, say('save'));
  await t.says(page, say('done-contact'));
});

journey('Somebody who is here twice becomes one, and two again', async (t) => {
  const [one, two] = [`karen.et.${Date.now()}@borger.example`, `karen.to.${Date.now()}@borger.example`];
  await newcomer(t, 'Karen Nummer Et', one);
  const page = await newcomer(t, 'Karen Nummer To', two);
  await page.goto('/min-side/slaa-sammen');
  await t.see(page, 'jeg er her to gange');
  await fill(page, { email: one });
  await send(page, say('address-send'));
  await fill(page, { code: await codeFor(t, one, 'mail-address-subject') });
  await send(page, say('address-confirm'));
  await t.says(page, say('merge-lead-own'));
  await t.see(page, 'læg to sammen');
  await send(page, say('merge-do'));
  await t.says(page, say('done-merged-own'));
  // The other browser is the kept person now.
  const other = await t.nobody('Karen Nummer Et');
  await other.goto('/min-side');
  await t.says(other, say('mine-hello', { name: 'Karen Nummer To' }));
  await send(page, say('merge-undo'));
  await t.says(page, say('done-unmerged'));
  await other.goto('/min-side');
  await t.says(other, say('mine-hello', { name: 'Karen Nummer Et' }));
});

journey('A secretary helps somebody without a computer, and it shows', async (t) => {
  const page = await t.as('secretary');
  await page.goto('/min-side/hjaelp');
  await t.see(page, 'jeg hjælper');
  await fill(page, { name: 'Bodil Holm', phone: '98 12 34 56' });
  await send(page, say('help-enter'));
  await t.says(page, say('assist-bar', { name: 'Bodil Holm' }));
  await t.see(page, 'du hjælper');
  await page.goto('/min-side');
  await t.says(page, say('error-assisting-title'));
  await page.goto('/administration');
  await t.says(page, say('error-assisting-title'));
  await press(page.getByRole('button', { name: say('assist-stop') }));
  assert.equal(await page.locator('.assist-bar').count(), 0);
  await page.goto('/administration/personer?q=bodil+holm');
  await press(page.locator('main table').getByRole('link', { name: 'Bodil Holm' }).first());
  await t.says(page, '98 12 34 56');
  await t.see(page, 'en person');
});

journey('Somebody leaves, and is forgotten', async (t) => {
  const email = `per.${Date.now()}@borger.example`;
  const page = await newcomer(t, 'Per Forlader', email);
  await follow(page, say('account-leave'));
  await t.see(page, 'forlad siden');
  await send(page, say('leave-now'));
  await t.says(page, say('leave-sure-missing'));
  await page.locator('#sure').check();
  await send(page, say('leave-now'));
  await t.says(page, say('done-left-all'));
  const secretary = await t.as('secretary');
  await secretary.goto('/administration/personer?q=forlader');
  await t.says(secretary, say('people-none-found', { query: 'forlader' }));
});

journey('Organisations and local areas', async (t) => {
  const page = await t.as('secretary');
  await page.goto('/administration/organisationer');
  await t.see(page, 'organisationer');
  await follow(page, say('organisation-new'));
  await fill(page, { name: 'Strandens Venner', kind: 'association', description: 'Vi holder stranden ren.' });
  await send(page, say('save'));
  await t.says(page, say('done-organisation'));
  await page.locator('#q').fill('hassan');
  await send(page, say('people-search-button'));
  await page.locator('main input[name=role]').first().fill('Formand');
  await press(page.locator('ul.acts button').first());
  await t.says(page, 'Formand');
  await t.see(page, 'en organisation');
  await follow(page, say('organisation-see-public'));
  await t.says(page, 'Vi holder stranden ren.');
  await t.see(page, 'organisationens side');
  await page.goto('/administration/omraader');
  await t.see(page, 'lokalområder');
  await fill(page, { name: 'Østermarken' });
  await send(page, say('area-add'));
  await t.says(page, 'Østermarken');
  await press(page.getByRole('button', { name: `${say('area-delete')} Østermarken` }));
  await t.says(page, say('done-area-deleted'));
});
