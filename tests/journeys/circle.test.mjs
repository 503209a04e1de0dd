// The circle: opened on a telephone while somebody is on another one, helpers asked, times taken, the rest kept closed.
import assert from 'node:assert/strict';
import { fill, follow, send, turnedDown } from './forms.mjs';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');

journey('A coordinator opens a circle on a phone, asks for help and looks at the week', { viewport: { width: 390, height: 800 } }, async (t) => {
  const page = await t.as('secretary');
  await page.goto('/netvaerk');
  await follow(page, say('nav-circle-new'));
  await t.see(page, 'åbn en kreds');
  await send(page, say('circle-open'));
  await turnedDown(t, page, say, { name: say('form-required'), area: say('circle-wrong-area'), phone: say('circle-wrong-phone') });
  await fill(page, { name: 'Familien i Gavlhuset', phone: '20 44 55 66' });
  await page.locator('#area').selectOption({ label: 'Prøveby' });
  for (const preset of ['fetch', 'dinner']) await page.locator(`#preset-${preset}`).check();
  await page.locator('#dinner-from').fill('når vi er sultne');
  await send(page, say('circle-open'));
  await t.says(page, say('circle-wrong-time'));
  assert.equal(await page.locator('#dinner-from').inputValue(), 'når vi er sultne', 'what was typed is kept');
  await page.locator('#dinner-from').fill('17.45');
  await page.locator('#dinner-days').fill('3');
  await send(page, say('circle-open'));
  await t.says(page, say('done-circle-opened'));
  await t.says(page, 'Familien i Gavlhuset');
  await t.see(page, 'en ny kreds');
  const circle = new URL(page.url()).pathname;

  await follow(page, say('circle-ask-first'));
  await t.see(page, 'hvem skal spørges');
  await t.says(page, say('circle-why-near'));
  await send(page, say('circle-ask-send'));
  await t.says(page, say('done-circle-asked'));
  await page.goto(`${circle}/behov`);
  await send(page, say('save'));
  await turnedDown(t, page, say, { what: say('form-required'), from: say('circle-wrong-time'), until: say('circle-wrong-time') });
  await fill(page, { what: 'Lufte hunden', from: '7', until: '7.30', note: 'Den hedder Bob' });
  await page.locator('#kind').selectOption('dog');
  await page.locator('#first').fill('2031-01-01');
  await t.see(page, 'et behov');
  await send(page, say('save'));
  await t.says(page, say('done-circle-need-added'));
  for (const [path, label] of [['/folk', 'hvem er med'], ['/laest', 'hvem har læst'], ['/uge', 'ugen på papir'], ['/ret', 'ret det'], ['/luk', 'luk den'], ['/spoerg/selv?q=lone', 'en, man kender']]) {
    await page.goto(circle + path);
    await t.see(page, label);
  }
  // A time the municipality takes is missing no more.
  await page.goto(circle);
  await page.locator('a[href*="/kreds/tid/"]').last().click();
  await t.see(page, 'en tid');
  await send(page, say('circle-slot-staff-button'));
  await t.says(page, say('done-circle-staffed'));
  await page.goto(`${circle}/luk`);
  await send(page, say('circle-close-button'));
  await turnedDown(t, page, say, { sure: say('circle-close-wrong-sure') });
  await fill(page, { lesson: 'Spørg børnehaven først.' });
  await page.locator('#sure').check();
  await send(page, say('circle-close-button'));
  await t.says(page, say('done-circle-closed'));
  await page.goto(circle);
  await t.says(page, say('circle-over-title'));
  assert.equal(await page.getByText('Gavlhuset').count(), 0, 'its name is gone with its key');
  await t.see(page, 'en lukket kreds');
  await page.goto('/kreds/erfaringer');
  await t.says(page, 'Spørg børnehaven først.');
  await t.see(page, 'det lærte vi');
});

journey('A helper without scripts takes a time, sees what it needs, and gives it back', { javascript: false, viewport: { width: 390, height: 800 } }, async (t) => {
  const page = await t.as('doer');
  await page.goto('/min-side/kreds');
  await t.see(page, 'det, man er spurgt om');
  await t.says(page, say('circle-help-mine'));
  assert.equal(await page.getByText('Mor er indlagt').count(), 0, 'what happened is not the helper’s to know');
  const take = page.locator('main').getByRole('button', { name: say('circle-help-take') });
  const before = await take.count();
  await take.first().click();
  await t.says(page, say('done-circle-you-took'));
  await t.see(page, 'to tider');
  assert.ok((await page.locator('main').getByRole('button', { name: say('circle-help-take') }).count()) < before);
  await page.locator('details.more > summary').filter({ hasText: say('circle-help-cannot') }).last().click();
  await page.locator('main').getByRole('button', { name: say('circle-help-drop') }).last().click();
  await t.says(page, say('done-circle-you-gave-back'));
  await page.goto(`/hjaelp/${'0'.repeat(52)}`);
  await t.says(page, say('circle-gone-title'));
  await t.see(page, 'et gammelt link');
});
