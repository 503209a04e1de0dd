// The plan: begun by a citizen, looked at, and ended for good; begun for somebody else; and the emergency opening of what is sealed.
import assert from 'node:assert/strict';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');

journey('Somebody begins their own plan on a phone and ends it', { viewport: { width: 390, height: 800 } }, async (t) => {
  const page = await t.as('politician');
  await page.goto('/plan/ny');
  await t.see(page, 'hvad drømmer du om');
  await page.locator('#dream').fill('At bage til hele gaden.');
  await page.locator('main form button.btn').last().click();
  await page.waitForURL(/\/forloeb\/plan-/);
  await t.says(page, 'At bage til hele gaden.');
  await t.see(page, 'en ny plan');
  const plan = new URL(page.url()).pathname;
  await page.goto(plan.replace(/\/plan$/, '/forsoeg'));
  await t.see(page, 'hvem har prøvet');
  await page.goto(`${plan}/slut`);
  await t.see(page, 'slut planen');
  await page.locator('main form button.danger').click();
  await page.waitForURL(/\/plan\/slut/);
  await t.see(page, 'planen er slut');
  const gone = await page.goto(plan);
  assert.equal(gone.status(), 404, 'nothing of it is left');
});

journey('A plan is begun for somebody else, and an emergency opening asked for', async (t) => {
  const page = await t.as('facilitator');
  await page.goto('/plan/for?q=ida');
  await page.locator('main a[href^="/plan/for/"]').first().click();
  await t.see(page, 'en plan for en anden');
  const office = await t.as('secretary');
  await office.goto('/administration/noedaabning');
  await office.locator('#address').fill('kreds-zzzzzzzzz');
  await office.locator('#reason').fill('Ingen af koordinatorerne svarer, og det haster i aften.');
  await office.locator('#second').selectOption({ index: 1 });
  await office.locator('main form button.btn').first().click();
  await office.goto('/administration/noedaabning');
  await office.locator('main a[href^="/administration/noedaabning/"]').first().click();
  await t.see(office, 'en anmodning');
  await t.says(office, 'det haster i aften');
  assert.ok(say('opening-address'));
});
