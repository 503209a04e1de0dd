// A real installation has none of what the demonstration has: no switching of roles, no mailbox, no page of patterns.
import assert from 'node:assert/strict';
import { against, journey } from './harness.mjs';
import { words } from './words.mjs';

against('serve');
const say = words('da');

journey('A real installation begins empty, and nobody can become somebody else', async (t) => {
  const page = await t.nobody();
  for (const path of ['/', '/forloeb', '/om', '/log-ind']) {
    await page.goto(path);
    assert.equal(await page.locator('.demo-bar, [action="/rolle"], a[href="/postkasse"], a[href="/monstre"]').count(), 0, `${path} has nothing of the demonstration`);
    await t.see(page, path);
  }
  await page.goto('/forloeb');
  await t.says(page, say('front-empty-title'));
  await page.goto('/det-blev-det-til');
  await t.says(page, say('outcomes-empty-title'));
  await t.see(page, 'det blev det til, tomt');
  for (const path of ['/postkasse', '/postkasse/01a20089-9fb9-7755-a63f-9a0f949ad615', '/monstre', '/rolle']) {
    assert.equal((await page.goto(path)).status(), 404, path);
  }
  await t.says(page, say('error-not-found-title'));
  await t.see(page, 'findes ikke');
  for (const role of ['secretary', 'none']) {
    // As a form on a page of the site would send it.
    const answer = await page.request.post('/rolle', { form: { role, next: '/' }, headers: { 'Sec-Fetch-Site': 'same-origin' }, maxRedirects: 0 });
    assert.equal(answer.status(), 404);
    assert.equal(answer.headers()['set-cookie'], undefined);
  }
  assert.equal((await page.goto('/min-side')).status(), 401);
  assert.equal((await page.goto('/forloeb/ny')).status(), 401);
});
