// Messages: how often one hears, leaving from a mail without signing in, and what the office sees.
import assert from 'node:assert/strict';
import { follow, press, send } from './forms.mjs';
import { journey } from './harness.mjs';
import { personas, words } from './words.mjs';

const say = words('da');

journey('A citizen leaves from a mail, takes it back, and chooses to hear once a week', async (t) => {
  const { email } = personas.citizen;
  const mail = await t.mail(/^Ungepolitik: /, email);
  await t.see(mail.page, 'en mail med begge halvdele');
  const frame = mail.page.frameLocator('iframe');
  await frame.getByRole('link').first().waitFor();
  const leave = mail.links.find((link) => link.includes('/afmeld/'));
  assert.ok(leave, 'the mail says how to leave');

  // Whoever reads the mail need not sign in.
  const reader = await t.nobody('the reader of the mail');
  await reader.goto(leave);
  await t.says(reader, say('less-title'));
  await t.see(reader, 'hvor meget vil du høre');
  await t.reachable(reader, reader.locator('button[name=leave][value=space]'));
  await press(reader.locator('button[name=leave][value=space]'));
  await t.says(reader, say('less-is-space', { space: 'Ungepolitik' }));
  await t.see(reader, 'slået fra');
  await press(reader.locator('button[name=stay][value=space]'));
  await t.says(reader, say('done-less-undone'));
  await press(reader.locator('button[name=leave][value=space]'));

  const citizen = await t.as('citizen');
  await citizen.goto('/min-side/beskeder');
  await t.says(citizen, say('own-rhythm-at-once'));
  await citizen.locator('section[aria-labelledby=muted]').getByText('Ungepolitik').first().waitFor();
  await t.see(citizen, 'beskeder til dig');
  await press(citizen.locator('section[aria-labelledby=muted] button'));
  await t.says(citizen, say('done-hear-again'));
  await follow(citizen, say('own-change'));
  await citizen.locator('input[name=rhythm][value=weekly]').check();
  await press(citizen.locator('form:has(input[name=rhythm]) button').last());
  await citizen.goto('/min-side/beskeder');
  await t.says(citizen, say('own-rhythm-weekly'));
});

journey('The office sees what was sent, tries it, prints a letter and makes a call', async (t) => {
  const page = await t.as('secretary');
  await page.goto('/administration/beskeder');
  await t.see(page, 'beskeder');
  await send(page, say('outbox-test-mail'));
  await t.says(page, say('done-message-test'));
  await t.see(page, 'en besked');
  const test = await t.mail(say('mail-test-subject'), personas.secretary.email);
  assert.ok(test.text.includes(say('mail-test-body')));

  await page.goto('/administration/beskeder/breve');
  await t.see(page, 'breve');
  await send(page, say('post-mark'));
  await t.says(page, say('done-post-printed'));
  await t.says(page, say('post-empty'));

  await page.goto('/administration/beskeder/ring');
  await t.see(page, 'ring');
  const call = page.locator('section.card').filter({ has: page.locator('input[name=note]') }).first();
  if (await call.count()) {
    await call.locator('input[name=note]').fill('Kommer gerne på tirsdag');
    await press(call.locator('button'));
    await t.says(page, say('done-told'));
    await t.says(page, 'Kommer gerne på tirsdag');
  }
  await t.see(page, 'ring, fortalt');
});
