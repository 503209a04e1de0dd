// Passkeys with the browser's own virtual authenticator: made, used without a user name, lost, and the way back.
import assert from 'node:assert/strict';
import { fill, press, send, follow } from './forms.mjs';
import { against, journey } from './harness.mjs';
import { personas, words } from './words.mjs';

// A passkey belongs to a name, not to a number.
against('demo', { host: 'localhost', more: ({ port }) => ['--base-url', `http://localhost:${port}`] });
const say = words('da');

/** A phone that holds passkeys; taking it away again is losing it. */
async function phone(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    keys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    unverified: () => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
    verified: () => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true }),
    // Without a finger on it, it waits.
    touched: (enabled) => cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
    lose: () => cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  };
}

const makeButton = (page) => page.getByRole('button', { name: say('ways-passkey-make'), exact: true });
async function make(page, name) {
  await page.locator('#passkey-name').fill(name);
  await press(makeButton(page));
  await shows(page, say('done-passkey'));
}
const shows = (page, text) => page.getByText(text).first().waitFor();

async function byMail(t, page, email) {
  await page.goto('/log-ind');
  await fill(page, { email });
  await send(page, say('sign-in-send'));
  const mail = await t.mail(new RegExp(`^${say('mail-code-subject', { code: '\\d{6}' })}$`), email);
  const [code] = (await mail.page.locator('h1').innerText()).match(/\d{6}/);
  await fill(page, { code });
  await send(page, say('nav-sign-in'));
}

journey('A passkey is made, signs in without a user name, is lost and removed', async (t) => {
  const { email, name } = personas.citizen;
  const page = await t.nobody();
  const device = await phone(page);
  await byMail(t, page, email);
  await page.goto('/min-side/log-ind');
  await t.says(page, say('ways-no-passkeys'));
  await t.see(page, 'sådan logger du ind');

  // The device must see its owner.
  await device.unverified();
  await makeButton(page).click();
  await t.says(page, say('passkey-cancelled'));
  await device.verified();
  await make(page, 'Min telefon');
  await t.says(page, 'Min telefon');
  const [key] = await device.keys();
  assert.ok(key.isResidentCredential, 'the device itself knows whose it is');
  // The same device is not asked to hold two.
  await makeButton(page).click();
  await t.says(page, say('passkey-known'));
  await t.see(page, 'en adgangsnøgle');

  await press(page.getByRole('button', { name: say('sign-out'), exact: true }).first());
  await device.touched(false);
  await page.goto('/log-ind');
  await t.see(page, 'log ind');
  assert.equal(await page.locator('#email').inputValue(), '', 'no user name is typed');
  await device.touched(true);
  await page.getByRole('button', { name: say('sign-in-use-passkey'), exact: true }).click();
  await t.says(page, say('mine-hello', { name }));

  // The browser offers it by itself, too, beside the field for the address.
  await press(page.getByRole('button', { name: say('sign-out'), exact: true }).first());
  await page.goto('/log-ind');
  await page.waitForURL((url) => url.pathname === '/min-side');

  // A second device, and a better name for it.
  await device.lose();
  const second = await phone(page);
  await page.goto('/min-side/log-ind');
  const row = page.locator('section.mine', { has: page.locator('#passkeys') });
  await make(page, 'Computer');
  await row.locator('summary').nth(1).click();
  await row.locator('input[name=name]').nth(1).fill('Bibliotekets');
  await press(row.getByRole('button', { name: say('ways-rename') }));
  await t.says(page, say('done-passkey-named'));
  await t.says(page, 'Bibliotekets');
  await t.see(page, 'to adgangsnøgler');

  // The phone is lost: in by a code, and it is taken off the list.
  await second.lose();
  await press(page.getByRole('button', { name: say('ways-end-all'), exact: true }));
  await t.says(page, say('done-signed-out-everywhere'));
  await byMail(t, page, email);
  await page.goto('/min-side/log-ind');
  for (let n = 2; n > 0; n -= 1) {
    await row.locator('summary').first().click();
    await press(row.getByRole('button', { name: say('ways-remove') }).first());
    await t.says(page, say('done-passkey-removed'));
  }
  await t.says(page, say('ways-no-passkeys'));
});

journey('A removed passkey that is still on the device is told so', async (t) => {
  const page = await t.as('doer');
  const device = await phone(page);
  await page.goto('/min-side/log-ind');
  await make(page, 'Telefon');
  await page.locator('#passkeys').locator('..').locator('summary').click();
  await press(page.getByRole('button', { name: `${say('ways-remove')} Telefon` }));
  await press(page.getByRole('button', { name: say('sign-out'), exact: true }).first());
  await page.goto('/log-ind');
  await t.says(page, say('error-passkey-unknown'));
  await device.lose();
});

journey('Without JavaScript the page says that passkeys cannot be used, and everything else works', { javascript: false }, async (t) => {
  const page = await t.nobody();
  await page.goto('/log-ind');
  await t.says(page, say('passkey-cannot'));
  await follow(page, say('sign-in-use-letter'));
  await t.says(page, say('code-title'));
});

journey('Codes on paper are the way back for whoever has no mail', async (t) => {
  const page = await t.as('citizen');
  await page.goto('/min-side/log-ind');
  await press(page.getByRole('button', { name: say('ways-codes-make'), exact: true }));
  await t.see(page, 'koder på papir');
  const codes = await page.locator('.code-list li').allInnerTexts();
  assert.equal(new Set(codes).size, 8);
  const elsewhere = await t.nobody('elsewhere');
  await elsewhere.goto('/kode');
  await t.see(elsewhere, 'skriv koden');
  const wrong = codes[0].slice(0, -1) + (codes[0].endsWith('A') ? 'B' : 'A');
  await fill(elsewhere, { code: wrong });
  await send(elsewhere, say('code-use'));
  await t.says(elsewhere, say('code-check'));
  await fill(elsewhere, { code: codes[0].toLowerCase().replaceAll('-', ' ') });
  await send(elsewhere, say('code-use'));
  await t.says(elsewhere, say('done-recovered'));
  await page.goto('/min-side/log-ind');
  await t.says(page, say('ways-codes-left', { n: 7 }));
});
