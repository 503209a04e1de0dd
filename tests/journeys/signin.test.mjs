// Signing in with a code from a mail, and the language one has chosen.
import assert from 'node:assert/strict';
import { fill, press, send, turnedDown, typed } from './forms.mjs';
import { journey } from './harness.mjs';
import { personas, words } from './words.mjs';

const mailed = words('da');

/** Asks for a code and reads it in the mailbox; `inMail` are the words the mail is written in. */
async function askForCode(t, page, say, email, inMail = say) {
  await fill(page, { email });
  await send(page, say('sign-in-send'));
  await page.locator('main [name=code]').waitFor();
  const subject = new RegExp(`^${inMail('mail-code-subject', { code: '(\\d{6})' })}$`);
  const mail = await t.mail(subject, email);
  return (await mail.page.locator('h1').innerText()).match(subject)[1];
}

const another = (code) => (code === '123456' ? '654321' : '123456');

async function somebodyKnown(t) {
  const say = words('da');
  const { name, email } = personas.citizen;
  const page = await t.nobody();
  // One comes from a page that asks for it, and is led back to it.
  await page.goto('/min-side');
  await t.says(page, say('error-sign-in-title'));
  await t.see(page, 'log ind først');
  await press(page.locator('main').getByRole('link', { name: say('nav-sign-in') }));
  await send(page, say('sign-in-send'));
  await turnedDown(t, page, say, { email: say('form-required') });
  await t.see(page, 'log ind uden adresse');
  const code = await askForCode(t, page, mailed, `  ${email.toUpperCase()} `.trim());
  await fill(page, { code: another(code) });
  await send(page, say('nav-sign-in'));
  await turnedDown(t, page, say, { code: say('sign-in-wrong-code') });
  assert.equal(await typed(page, 'code'), another(code));
  await t.see(page, 'forkert kode');
  await fill(page, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
  await send(page, say('nav-sign-in'));
  assert.equal(new URL(page.url()).pathname, '/min-side');
  await t.says(page, say('mine-hello', { name }));

  // The code is used up.
  const other = await t.nobody('somebody who found the code');
  const mail = await t.mail(mailed('mail-code-subject', { code }), email);
  assert.ok(mail.text.includes(code));
  await other.goto('/log-ind');
  const own = await askForCode(t, other, mailed, `finder.${Date.now()}@borger.example`);
  assert.notEqual(own, code);
  await fill(other, { code });
  await send(other, say('nav-sign-in'));
  await t.says(other, say('sign-in-wrong-code'));

  await press(page.locator('main').getByRole('button', { name: say('sign-out') }));
  assert.equal(new URL(page.url()).pathname, '/');
  await page.locator('a.me[href="/log-ind"]').waitFor();
  await page.goto('/min-side');
  await t.says(page, say('error-sign-in-title'));
}

journey('Somebody signs in, and out again', somebodyKnown);

journey('The same, without JavaScript', { javascript: false }, somebodyKnown);

journey('Somebody new is asked what to be called, in the language they chose', async (t) => {
  const say = words('en');
  const email = `new.neighbour.${Date.now()}@borger.example`;
  const page = await t.nobody();
  await page.goto('/log-ind');
  await press(page.locator('form.lang button[value=en]'));
  assert.equal(new URL(page.url()).pathname, '/log-ind', 'one stays where one is');
  const code = await askForCode(t, page, say, email);
  await t.see(page, 'the code');
  await fill(page, { code });
  await send(page, say('nav-sign-in'));
  await t.says(page, say('name-title'));
  await t.see(page, 'the name');
  await send(page, say('save'));
  await turnedDown(t, page, say, { name: say('form-required') });
  await fill(page, { name: 'Robin Åkjær' });
  await send(page, say('save'));
  await t.says(page, say('mine-hello', { name: 'Robin Åkjær' }));
  await page.locator('html[lang=en]').waitFor({ state: 'attached' });
  await t.see(page, 'own page of somebody new');

  // Elsewhere, with another browser, the language comes along with the person.
  const elsewhere = await t.nobody('the same person elsewhere');
  await elsewhere.goto('/log-ind');
  await elsewhere.locator('html[lang=da]').waitFor({ state: 'attached' });
  const again = await askForCode(t, elsewhere, mailed, email, say);
  await fill(elsewhere, { code: again });
  await send(elsewhere, mailed('nav-sign-in'));
  await elsewhere.locator('html[lang=en]').waitFor({ state: 'attached' });
  await t.says(elsewhere, say('mine-hello', { name: 'Robin Åkjær' }));
  // And the choice is kept after signing out.
  await press(page.locator('form.lang button[value=da]'));
  await press(page.locator('main').getByRole('button', { name: mailed('sign-out') }));
  await page.locator('html[lang=da]').waitFor({ state: 'attached' });
});

journey('Too many codes for one address are not sent', async (t) => {
  const say = words('da');
  const email = `utaalmodig.${Date.now()}@borger.example`;
  const page = await t.nobody();
  for (let n = 1; n <= 6; n += 1) {
    await page.goto('/log-ind');
    await fill(page, { email });
    await send(page, say('sign-in-send'));
  }
  await turnedDown(t, page, say, { email: say('sign-in-too-many') });
  assert.equal(await typed(page, 'email'), email);
});
