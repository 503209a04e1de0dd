// Signing in through a real OpenID provider of its own process (tests/providers/openid.mjs): staff with roles, citizens with
// a level of assurance, and what must not let anybody in.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fill, press, send } from './forms.mjs';
import { against, journey } from './harness.mjs';
import { freePort } from './server.mjs';
import { personas, words } from './words.mjs';

const say = words('da');
const HIGH = 'https://data.gov.dk/concept/core/nsis/loa/High';
let issuer, provider;

against('demo', {
  more: async ({ port, data }) => {
    const own = await freePort();
    issuer = `http://127.0.0.1:${own}`;
    const url = `http://127.0.0.1:${port}`;
    const script = fileURLToPath(new URL('../providers/openid.mjs', import.meta.url));
    provider = spawn(process.execPath, [script, String(own), `${url}/log-ind/retur`, url], { stdio: ['ignore', 'pipe', 'inherit'] });
    process.once('exit', () => provider.kill('SIGKILL'));
    await new Promise((ready) => provider.stdout.once('data', ready));
    const settings = join(data, 'settings.toml');
    const section = (key, name, audience, more) => `
[[provider]]
key = "${key}"
name = { da = "${name}" }
issuer = "${issuer}"
client_id = "${audience}"
client_secret = "secret of ${audience}"
audience = "${audience}"
${more}`;
    await writeFile(settings, `base_url = "${url}"
[outgoing]
allow = ["127.0.0.1:${own}"]
${section('mitid', 'MitID', 'citizens', '[provider.assurance]\nclaim = "loa"')}
${section('kommune', 'Kommunens login', 'staff', `trust_email = true
[[provider.role]]
claim = "groups"
value = "samskab-admin"
role = "administrator"`)}`);
    return ['--config', settings];
  },
});
after(() => provider?.kill('SIGKILL'));

const account = (login, claims) => fetch(`${issuer}/test/accounts/${login}`, { method: 'PUT', body: JSON.stringify(claims) });

/** Signs in at the provider, which may remember the browser from before. */
async function at(page, name, login) {
  await page.locator('main').getByRole('link', { name: say('sign-in-with', { name }) }).click();
  await page.waitForURL((url) => url.origin === issuer || !url.pathname.startsWith('/log-ind'));
  if (new URL(page.url()).origin !== issuer) return;
  await page.locator('[name=login]').fill(login);
  await page.getByRole('button', { name: 'In' }).click();
  await page.waitForURL((url) => url.origin !== issuer);
}

journey('Staff come in with the role their directory gives them, and lose it when it no longer does', async (t) => {
  await t.nobody();
  const login = 'anna';
  await account(login, { name: 'Anna Admin', email: 'anna@kommune.example', email_verified: true, groups: ['samskab-admin'] });
  const page = await t.nobody('anna');
  await page.goto('/log-ind?next=/min-side');
  await t.see(page, 'log ind');
  await at(page, 'Kommunens login', login);
  await t.says(page, say('mine-hello', { name: 'Anna Admin' }));
  await page.goto('/administration/log-ind?tjek=nu');
  await t.says(page, say('ways-admin-answers'));
  await t.see(page, 'administration af log ind');
  await page.goto('/min-side/log-ind');
  await t.says(page, 'Kommunens login');
  await t.see(page, 'sådan logger du ind');

  // Signing out here says that the provider may still know the browser.
  await press(page.getByRole('button', { name: say('sign-out'), exact: true }).first());
  await t.says(page, say('signed-out-title'));
  await t.see(page, 'logget ud');
  const there = await page.getByRole('link', { name: say('signed-out-there', { name: 'Kommunens login' }) }).getAttribute('href');
  assert.ok(there.startsWith(`${issuer}/session/end`) && there.includes('post_logout_redirect_uri'));

  await account(login, { name: 'Anna Admin', email: 'anna@kommune.example', email_verified: true, groups: ['noget andet'] });
  await page.goto('/log-ind');
  await at(page, 'Kommunens login', login);
  await t.says(page, say('mine-hello', { name: 'Anna Admin' }));
  const refused = await page.goto('/administration/log-ind');
  assert.equal(refused.status(), 403, 'the role is gone');
});

