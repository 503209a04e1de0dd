// The pages of administration: everybody who has work there can use them, also on a phone.
import assert from 'node:assert/strict';
import { fill, follow, press, send, turnedDown } from './forms.mjs';
import { journey } from './harness.mjs';
import { day, words } from './words.mjs';

const say = words('da');
const PAGES = ['', '/kom-i-gang', '/kom-i-gang/sikkerhedskopi', '/udseende', '/betegnelser', '/journal', '/opbevaring', '/tilbageholdelse', '/tilgaengelighed'];

for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
  journey(`Every page of administration, ${viewport.width} pixels wide`, { viewport }, async (t) => {
    const page = await t.as('secretary');
    for (const path of PAGES) {
      assert.equal((await page.goto(`/administration${path}`)).status(), 200, path);
      await t.see(page, `administration${path}`);
    }
  });
}

journey('The journal is read, checked and held against a hold', async (t) => {
  const page = await t.as('secretary');
  await page.goto('/administration/journal');
  await fill(page, { forloeb: 'Findes ikke' });
  await send(page, say('journal-find'));
  await turnedDown(t, page, say, { forloeb: say('journal-no-space', { text: 'Findes ikke' }) });
  await follow(page, say('journal-all'));
  await press(page.getByRole('button', { name: say('journal-check-now') }));
  for (let n = 0; n < 20 && (await page.getByText(say('journal-holds')).count()) === 0; n += 1) {
    await page.waitForTimeout(1000);
    await page.goto('/administration/journal');
  }
  await t.says(page, say('journal-holds'));

  await page.goto('/administration/tilbageholdelse');
  await fill(page, { what: 'space', name: 'Ungepolitik', reason: 'Aktindsigt, sag 12', until: day('da', 30).typed });
  await send(page, say('hold-set'));
  await t.says(page, say('done-hold'));
  await t.see(page, 'holdt tilbage');
  await send(page, say('hold-lift'));
  await t.says(page, say('done-lift'));
});

journey('The accessibility statement and the page of privacy', async (t) => {
  const page = await t.nobody();
  for (const path of ['/tilgaengelighed', '/privatliv', '/om']) {
    await page.goto(path);
    await t.see(page, path);
  }
});
