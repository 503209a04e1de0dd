// A secretary prints letters with codes; somebody without e-mail joins by one.
import assert from 'node:assert/strict';
import { fill, follow, press, send } from './forms.mjs';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');

journey('A letter with a code brings somebody without e-mail into a space', async (t) => {
  const secretary = await t.as('secretary');
  await secretary.goto('/administration/breve');
  await t.see(secretary, 'breve');
  const [space] = await secretary.locator('#space option:not([value=""])').evaluateAll((all) => all.map((o) => [o.value, o.textContent]));
  await fill(secretary, { space: space[0], many: '3', note: 'Beboerne på Skovvej' });
  await send(secretary, say('code-letters-make'));
  await t.see(secretary, 'brevene');
  const codes = await secretary.locator('.letter-code .paper-code').allInnerTexts();
  assert.equal(codes.length, 3);
  assert.equal(await secretary.locator('.letter-qr svg').count(), 3);
  // One on each sheet of paper.
  await secretary.emulateMedia({ media: 'print' });
  assert.equal(await secretary.locator('.letter').first().evaluate((e) => getComputedStyle(e).breakAfter), 'page');
  await secretary.emulateMedia({ media: 'screen' });

  // The phone's camera opens the page with the code in it.
  const karen = await t.nobody('karen');
  await karen.goto(`/kode?k=${codes[0]}`);
  await t.see(karen, 'koden');
  await send(karen, say('code-use'));
  await t.says(karen, say('join-title', { space: space[1] }));
  await t.see(karen, 'inviteret');
  await send(karen, say('join-button'));
  await t.says(karen, say('form-required'));
  await fill(karen, { name: 'Karen på Skovvej' });
  await send(karen, say('join-button'));
  await t.says(karen, say('done-joined'));
  await karen.goto('/min-side/log-ind');
  await t.says(karen, say('ways-no-mail'));

  const other = await t.nobody('somebody who found the letter');
  await other.goto('/log-ind');
  await follow(other, say('sign-in-use-letter'));
  await fill(other, { code: codes[0] });
  await send(other, say('code-use'));
  await t.says(other, say('error-code-used'));

  await secretary.goto('/administration/breve');
  await t.says(secretary, say('code-letters-of', { used: 1, all: 3 }));
  await press(secretary.getByRole('button', { name: say('code-letters-stop'), exact: true }).first());
  await t.says(secretary, say('done-letters-stopped'));
  await other.goto('/kode');
  await fill(other, { code: codes[1] });
  await send(other, say('code-use'));
  await t.says(other, say('error-code-late'));
});
