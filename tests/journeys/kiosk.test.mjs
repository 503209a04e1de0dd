// The touch screen by the door: by name, by card, as a guest; the network goes away, people go on, and nobody is lost or counted twice.
import assert from 'node:assert/strict';
import { fill, follow, send } from './forms.mjs';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');
const PEOPLE = ['Karen Sørensen', 'Karen Sand', 'Bent Berg', 'Åse Holm', 'Kaj Lund', 'Kirsten Dam', 'Ida Møller', 'Ole Friis', 'Poul Krogh', 'Lis Toft', 'Erik Bech', 'Grethe Juhl'];

journey('People check in on a touch screen, also while there is no network', async (t) => {
  const secretary = await t.as('secretary');
  await secretary.goto('/forloeb/ny');
  await fill(secretary, { recipe: 'user_run_house', title: 'Huset ved søen', summary: 'Et hus, som brugerne driver.', visibility: 'public' });
  await send(secretary, say('space-create'));
  const day = `${new URL(secretary.url()).pathname}/dagen`;
  for (const [n, name] of PEOPLE.entries()) {
    await secretary.goto(`${day}/navne`);
    await fill(secretary, { name, card: `10${n}0` });
    await secretary.locator('#listed').check();
    await send(secretary, say('daily-names-save'));
  }
  await t.see(secretary, 'navne og kort');
  await secretary.goto(`${day}/skaerme`);
  await fill(secretary, { name: 'Ved hoveddøren' });
  await send(secretary, say('daily-screen-open'));
  await t.see(secretary, 'en ny skærm og dens kode');
  const code = await secretary.locator('.pair-code').innerText();

  const tablet = await t.nobody('tablet');
  await tablet.setViewportSize({ width: 1280, height: 800 });
  await tablet.goto('/enhed');
  await t.see(tablet, 'åbn en skærm');
  await fill(tablet, { code });
  await send(tablet, say('daily-pair-open'));
  await tablet.waitForURL('/kiosk');
  const main = tablet.locator('main.kiosk');
  const here = async (waiting) => tablet.waitForFunction((n) => document.querySelector('main').dataset.waiting === String(n), waiting, { timeout: 12_000 });

  // By name, with one press taken back; by card; as a guest.
  await tablet.locator('#q').pressSequentially('ka');
  await tablet.getByRole('button', { name: 'Karen Sø.' }).waitFor();
  await t.see(tablet, 'trykskærmen');
  await tablet.getByRole('button', { name: 'Karen Sa.' }).click();
  await tablet.getByRole('button', { name: say('daily-kiosk-undo') }).click();
  await tablet.locator('#q').fill('ka');
  await tablet.getByRole('button', { name: 'Karen Sø.' }).click();
  await t.says(tablet, say('daily-kiosk-welcome', { name: 'Karen' }));
  await tablet.locator('#code').fill('1020');
  await tablet.locator('#code').press('Enter');
  await t.says(tablet, say('daily-kiosk-welcome', { name: 'Bent' }));
  await tablet.locator('#code').fill('4711');
  await tablet.locator('#code').press('Enter');
  await t.says(tablet, say('daily-kiosk-unknown'));
  await here(0);

  // The network goes away. Twenty more come: ten by name (two of them again), five by card, five guests.
  await tablet.context().setOffline(true);
  for (const name of ['Åse H.', 'Kaj L.', 'Kirsten D.', 'Ida M.', 'Ole F.', 'Poul K.', 'Lis T.', 'Karen Sa.', 'Karen Sø.', 'Åse H.']) {
    await tablet.locator('#q').fill(name);
    await tablet.getByRole('button', { name, exact: true }).click();
  }
  for (const card of ['1020', '10100', '10110', '1040', '1050']) {
    await tablet.locator('#code').fill(card);
    await tablet.locator('#code').press('Enter');
  }
  for (let n = 0; n < 5; n += 1) await main.getByRole('button', { name: say('daily-kiosk-guests', { n: 1 }), exact: true }).click();
  await here(20);
  await t.says(tablet, say('daily-kiosk-offline', { n: 20 }));
  await t.see(tablet, 'trykskærmen uden net');
  await tablet.setViewportSize({ width: 390, height: 800 });
  await t.see(tablet, 'trykskærmen uden net, smal');
  await tablet.context().setOffline(false);
  await here(0);
  await tablet.locator('#kiosk-net').waitFor({ state: 'hidden' });

  // Karen Sø. and Bent were here before; eight new names; two new cards (Erik and Grethe), and three that were counted; five guests.
  await secretary.goto(day);
  await t.says(secretary, say('daily-heads', { n: 2 + 8 + 2 + 5 }));
  await t.see(secretary, 'dagen i huset');
  const table = await (await secretary.request.get(`${day}/tal.csv`)).text();
  assert.match(table, /;17;17;0;0/);
  await follow(secretary, say('daily-counts-title'));
  await t.see(secretary, 'hvor mange kommer');

  // The screen was lost: it is closed, and can do nothing more.
  await secretary.goto(`${day}/skaerme`);
  await secretary.locator('main').getByRole('button', { name: new RegExp(`^${say('daily-screen-close')}\\b`) }).click();
  await t.says(secretary, say('done-daily-screen-closed'));
  const answer = await tablet.context().request.get('/kiosk');
  assert.equal(answer.status(), 401);
});
