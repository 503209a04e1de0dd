// Working groups in a committee, and a mandate that follows the seats: made in a short form, joined, read again.
import assert from 'node:assert/strict';
import { fill, follow, press, send, turnedDown } from './forms.mjs';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const say = words('da');
const SPACE = '/forloeb/faerre-aeldre-alene';

/** A day from today as a date field takes it. */
const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

journey('A working group is made, and somebody who was welcome joins it', async (t) => {
  const secretary = await t.as('secretary');
  await secretary.goto(SPACE);
  await t.says(secretary, say('groups-none'));
  await follow(secretary, say('group-new'));
  await t.see(secretary, 'opret arbejdsgruppe');
  await send(secretary, say('group-new'));
  await turnedDown(t, secretary, say, { title: say('form-required'), task: say('form-required') });
  await fill(secretary, { title: 'Fælles måltider', task: 'Find ud af, hvor man kan spise sammen hver uge.' });
  await t.reachable(secretary, secretary.locator('main').getByRole('button', { name: say('group-new') }));
  await send(secretary, say('group-new'));
  await t.says(secretary, say('done-group'));
  await t.see(secretary, 'gruppens side');
  const group = new URL(secretary.url()).pathname;

  // Everybody finds it through its committee, and the committee's frame stands at the top of it.
  const stranger = await t.nobody('stranger');
  await stranger.goto(SPACE);
  await t.see(stranger, 'udvalgets side');
  await follow(stranger, 'Fælles måltider');
  assert.equal(await stranger.locator('.lead .within').count(), 1);
  await t.see(stranger, 'gruppens side for alle');
  await press(stranger.locator('nav.crumbs').getByRole('link', { name: 'Færre ældre alene' }));

  // Interest in a group, an answer, and a group.
  await secretary.goto(`${SPACE}/pladser/profil/ny`);
  await fill(secretary, { title: 'Besøgsven', description: 'Du har tid.', seats: '1', role: 'member' });
  await send(secretary, say('recruitment-save'));
  await follow(secretary, say('recruitment-call-new'));
  await fill(secretary, { title: 'Vil du være med?', text: 'Vi mangler dig.', deadline: day(10), period: 'Et år', meetings: 'Fire', preparation: 'Ingen', contact: 'Line' });
  await send(secretary, say('recruitment-save'));
  await send(secretary, say('recruitment-call-open'));
  const call = new URL(secretary.url()).pathname;
  const citizen = await t.as('citizen');
  await citizen.goto(`${call}/meld`);
  await citizen.locator('main').getByRole('checkbox', { name: new RegExp(say('recruitment-group')) }).check();
  await send(citizen, say('recruitment-interest-send'));
  await secretary.goto(call);
  await send(secretary, say('recruitment-call-close'));
  await secretary.goto(`${call}/svar`);
  await fill(secretary, { date: day(0) });
  await secretary.locator('ul.decide select').first().selectOption('group');
  await send(secretary, say('recruitment-appoint-look'));
  await send(secretary, say('recruitment-look-send'));
  await secretary.goto(SPACE);
  await follow(secretary, say('recruitment-todo-welcomed-button'));
  await t.see(secretary, 'velkommen i en arbejdsgruppe');
  await send(secretary, say('recruitment-welcomed-button'));
  await turnedDown(t, secretary, say, { rows: say('recruitment-welcomed-choose') });
  await secretary.locator('ul.decide select').first().selectOption({ label: 'Fælles måltider' });
  await send(secretary, say('recruitment-welcomed-button'));
  await t.says(secretary, say('done-welcomed'));
  await t.see(secretary, 'er med i en gruppe');
  const mail = await t.mail('du er med', 'freja.noerby@borger.example');
  assert.ok(mail.links.some((link) => link.endsWith(group)), mail.text);
  await citizen.goto(group);
  await t.see(citizen, 'gruppen som deltager');

  // The seats came after the frame: the next version takes them in.
  await secretary.goto(SPACE);
  await t.says(secretary, /Ændret siden rammen/);
  await secretary.goto(`${SPACE}/ramme`);
  await t.see(secretary, 'rammen er ikke fulgt med');
  await follow(secretary, say('frame-rewrite'));
  await t.says(secretary, say('frame-parts'));
  await t.see(secretary, 'ny udgave med pladser');
  await press(secretary.locator('main').getByRole('button', { name: /Gem udgave/ }));
  await t.says(secretary, say('done-frame-written'));
  await secretary.locator('main').getByRole('link', { name: /Se, hvad der er ændret fra udgave/ }).click();
  await secretary.locator('ins').first().waitFor();
  await t.says(secretary, '1 × Besøgsven (Borgermedlem): Du har tid.');
  await t.see(secretary, 'pladserne i sammenligningen');
  await stranger.goto(SPACE);
  await t.says(stranger, say('mandate-seats-line', { n: 1 }));
  await t.see(stranger, 'rammen øverst');
});
