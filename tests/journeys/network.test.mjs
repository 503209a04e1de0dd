// The network: telling what one can do, with and without scripts; a coordinator who looks for somebody and writes one down.
import assert from 'node:assert/strict';
import { fill, follow, send, turnedDown } from './forms.mjs';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');

/** Ticks boxes by their ids. */
async function tick(page, ...ids) {
  for (const id of ids) await page.locator(`#${id}`).check();
}

journey('Somebody tells what they can do, pauses it, and stops', async (t) => {
  const page = await t.as('citizen');
  await page.goto('/netvaerk');
  await t.see(page, 'netværket');
  // Small counts are hidden, and each figure leads to what it means.
  await t.says(page, say('network-few', { n: 5 }));
  await page.getByRole('link', { name: say('network-offers'), exact: true }).click();
  await t.says(page, say('network-offers-defined'));
  await page.locator('details.capacity > summary').first().click();
  await t.see(page, 'et område');
  await follow(page, say('network-tell'));
  await t.see(page, 'et tomt skema');
  await send(page, say('network-save'));
  await turnedDown(t, page, say, {
    kind: say('network-wrong-kind'),
    area: say('network-wrong-area'),
    day: say('network-wrong-day'),
    part: say('network-wrong-part'),
  });
  await tick(page, 'kind-children', 'kind-other', 'day-0', 'part-evening', 'check-certificate');
  await page.locator('#area').selectOption({ label: 'Sandhavn' });
  await send(page, say('network-save'));
  await turnedDown(t, page, say, { words: say('network-wrong-other'), date: say('network-wrong-certificate') });
  await fill(page, { words: 'Jeg kan spille harmonika.', date: '2025-05-04' });
  await page.locator('summary').filter({ hasText: say('network-by-day') }).click();
  await t.see(page, 'dag for dag');
  await send(page, say('network-save'));
  await t.says(page, say('done-network-told'));
  await t.says(page, 'Jeg kan spille harmonika.');
  await t.says(page, 'alle dage: aften');
  await t.see(page, 'mine tilbud');
  await page.locator('details.more > summary').filter({ hasText: say('network-pause') }).click();
  await send(page, say('network-pause-30'));
  await t.says(page, say('done-network-paused'));
  await t.see(page, 'på pause');
  await page.locator('main').getByRole('button', { name: say('network-go-on') }).click();
  await t.says(page, say('done-network-on'));
  await page.locator('details.more > summary').filter({ hasText: say('network-end') }).click();
  await send(page, say('network-end-button'));
  await t.says(page, say('network-own-none'));
});

journey('The same on a phone without scripts', { javascript: false, viewport: { width: 390, height: 800 } }, async (t) => {
  const page = await t.as('doer');
  await page.goto('/min-side/netvaerk/ny');
  await tick(page, 'kind-shop', 'fast-2');
  await page.locator('#area').selectOption({ label: 'Sandhavn' });
  await page.locator('summary').filter({ hasText: say('network-by-day') }).click();
  await page.locator('input[name=grid][value="2morning"]').check();
  await page.locator('input[name=grid][value="6evening"]').check();
  await send(page, say('network-save'));
  await turnedDown(t, page, say, { phone: say('network-wrong-phone') });
  assert.ok(await page.locator('input[name=grid][value="6evening"]').isChecked(), 'what was ticked is kept');
  await fill(page, { phone: '20 33 44 55' });
  await send(page, say('network-save'));
  await t.says(page, 'tirsdag: formiddag · lørdag: aften');
  await t.see(page, 'mine tilbud uden scripts');
});

journey('A coordinator finds who can help, and writes down what somebody tells', async (t) => {
  const page = await t.as('secretary');
  await page.goto('/administration/netvaerk');
  await t.see(page, 'tilbud');
  await page.locator('#slags').selectOption('interpret');
  await page.locator('#sprog').selectOption('uk');
  await send(page, say('network-search'));
  assert.equal(await page.getByText('Danuta').count(), 0, 'the list shows no names');
  await page.locator('main table a').first().click();
  await t.says(page, 'Danuta Kowalska');
  await t.see(page, 'et tilbud');
  await page.goto('/administration/netvaerk');
  await follow(page, say('network-enter'));
  await fill(page, { q: 'birgit' });
  await send(page, say('people-search-button'));
  await t.see(page, 'find personen');
  await page.locator('main ul.acts a').click();
  await tick(page, 'kind-cook', 'day-1', 'part-all', 'fast-2', 'how-2');
  await page.locator('#area').selectOption({ label: 'Lyngholt og Omegn' });
  await t.see(page, 'skriv ind for en anden');
  await send(page, say('network-save'));
  await t.says(page, say('done-network-entered'));
  await t.says(page, 'mandag: hele døgnet');
  await page.goto('/administration/netvaerk/ny');
  await t.see(page, 'en ny person');
  await page.goto('/netvaerk/skema');
  await t.see(page, 'skema');
});