journey('The provider changes its keys, and people still come in', async (t) => {
  await t.nobody();
  await account('bo', { name: 'Bo', email: 'bo@kommune.example', email_verified: true });
  await fetch(`${issuer}/test/keys`, { method: 'POST' });
  const page = await t.nobody('bo');
  await page.goto('/log-ind');
  await at(page, 'Kommunens login', 'bo');
  await t.says(page, say('mine-hello', { name: 'Bo' }));
});

journey('A citizen proves their address once, and is the person they were, with the level the provider says', async (t) => {
  const { email, name } = personas.citizen;
  await t.nobody();
  await account('mit-1', { name: 'Et Andet Navn', email, loa: HIGH });
  const page = await t.nobody('citizen by mitid');
  await page.goto('/log-ind');
  await at(page, 'MitID', 'mit-1');
  // The provider is not believed about addresses: that one is known here is neither used nor told.
  await t.says(page, say('who-title'));
  await t.see(page, 'har du været her før');
  await send(page, say('sign-in-send'));
  const mail = await t.mail(new RegExp(`^${say('mail-code-subject', { code: '\\d{6}' })}$`), email);
  const [code] = (await mail.page.locator('h1').innerText()).match(/\d{6}/);
  await fill(page, { code });
  await send(page, say('nav-sign-in'));
  await t.says(page, say('mine-hello', { name }));
  await page.goto('/min-side/log-ind');
  await t.says(page, new RegExp(say('assurance-high')));
  // Next time nobody asks.
  const again = await t.nobody('the same elsewhere');
  await again.goto('/log-ind');
  await at(again, 'MitID', 'mit-1');
  await t.says(again, say('mine-hello', { name }));
});

journey('Somebody without an address goes on without one', async (t) => {
  await t.nobody();
  await account('mit-2', { name: 'Karl Uden Mail' });
  const page = await t.nobody('karl');
  await page.goto('/log-ind?next=/forloeb');
  await at(page, 'MitID', 'mit-2');
  await press(page.getByRole('button', { name: say('who-new-button'), exact: true }));
  assert.equal(new URL(page.url()).pathname, '/forloeb', 'back to where one was going');
  await page.goto('/min-side/log-ind');
  await t.says(page, say('ways-no-mail'));
  await t.says(page, say('ways-last'));
});

journey('Whoever has signed in is asked before another way in is added', async (t) => {
  const page = await t.as('doer');
  await account('mit-3', { name: 'Hassan K', loa: HIGH });
  await page.goto('/min-side/log-ind');
  await page.getByRole('link', { name: say('ways-add-provider', { name: 'MitID' }) }).click();
  await page.waitForURL((url) => url.origin === issuer);
  await page.locator('[name=login]').fill('mit-3');
  await page.getByRole('button', { name: 'In' }).click();
  await t.says(page, say('who-here-title'));
  await t.see(page, 'er det også dig');
  await press(page.getByRole('button', { name: say('who-here-yes', { here: personas.doer.name }), exact: true }));
  await t.says(page, 'Hassan K');
  await press(page.getByRole('button', { name: `${say('ways-remove')} MitID` }));
  await t.says(page, say('done-way-removed'));
});

journey('A sign-in that was cancelled, and one that was forged, let nobody in', async (t) => {
  const page = await t.nobody();
  await page.goto('/log-ind');
  await page.locator('main').getByRole('link', { name: say('sign-in-with', { name: 'MitID' }) }).click();
  await page.waitForURL((url) => url.origin === issuer);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await t.says(page, say('error-provider-cancelled'));
  await t.see(page, 'afbrudt');

  // An answer for another browser: the state does not belong to this one.
  for (const query of ['code=abc&state=made-up', 'code=abc', 'state=&code=abc', 'error=access_denied&state=x']) {
    await page.goto(`/log-ind/retur?${query}`);
    await t.says(page, say('error-way-forged'));
  }
  // The right state, but a code the provider never gave.
  await page.goto('/log-ind/hos/mitid');
  const state = (await page.context().cookies()).find((c) => c.name === 'vej').value;
  await page.goto(`${t.url}/log-ind/retur?code=abc&state=${state}`);
  await t.says(page, say('error-provider'));
  await page.goto(`${t.url}/log-ind/retur?code=abc&state=${state}`);
  await t.says(page, say('error-way-late'));
  // And nowhere is one led to another site.
  await page.goto('/log-ind?next=https://evil.example/');
  assert.equal(await page.locator('form[action="/log-ind"] [name=next]').first().inputValue(), '');
  await page.goto('/min-side');
  await t.says(page, say('error-sign-in-title'));
});
