// Somebody looks for something: in another form of the word, with a slip of the finger, and where they may not look.
import assert from 'node:assert/strict';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');

/** Types into the field at the top of the page, as one does on any page. */
async function ask(page, text) {
  const top = page.locator('header form.seek');
  if (await top.isVisible()) {
    await top.getByRole('searchbox').fill(text);
    await top.getByRole('button').click();
  } else {
    await page.goto('/soeg');
    await page.locator('main form.search input[name=q]').fill(text);
    await page.locator('main form.search button').first().click();
  }
  await page.waitForURL('**/soeg?**');
}

const hits = (page) => page.locator('ol.hits > li');

async function search(t) {
  const page = await t.nobody();
  await page.goto('/');
  await ask(page, 'besøgsvennerne');
  await t.says(page, /En besøgsven inden for fire uger/);
  assert.ok((await page.locator('ol.hits mark').count()) > 1, 'what matched is marked');
  await t.see(page, 'fundet i en anden form af ordet');

  await page.goto('/forloeb');
  await ask(page, 'ungepoltik');
  await t.says(page, /Her er, hvad vi fandt om »ungepolitik«/);
  await t.see(page, 'fundet med en slåfejl');
  await hits(page).getByRole('link', { name: 'Ungepolitik', exact: true }).first().click();
  await page.waitForURL('**/forloeb/ungepolitik');

  await ask(page, 'hjælp');
  await page.locator('.search-filters summary').click();
  await page.locator('#slags').selectOption('commitment');
  await page.locator('.search-choices button').click();
  await page.waitForURL('**slags=commitment**');
  for (const kind of await page.locator('ol.hits .kind').allInnerTexts()) assert.match(kind, /^Aftale/);

  await ask(page, 'ambolten');
  await t.says(page, say('search-none-title', { query: 'ambolten' }));
  await t.says(page, say('search-none-sign-in'));
  await t.see(page, 'ikke fundet');

  await page.goto('/soeg');
  await t.says(page, say('search-empty-title'));
  await t.see(page, 'tom søgning');
}

journey('Somebody searches', search);

journey('The same without JavaScript', { javascript: false }, search);

journey('What is only for those who have signed in is found by them', async (t) => {
  const page = await t.as('citizen');
  await page.goto('/');
  await ask(page, 'ambolten');
  await t.says(page, /Essen og ambolten skal blive stående/);
  assert.equal(await page.locator('a[href^="/administration/personer"]').count(), 0);
  const secretary = await t.as('secretary');
  await secretary.goto('/soeg?q=karen');
  await secretary.getByRole('link', { name: say('search-people-link') }).waitFor();
});
