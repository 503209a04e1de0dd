// A meeting from its plan to its approved minutes: called, full, written down by five at once, decided, approved.
import assert from 'node:assert/strict';
import { fill, follow, press, send, turnedDown } from './forms.mjs';
import { journey } from './harness.mjs';
import { day, words } from './words.mjs';

const HOME = '/forloeb/ungepolitik/moeder';
const SECONDS = Number(process.env.MINUTES_SECONDS ?? 30);
const say = words('da');
const required = say('form-required');

/** Plans a meeting that lasts all of today, with one seat; gives its address. */
async function plan(t, title) {
  const page = await t.as('secretary');
  await page.goto(`${HOME}/nyt`);
  await t.see(page, `planlæg ${title}`);
  await fill(page, { title, kind: 'dialogue', from: '00:00', to: '23:59', place: 'Salen på biblioteket', capacity: '1' });
  await send(page, say('meetings-plan-save'));
  await turnedDown(t, page, say, { date: required });
  await t.see(page, `planlæg ${title}, datoen mangler`);
  await fill(page, { date: day('da', 0).typed });
  await send(page, say('meetings-plan-save'));
  await t.says(page, say('done-meetings-planned'));
  return new URL(page.url()).pathname;
}

async function addItem(t, home, values) {
  const page = await t.as('secretary');
  await page.goto(`${home}/dagsorden`);
  await fill(page, values);
  await send(page, say('meetings-item-save'));
  await t.says(page, say('done-meetings-item-added'));
  return page;
}

/** Somebody answers on the meeting's page. */
async function answer(t, role, home, wish, done) {
  const page = await t.as(role);
  await page.goto(home);
  await fill(page, { wish });
  await press(page.locator('#svar form button'));
  await t.says(page, say(done));
  return page;
}

/** One more browser of one of the five. */
async function another(t, name, role) {
  const page = await t.nobody(name);
  await page.goto('/');
  await page.locator(`button.chip[name=role][value=${role}]`).click();
  await page.locator(`button.chip[value=${role}][aria-pressed=true]`).waitFor();
  return page;
}

journey('A meeting from its plan to its approved minutes', { timeout: 400_000 }, async (t) => {
  const title = 'Møde med alle';
  const home = await plan(t, title);
  const secretary = await addItem(t, home, { title: 'Åben hal', presentation: 'Hallen kan åbne fredag.\n\n- to voksne\n- ét nummer på døren', proposal: 'At hallen åbner.', minutes: '30' });
  await addItem(t, home, { title: 'En klage fra en borger', ground: 'private' });
  await t.see(secretary, 'mødet med dagsorden');
  await press(secretary.locator('form[action$="/flyt"] button[value=up]'));
  assert.match(await secretary.locator('ol.agenda > li').first().innerText(), /Lukket punkt|En klage/);
  await press(secretary.locator('form[action$="/flyt"] button[value=down]').first());
  await send(secretary, say('meetings-call'));
  await t.says(secretary, say('done-meetings-called'));
  const called = await t.mail(say('mail-meeting-invitation-subject', { space: 'Ungepolitik', title }));
  assert.match(called.text, /Salen på biblioteket/);

  // One seat: the second waits, and gets it when the first cannot come after all.
  await t.see(await answer(t, 'citizen', home, 'coming', 'done-meetings-coming'), 'tilmeldt');
  await t.see(await answer(t, 'doer', home, 'coming', 'done-meetings-waiting'), 'på venteliste');
  await answer(t, 'citizen', home, 'declined', 'done-meetings-declined');
  const doer = await t.as('doer');
  await doer.goto(home);
  await t.says(doer, say('meetings-you-coming'));
  await doer.goto('/min-side');
  await t.says(doer, title);

  // Five write for half a minute, all in the same text.
  const writers = [secretary, await t.as('facilitator'), await t.as('citizen'), await another(t, 'femte', 'citizen'), await another(t, 'fjerde', 'facilitator')];
  for (const page of writers) await page.goto(`${home}/referat`);
  await t.see(writers[2], 'referatet');
  const text = (page) => page.locator('textarea[data-text]').first();
  const until = Date.now() + SECONDS * 1000;
  const written = await Promise.all(writers.map(async (page, n) => {
    const mine = [];
    for (let i = 0; Date.now() < until; i += 1) {
      const word = `s${n}o${i}`;
      await text(page).focus();
      // Sometimes at the end, sometimes at the beginning, while others write there too.
      await page.keyboard.press(i % 3 === 2 ? 'Control+Home' : 'Control+End');
      await page.keyboard.type(i % 3 === 2 ? `${word} ` : ` ${word}`, { delay: 25 });
      mine.push(word);
      await page.waitForTimeout(700 + ((n * 131 + i * 67) % 500));
    }
    return mine;
  }));
  for (const page of writers) await page.locator('[data-status]').filter({ hasText: new RegExp(`${say('meetings-status-saved')}|${say('meetings-status-others')}`) }).waitFor();
  const values = () => Promise.all(writers.map((page) => text(page).inputValue()));
  let all = await values();
  for (const end = Date.now() + 15_000; new Set(all).size > 1 && Date.now() < end;) {
    await writers[0].waitForTimeout(500);
    all = await values();
  }
  assert.equal(new Set(all).size, 1, `all have the same text:\n${all.join('\n---\n')}`);
  const there = all[0].split(/\s+/).filter(Boolean).sort();
  assert.deepEqual(there, written.flat().sort(), 'every word stands there, once');
  assert.ok(there.length > SECONDS, `${there.length} words`);
  for (const page of writers.slice(3)) await page.goto('/');

  // The closed item: nobody on the team reads it before they have promised.
  const member = await t.as('citizen');
  await member.goto(home);
  assert.ok(!(await member.content()).includes('En klage fra en borger'));
  await t.see(member, 'før tavshedspligten');
  await send(member, say('meetings-promise'));
  await t.says(member, 'En klage fra en borger');
  await secretary.goto(`${home}/referat`);
  await t.says(secretary, 'En klage fra en borger');
  await secretary.locator('textarea[data-text]').nth(1).fill('Borgeren fik ret.');
  await secretary.locator('[data-status]').filter({ hasText: say('meetings-status-saved') }).waitFor();

  // What was decided, and the end of it.
  await fill(secretary, { decision: '' });
  await send(secretary, say('meetings-decide-save'));
  await turnedDown(t, secretary, say, { decision: required });
  await t.see(secretary, 'en tom beslutning');
  await fill(secretary, { decision: 'Hallen åbner fredag.', about: 'Hallen' });
  await secretary.locator('#item').selectOption({ index: 1 });
  await send(secretary, say('meetings-decide-save'));
  await t.says(secretary, say('done-meetings-decided'));
  await send(secretary, say('meetings-send-button'));
  await t.says(secretary, say('done-meetings-minutes-sent'));
  await t.see(secretary, 'referatet er sendt');
  const citizen = await t.as('citizen');
  await citizen.goto(`${home}/referat`);
  await fill(citizen, { text: 'Der mangler et nummer på døren.' });
  await send(citizen, say('meetings-object-send'));
  await t.says(citizen, say('done-meetings-objected'));
  await secretary.goto(`${home}/referat`);
  await send(secretary, say('meetings-approve'));
  await t.says(secretary, say('done-meetings-minutes-approved'));
  await t.see(secretary, 'referatet er godkendt');

  const nobody = await t.nobody();
  await nobody.goto(`${home}/referat`);
  await t.says(nobody, say('meetings-state-approved'));
  await t.says(nobody, 'Hallen åbner fredag.');
  await t.says(nobody, say('meetings-closed-item'));
  assert.ok(!(await nobody.content()).includes('Borgeren fik ret'), 'the closed item stays closed');
  await t.see(nobody, 'det offentlige referat');
  await nobody.goto(`${HOME}/beslutninger`);
  await t.see(nobody, 'beslutninger');
  await follow(nobody, 'Hallen åbner fredag.');
  await t.see(nobody, 'en beslutning');
});

