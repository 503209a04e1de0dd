// Somebody comes by for the first time and looks around.
import assert from 'node:assert/strict';
import { journey } from './harness.mjs';

/** Changes the language with the button at the top of the page. */
async function switchTo(page, lang) {
  await page.locator(`form.lang button[name=lang][value=${lang}]`).click();
  await page.locator(`html[lang=${lang}]`).waitFor({ state: 'attached' });
}

async function lookAround(t) {
  const page = await t.nobody();
  await page.goto('/');
  await page.locator('html[lang=da]').waitFor({ state: 'attached' });
  await t.says(page, /Velkommen i/);
  await t.see(page, 'forside');

  await page.getByRole('navigation').getByRole('link', { name: 'Forløb' }).first().click();
  await page.waitForURL('**/forloeb');
  assert.ok((await page.locator('ul.board > li').count()) > 1, 'the demonstration has several spaces');
  await t.see(page, 'forløb');

  await switchTo(page, 'en');
  assert.equal(new URL(page.url()).pathname, '/forloeb', 'one stays where one is');
  await t.see(page, 'forløb på engelsk');
  await switchTo(page, 'da');

  await page.getByRole('link', { name: 'Log ind' }).first().click();
  await page.waitForURL('**/log-ind**');
  await t.see(page, 'log ind');
  return page;
}

journey('Somebody comes by for the first time', async (t) => {
  const page = await lookAround(t);
  await t.reachable(page, page.locator('main form button').first());
});

journey('The same without JavaScript', { javascript: false }, lookAround);

journey('Somebody signs in with a code from a mail', async (t) => {
  const page = await t.nobody();
  await page.goto('/log-ind');
  await page.locator('#email').fill('ny.nabo@proeveby.example');
  await page.locator('main form button').first().click();
  await page.waitForURL('**/log-ind/kode**');
  await t.see(page, 'koden fra mailen');

  const [code] = (await t.mail('Din kode')).text.match(/\d{6}/);
  await page.locator('main input[name=code]').fill(code);
  await page.locator('main form button').first().click();
  await page.waitForURL('**/min-side/navn**');
  await t.see(page, 'hvad skal vi kalde dig');
  await page.locator('main input[name=name]').fill('Nynne Nabo');
  await page.locator('main form button').first().click();
  await page.getByRole('link', { name: /Nynne Nabo/ }).waitFor();
});

journey('A visitor whose browser asks for English', { lang: 'en' }, async (t) => {
  const page = await t.nobody();
  await page.goto('/');
  await page.locator('html[lang=en]').waitFor({ state: 'attached' });
  await t.see(page, 'front page in English');
});

journey('Everybody of the demonstration has an own page', async (t) => {
  for (const role of ['secretary', 'facilitator', 'citizen', 'politician', 'doer']) {
    const page = await t.as(role);
    await page.goto('/min-side');
    await t.see(page, `min side ${role}`);
  }
});
