// Without a mouse: Tab and Enter reach everything one needs to take part, and shortcuts are off until they are chosen.
import assert from 'node:assert/strict';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');

/** Goes on with Tab until the focus is on the element; gives how many steps it took. */
async function tabTo(page, locator, most = 60) {
  for (let steps = 1; steps <= most; steps += 1) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((e) => e === document.activeElement)) return steps;
  }
  throw new assert.AssertionError({ message: `${most} times Tab did not lead to ${locator} on ${page.url()}` });
}

/** The voting page of an open dialogue of the demonstration. */
async function toVote(page) {
  await page.goto('/');
  const need = page.locator('.note.need a[href$="/stem"]').first();
  await tabTo(page, need);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/stem');
  await page.locator('.vote-card h1').waitFor();
}

const heading = (page) => page.locator('#vote h1');
const count = async (page) => Number((await page.locator('.vote-count').innerText()).match(/\d+/)[0]);

/** Waits for the next statement. */
const next = (page, text) => heading(page).filter({ hasNotText: text }).waitFor();

journey('Taking part with the keyboard alone', async (t) => {
  const page = await t.nobody();
  await page.goto('/');
  // The first stop leads past the top of the page.
  await page.keyboard.press('Tab');
  const skip = page.locator('a.skip');
  assert.ok(await skip.evaluate((e) => e === document.activeElement), 'the first Tab reaches the link to the content');
  assert.ok(await skip.evaluate((e) => { const box = e.getBoundingClientRect(); return box.top >= 0 && box.left >= 0 && box.width > 20 && box.height > 20; }), 'one sees it then');
  await page.keyboard.press('Enter');
  assert.equal(new URL(page.url()).hash, '#main');
  assert.ok(await page.locator('main').evaluate((e) => e === document.activeElement), 'the focus is in the content');
  await page.keyboard.press('Tab');
  assert.ok(await page.locator('main').evaluate((e) => e.contains(document.activeElement)), 'the next stop is in the content');

  await toVote(page);
  for (const value of ['agree', 'disagree', 'pass']) await t.reachable(page, page.locator(`.vote-buttons button[value=${value}]`));
  await t.reachable(page, page.locator('#keys'));
  await t.reachable(page, page.locator('main [name=text]'));
  await page.reload();
  let before = await count(page);
  for (const value of ['agree', 'disagree', 'pass']) {
    const text = await heading(page).innerText();
    const steps = await tabTo(page, page.locator(`.vote-buttons button[value=${value}]`));
    if (before > 1) assert.ok(steps <= 3, 'after an answer the buttons are the next stops');
    await page.keyboard.press('Enter');
    await next(page, text);
    assert.equal(await count(page), before += 1);
    assert.ok(await heading(page).evaluate((e) => e === document.activeElement), 'the next statement has the focus, so that it is read aloud');
  }
});

journey('The keys 1, 2 and 3 answer only where one has chosen that', async (t) => {
  const page = await t.nobody();
  await toVote(page);
  const start = await count(page);
  const text = await heading(page).innerText();
  for (const key of ['1', '2', '3']) await page.keyboard.press(key);
  await page.waitForTimeout(500);
  assert.equal(await heading(page).innerText(), text, 'the keys do nothing yet');
  assert.equal(await count(page), start);

  const choice = page.getByLabel(say('vote-keys'));
  assert.equal(await choice.isChecked(), false);
  await tabTo(page, choice);
  await page.keyboard.press('Space');
  assert.equal(await choice.isChecked(), true);
  for (const [i, key] of ['1', '2', '3'].entries()) {
    const shown = await heading(page).innerText();
    await page.keyboard.press(key);
    await next(page, shown);
    assert.equal(await count(page), start + i + 1);
  }
  assert.equal(await choice.isChecked(), true, 'the choice is kept from one statement to the next');
  await t.see(page, 'stem, med taster');
  // Whoever writes a statement can write numbers in it.
  const own = page.locator('main [name=text]');
  const shown = await heading(page).innerText();
  await own.focus();
  await page.keyboard.type('123');
  await page.waitForTimeout(300);
  assert.equal(await own.inputValue(), '123');
  assert.equal(await heading(page).innerText(), shown);
  // And after coming back; until it is switched off.
  await page.reload();
  assert.equal(await choice.isChecked(), true);
  await choice.focus();
  await page.keyboard.press('Space');
  await page.locator('main').focus();
  await page.keyboard.press('1');
  await page.waitForTimeout(500);
  assert.equal(await count(page), start + 3, 'switched off again');
  // The numbers on the buttons are only there while they work.
  assert.equal(await page.locator('.vote-buttons kbd').filter({ visible: true }).count(), 0);
});
