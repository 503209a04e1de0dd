// Ideas: written while similar ones come up, on notes, and on telephones in a hall; put together, set aside, begun at once.
import assert from 'node:assert/strict';
import { fill, follow, press, send, turnedDown } from './forms.mjs';
import { journey } from './harness.mjs';
import { day, words } from './words.mjs';

const say = words('da');
const HOME = '/forloeb/ungepolitik/ideer';

/** A page of the idea with this title, found in the list. */
async function idea(page, title) {
  await page.goto(`${HOME}?q=${encodeURIComponent(title)}`);
  await follow(page, title);
}

journey('An idea is written while similar ones come up, and supported instead', async (t) => {
  const stranger = await t.nobody('stranger');
  await stranger.goto(HOME);
  await t.see(stranger, 'idéerne');
  await stranger.goto(`${HOME}?vis=aabne`);
  await t.says(stranger, say('ideas-unseen-first'));
  await stranger.goto(`${HOME}?q=sv%C3%B8mmehaller`);
  await follow(stranger, 'Gratis svømmehal for alle under 25');
  await t.says(stranger, say('ideas-why-aside'));
  await t.see(stranger, 'en idé der er lagt til side');

  const citizen = await t.as('citizen');
  await citizen.goto(HOME);
  await follow(citizen, say('ideas-write'));
  await t.see(citizen, 'skriv en idé');
  await send(citizen, say('ideas-send'));
  await turnedDown(t, citizen, say, { title: say('form-required') });
  const title = citizen.locator('main [name=title]');
  await title.pressSequentially('Et sted at reparere cykler');
  await citizen.locator('#similar li').first().waitFor();
  await t.says(citizen, 'Et værksted, hvor man kan reparere sin cykel');
  await t.see(citizen, 'lignende idéer mens man skriver');
  await press(citizen.locator('#similar').getByRole('button', { name: /Et værksted/ }));
  await t.says(citizen, say('done-idea-backs'));
  await t.see(citizen, 'en idé man støtter');
  await send(citizen, say('ideas-help'));
  await t.says(citizen, say('ideas-you-help'));

  // One of one's own; Enter sends it, and nothing else.
  await citizen.goto(`${HOME}/ny`);
  await title.fill('Et drivhus på skolens tag');
  await fill(citizen, { text: 'Så kan vi spise det, vi dyrker.' });
  await citizen.locator('main').getByLabel(say('ideas-field-helps')).check();
  await citizen.waitForTimeout(900);
  await Promise.all([citizen.waitForURL(/ideer\/[0-9a-f-]{36}/), title.press('Enter')]);
  await t.says(citizen, say('done-idea-written'));
  await t.see(citizen, 'min idé');
  await follow(citizen, say('ideas-change'));
  await t.see(citizen, 'ret idéen');
  await t.see(citizen, 'ret idéen');
  await fill(citizen, { title: 'Et drivhus på skolens flade tag' });
  await send(citizen, say('ideas-save'));
  await t.says(citizen, say('done-idea-changed'));
});

journey('Notes from a meeting, the hall and its screen, a telephone that scans', async (t) => {
  const facilitator = await t.as('facilitator');
  await facilitator.goto(HOME);
  await follow(facilitator, say('ideas-notes-title'));
  await t.see(facilitator, 'skriv sedler ind');
  await send(facilitator, say('ideas-notes-look'));
  await turnedDown(t, facilitator, say, { notes: say('form-required') });
  await fill(facilitator, { way: 'hall', notes: 'Flere bænke ved havnen\nLys på stien til Lyngholt\nMere lys på stierne\nEt bålsted' });
  await send(facilitator, say('ideas-notes-look'));
  await t.says(facilitator, say('ideas-notes-check', { n: 4 }));
  await t.see(facilitator, 'sedlerne set igennem');
  await facilitator.locator('select[name=to-2]').selectOption('note:1');
  await send(facilitator, say('ideas-notes-save'));
  await t.says(facilitator, say('done-ideas-noted'));
  await t.says(facilitator, 'Et bålsted');

  await follow(facilitator, say('ideas-hall-title'));
  await t.see(facilitator, 'saml idéer i salen');
  await send(facilitator, say('ideas-hall-open'));
  await turnedDown(t, facilitator, say, { question: say('form-required') });
  await fill(facilitator, { question: 'Hvad skal der ske fredag aften?' });
  await send(facilitator, say('ideas-hall-open'));
  await t.says(facilitator, say('done-hall-opened'));
  await t.see(facilitator, 'salen er åben');
  const hall = new URL(facilitator.url()).pathname;
  const code = await facilitator.locator('.hall-address a').getAttribute('href');

  const screen = await t.nobody('screen');
  await screen.goto(`${hall}/skaerm`);
  assert.equal(await screen.locator('.hall-qr svg').count(), 1);
  await t.says(screen, say('ideas-screen-empty'));
  await t.see(screen, 'den store skærm');

  const phone = await t.nobody('phone');
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(code);
  await t.see(phone, 'på telefonen');
  await send(phone, say('ideas-say-send'));
  await turnedDown(t, phone, say, { title: say('form-required') });
  await fill(phone, { title: 'Filmaften i hallen' });
  await send(phone, say('ideas-say-send'));
  await t.says(phone, say('done-idea-handed-in'));
  await fill(phone, { title: 'Et nummer: 070761-4285' });
  await send(phone, say('ideas-say-send'));
  await t.says(phone, say('screened-title'));
  await t.see(phone, 'det skal ikke vises');

  // It comes in by itself where it is looked at, and on the screen when it is let in.
  await t.says(facilitator, 'Filmaften i hallen');
  await t.says(screen, say('ideas-hall-count', { n: 1 }));
  assert.equal(await screen.getByText('Filmaften i hallen').count(), 0);
  await t.see(facilitator, 'idéer der venter');
  await press(facilitator.locator('main').getByRole('button', { name: /Filmaften/ }).first());
  await t.says(facilitator, say('done-hall-let-in'));
  await t.says(screen, 'Filmaften i hallen');
  await t.see(screen, 'skærmen med idéer');
  await send(facilitator, say('ideas-hall-close'));
  await t.says(facilitator, say('done-hall-closed'));
  await t.see(facilitator, 'salen er lukket');
  await phone.goto(code);
  await t.says(phone, say('ideas-say-closed'));
  await t.see(phone, 'lukket på telefonen');
});

