// The programme: a season comes of wishes, some sign up, one occurrence is moved, and a series is changed from a day on.
import assert from 'node:assert/strict';
import { fill, press, send } from '../forms.mjs';
import { personas } from '../words.mjs';

/** What is wished: whose, how many, weekday, from, to, and a second choice. */
const WISHES = [
  { who: 'ellen', title: 'Kor', seats: '60', day: '3', from: '10:30', to: '12:00' },
  { who: 'verner', title: 'Træværksted', seats: '10', day: '2', from: '09:30', to: '12:30' },
  { who: 'rigmor', title: 'Strik og snak', seats: '14', day: '2', from: '13:00', to: '15:30' },
  { who: 'preben', title: 'Banko', seats: '60', day: '4', from: '18:30', to: '21:00' },
  // The same hall at the same time as the choir; its second choice is free.
  { who: 'solveig', title: 'Dans', seats: '50', day: '3', from: '11:00', to: '12:30', day2: '5', from2: '11:00', to2: '12:30' },
  // Nobody has a hall for a hundred.
  { who: 'holger', title: 'Filmklub', seats: '100', day: '4', from: '14:00', to: '16:30' },
  { who: 'gudrun', title: 'Malergruppen', seats: '12', day: '1', from: '13:00', to: '15:30' },
  { who: 'mogens', title: 'Skak', seats: '12', day: '5', from: '11:00', to: '13:00' },
];

export async function openSeason(month) {
  const { t, say } = month;
  const chair = await month.as('doer');
  await chair.goto(`${month.home}/program/saeson`);
  await fill(chair, { title: 'Vinter', first: month.day(9).typed, last: month.day(100).typed, until: month.day(6).typed });
  await send(chair, say('programme-season-open'));
  await t.says(chair, say('done-programme-season-opened'));
  month.season = new URL(chair.url()).pathname;
  await month.see(chair, 'sæsonen, åben for ønsker');
}

export async function wish(month) {
  const { say } = month;
  await month.goTo(1, '10:00');
  for (const { who, ...wishes } of WISHES) await month.people.get(who).send(`${month.season}/oensk`, wishes);
  const citizen = await month.as('citizen');
  await citizen.goto(`${month.season}/oensk`);
  await fill(citizen, { title: 'Yoga på stol', seats: '12', day: '1', from: '10:00', to: '11:00' });
  await month.see(citizen, 'et ønske');
  await send(citizen, say('programme-wish-send'));
  await month.see(citizen, 'alle ønsker, og hvad de får');
}

/** The board gives the film club a smaller room by hand, and publishes. */
export async function publish(month) {
  const { t, say } = month;
  await month.goTo(8, '10:00');
  const chair = await month.as('doer');
  await chair.goto(month.season);
  const line = (title) => chair.locator('#plan li').filter({ has: chair.locator('b', { hasText: title }) });
  // Two want the hall at once: the one goes to its second choice, and everybody sees why.
  assert.match(await line('Dans').innerText(), new RegExp(`${say('programme-gets')} fredag`));
  assert.match(await line('Filmklub').innerText(), new RegExp(say('programme-gets-nothing')));
  await month.see(chair, 'planen, som den bliver');
  await press(line('Filmklub').getByRole('link'));
  await chair.locator('main [name=room]').selectOption({ label: 'Salen' });
  await fill(chair, { day: '4', from: '14:00' });
  await send(chair, say('programme-settle-save'));
  assert.match(await line('Filmklub').innerText(), new RegExp(say('programme-placed')));
  await send(chair, say('programme-season-publish'));
  await t.says(chair, say('done-programme-season-is-published'));
  const activities = await chair.locator('#plan li a').evaluateAll((all) => all.map((a) => [a.textContent.trim(), new URL(a.href).pathname]));
  month.activities = Object.fromEntries(activities.filter(([, href]) => /program\/[0-9a-f-]{36}$/.test(href)));
  assert.equal(Object.keys(month.activities).length, WISHES.length + 1);
  await chair.goto(`${month.home}/program`);
  await month.see(chair, 'programmet');
  await chair.goto(`${month.home}/program/lokaler`);
  await month.see(chair, 'hvornår lokalerne er i brug');
}

export async function change(month) {
  const { t, say } = month;
  // Everybody who comes signs up: each time for the choir.
  const chair = await month.as('doer');
  for (const title of ['Kor', 'Strik og snak']) {
    await chair.goto(`${month.activities[title]}/ret`);
    await fill(chair, { signup: 'series', capacity: '40' });
    await send(chair, say('programme-save'));
  }
  const citizen = await month.as('citizen');
  for (const title of ['Kor', 'Strik og snak']) {
    await citizen.goto(month.activities[title]);
    await send(citizen, say('programme-sign-up'));
  }
  await month.see(citizen, 'tilmeldt koret');
  await month.goTo(11, '09:00');

  // The choir is moved once: to the café, an hour later. The hall is taken by nobody else that day.
  await chair.goto(month.activities.Kor);
  const before = await chair.locator('#gange li b').first().innerText();
  await press(chair.locator('#gange li').first().getByRole('link', { name: new RegExp(`^${say('programme-change')}`) }));
  await month.see(chair, 'hvad skal rettes');
  await press(chair.locator('a[href$="hvad=denne"]'));
  await fill(chair, { from: '14:00', to: '15:30' });
  await month.see(chair, 'flyt en gang');
  await send(chair, say('programme-save'));
  const after = await chair.locator('#gange li b').first().innerText();
  assert.notEqual(after, before, 'the one time is moved');
  assert.match(await chair.locator('#gange li b').nth(1).innerText(), /10[.:]30/, 'the next stands where it stood');
  const mail = await month.mailbox.find(personas.citizen.email, 'Kor');
  assert.match(mail.text, /14\.00/);

  // What would book a room twice is refused, and what was typed is kept.
  await chair.goto(month.activities['Strik og snak']);
  await press(chair.locator('#gange li').nth(1).getByRole('link', { name: new RegExp(`^${say('programme-change')}`) }));
  await press(chair.locator('a[href$="hvad=foelgende"]'));
  await fill(chair, { from: '10:00', to: '12:00' });
  for (const box of await chair.locator('main [name=resource]').all()) await box.uncheck();
  await chair.locator('main').getByRole('checkbox', { name: 'Værkstedet' }).check();
  const sent = chair.waitForEvent('load');
  await chair.locator('main').getByRole('button', { name: say('programme-save'), exact: true }).click();
  await sent;
  await chair.locator('.error-summary').waitFor();
  await t.says(chair, /Træværksted/);
  await month.see(chair, 'lokalet er optaget');
  // Another room, and it is changed from then on.
  await chair.locator('main').getByRole('checkbox', { name: 'Værkstedet' }).uncheck();
  await chair.locator('main').getByRole('checkbox', { name: 'Caféen' }).check();
  await send(chair, say('programme-save'));
  const times = await chair.locator('#gange li b').allInnerTexts();
  assert.match(times[0], /13[.:]00/);
  for (const time of times.slice(1)) assert.match(time, /10[.:]00/);
  await month.see(chair, 'rækken er ændret');
  assert.match((await month.mailbox.find(personas.citizen.email, 'Strik og snak')).text, /10\.00/);

  // The feed of the house says the same.
  const feed = await (await month.t.nobody('en fremmed')).context().request.get(`${month.home}/program/kalender.ics`);
  assert.match(await feed.text(), /SUMMARY:Kor[\s\S]*SUMMARY:/);
}