journey('Minutes without JavaScript are saved with a button, and merged', { javascript: false }, async (t) => {
  const title = 'Møde uden script';
  const home = await plan(t, title);
  await addItem(t, home, { title: 'Et punkt' });
  const [first, second] = [await t.as('secretary'), await t.as('citizen')];
  for (const page of [first, second]) await page.goto(`${home}/referat`);
  const text = (page) => page.locator('textarea[data-text]').first();
  await text(first).fill('Sekretæren skrev dette.');
  await text(second).fill('Borgeren skrev dette.');
  await send(first, say('meetings-minutes-save'));
  await t.says(first, say('done-meetings-minutes-saved'));
  await send(second, say('meetings-minutes-save'));
  await t.says(second, say('done-meetings-minutes-merged'));
  const now = await text(second).inputValue();
  assert.ok(now.includes('Sekretæren skrev dette.') && now.includes('Borgeren skrev dette.'), now);
  await t.see(second, 'referatet uden script');
});

for (const [name, viewport] of [['a desk', { width: 1280, height: 900 }], ['a telephone', { width: 390, height: 844 }]]) {
  journey(`The pages of meetings on ${name}`, { viewport }, async (t) => {
    const secretary = await t.as('secretary');
    await secretary.goto(HOME);
    await t.see(secretary, `møder ${name}`);
    const meetings = await secretary.locator('ul.meetings h3 a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    assert.ok(meetings.length >= 6, 'the demonstration has meetings');
    for (const [n, path] of meetings.entries()) {
      await secretary.goto(path);
      await t.see(secretary, `møde ${n} ${name}`);
    }
    for (const under of ['deltagere', 'deltagerliste', 'referat', 'dagsorden', 'ret', 'aflys']) {
      await secretary.goto(`${meetings[0]}/${under}`);
      await t.see(secretary, `${under} ${name}`);
    }
    await secretary.goto('/min-side/moedekalender');
    await send(secretary, say('meetings-feed-make'));
    await t.says(secretary, say('meetings-feed-once'));
    await t.see(secretary, `adressen ${name}`);
    await send(secretary, say('meetings-feed-stop'));
    await t.says(secretary, say('done-meetings-feed-stopped'));
    const nobody = await t.nobody();
    await nobody.goto(HOME);
    await nobody.locator('ul.meetings h3 a').first().click();
    await nobody.locator('ol.agenda h3 a').first().click();
    await nobody.locator('#presentation').waitFor();
    await t.see(nobody, `punkt ${name}`);
    await nobody.goto('/');
    await t.see(nobody, `forsiden ${name}`);
  });
}