journey('Put together and taken apart, set aside, begun at once', async (t) => {
  const facilitator = await t.as('facilitator');
  await idea(facilitator, 'Et bålsted');
  await follow(facilitator, say('ideas-merge-title'));
  await send(facilitator, say('ideas-merge'));
  await turnedDown(t, facilitator, say, { ideas: say('ideas-merge-none-chosen') });
  await facilitator.locator('main form[role=search] [name=q]').fill('bænke havnen');
  await send(facilitator, say('search-button'));
  await facilitator.locator('main').getByRole('checkbox', { name: /Flere bænke og skraldespande/ }).check();
  await t.see(facilitator, 'læg sammen');
  await send(facilitator, say('ideas-merge'));
  await t.says(facilitator, say('done-ideas-merged'));
  await t.says(facilitator, 'Laura Stidsen og 1 til');
  await t.see(facilitator, 'lagt sammen');
  await follow(facilitator, 'Flere bænke og skraldespande ved havnen');
  await t.says(facilitator, say('ideas-is-merged'));
  await t.see(facilitator, 'en del af en anden');
  await follow(facilitator, 'Et bålsted');
  await send(facilitator, say('ideas-part'));
  await t.says(facilitator, say('done-ideas-parted'));

  await follow(facilitator, say('ideas-aside-title'));
  await t.see(facilitator, 'læg til side');
  await send(facilitator, say('ideas-aside-button'));
  await turnedDown(t, facilitator, say, { reason: say('form-required') });
  await fill(facilitator, { reason: 'Tak. Brandvæsenet siger nej til bål så tæt på husene.' });
  await send(facilitator, say('ideas-aside-button'));
  await t.says(facilitator, say('done-idea-aside'));
  await send(facilitator, say('ideas-take-up'));
  await t.says(facilitator, say('done-idea-taken-up'));

  await idea(facilitator, 'Et værksted, hvor man kan reparere sin cykel');
  await follow(facilitator, say('ideas-begin'));
  assert.equal(await facilitator.locator('[name=what]').inputValue(), 'Et værksted, hvor man kan reparere sin cykel');
  for (const field of ['doer', 'counterpart']) await facilitator.locator(`select[name=${field}]`).selectOption({ index: 1 });
  await fill(facilitator, { due_on: day('da', 30).typed });
  await send(facilitator, say('commitments-save'));
  await t.says(facilitator, say('done-commitments-made'));
  await idea(facilitator, 'Et værksted, hvor man kan reparere sin cykel');
  await t.says(facilitator, say('ideas-state-agreed'));
  // The demonstration begins its day in the evening before: nine days or ten, by the clock.
  await t.says(facilitator, new RegExp([9, 10].map((n) => say('ideas-span-agreed', { n })).join('|')));
  await t.see(facilitator, 'begyndt med det samme');
  await facilitator.goto(HOME);
  await t.says(facilitator, say('ideas-median-title'));
  await t.see(facilitator, 'idéerne, som facilitator');
  const mail = await t.mail('Nogen vil gøre idéen', 'freja.noerby@borger.example');
  assert.match(mail.text, /Et værksted/);
});

journey('Without scripts: what is like it is shown before it is sent', { javascript: false }, async (t) => {
  const citizen = await t.as('citizen');
  await citizen.goto(`${HOME}/ny`);
  await fill(citizen, { title: 'Lån af cykler ved stationen', text: 'Så når man bussen.' });
  await send(citizen, say('ideas-send'));
  await t.says(citizen, say('ideas-look-first'));
  await t.says(citizen, 'Lån en cykel ved stationen');
  await t.see(citizen, 'ligner din idé en af disse');
  assert.equal(await citizen.locator('main [name=text]').inputValue(), 'Så når man bussen.');
  await send(citizen, say('ideas-send-anyway'));
  await t.says(citizen, say('done-idea-written'));
  await citizen.goto(`${HOME}/ny`);
  await fill(citizen, { title: 'Øvelokaler for musik' });
  await send(citizen, say('ideas-send'));
  await press(citizen.locator('main').getByRole('button', { name: /Øvelokaler til musik/ }));
  await t.says(citizen, say('done-idea-backs'));

  const facilitator = await t.as('facilitator');
  await facilitator.goto(`${HOME}/salen`);
  await fill(facilitator, { question: 'Hvad mangler der?' });
  await facilitator.locator('main').getByLabel(say('ideas-hall-look-first')).uncheck();
  await send(facilitator, say('ideas-hall-open'));
  const code = await facilitator.locator('.hall-address a').getAttribute('href');
  const phone = await t.nobody('phone');
  await phone.goto(code);
  await fill(phone, { title: 'En rutsjebane' });
  await send(phone, say('ideas-say-send'));
  await t.says(phone, say('done-idea-said'));
  await follow(phone, say('ideas-say-see-all'));
  await t.says(phone, 'En rutsjebane');
});
