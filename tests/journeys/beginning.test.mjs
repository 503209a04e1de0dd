// A new municipality, from an empty installation to its first space: the link the program prints, the list of what to do
// first, colours that are turned down and colours that are taken, the municipality's own words.
import assert from 'node:assert/strict';
import { against, journey } from './harness.mjs';
import { fill, follow, press, send, turnedDown } from './forms.mjs';
import { words } from './words.mjs';

against('serve');
const say = words('da');
const H1 = (page, key) => page.getByRole('heading', { level: 1, name: say(key), exact: true });

journey('From the link in the log to the first space', async (t) => {
  const page = await t.nobody('Asta');
  const link = t.said(/http:\/\/\S+\/kom-i-gang\/[0-9a-f]+/);
  assert.equal((await page.goto('/administration')).status(), 401);
  await page.goto(link);
  await t.see(page, 'velkommen');

  // What is missing is said.
  await send(page, say('first-button'));
  await turnedDown(t, page, say, { municipality: say('form-required'), name: say('form-required'), email: say('form-required') });
  await fill(page, { municipality: 'Nyby Kommune', name: 'Asta Holm', email: 'asta@nyby.example' });
  await send(page, say('first-button'));
  await H1(page, 'start-title').waitFor();
  await t.says(page, say('done-first'));
  await t.see(page, 'kom i gang');
  assert.equal((await page.request.get(link)).status(), 404, 'the link holds no more');

  // Colours nobody can read are turned down, with the nearest that can be read; that one is taken.
  await page.goto('/administration/udseende');
  await t.see(page, 'udseende');
  await fill(page, { colour: '#ffcc00', accent: '#8a5a00' });
  await send(page, say('look-save-colours'));
  const told = await page.locator('#colour-error').innerText();
  const instead = told.match(/#[0-9a-f]{6}/g).at(-1);
  assert.notEqual(instead, '#ffcc00');
  await turnedDown(t, page, say, { colour: say('look-too-faint', { colour: '#ffcc00', instead }) });
  await t.see(page, 'for lys en farve');
  await fill(page, { colour: instead });
  await send(page, say('look-try'));
  await t.says(page, say('look-trying'));
  await t.see(page, 'farverne prøves');
  await send(page, say('look-save-colours'));
  await t.says(page, say('done-look'));
  const municipal = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--municipal').trim());
  assert.equal(municipal, instead);
  await t.see(page, 'nye farver');

  // The municipality's own words, on every page.
  await page.goto('/administration/betegnelser');
  await page.locator('details summary').first().click();
  await t.see(page, 'betegnelser');
  await page.locator('#council-name-2').check();
  await press(page.locator('form[action$="/council"] button'));
  await page.goto('/om');
  await t.says(page, /Kommunalbestyrelsen/);
  assert.equal(await page.getByText('Byrådet').count(), 0);

  // A step that is not needed is left out, with a reason.
  await page.goto('/administration/kom-i-gang');
  const areas = page.locator('#step-areas');
  await areas.locator('summary').click();
  await areas.locator('input[name=reason]').fill('Vi er en lille ø');
  await press(areas.getByRole('button', { name: say('start-leave-out-button') }));
  await t.says(page, say('start-without-because', { reason: 'Vi er en lille ø' }));

  // The first space.
  await follow(page, say('start-space-go'));
  await fill(page, { recipe: 'task_committee', title: 'Ungepolitik', summary: 'Vi laver en ny politik sammen med de unge.', visibility: 'public' });
  await send(page, say('space-create'));
  await t.says(page, say('done-space'));
  await page.goto('/administration/kom-i-gang');
  await page.locator('#step-space.settled').waitFor();
  await t.see(page, 'det første forløb er på plads');
});
