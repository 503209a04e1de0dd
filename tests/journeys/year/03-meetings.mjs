// Months 2 to 4: the year's meetings are planned, the first is held, the public one is moved and held.
import assert from 'node:assert/strict';
import { fill, press, send } from '../forms.mjs';
import { personas } from '../words.mjs';
import { CITIZENS } from './cast.mjs';
import { approve, callAndAnswer, hold, inCalendar, writeAgenda } from './meeting.mjs';

const DATES = [45, 115, 150, 180, 330];

export async function planMeetings(year) {
  const { t, say } = year;
  await year.goTo(30);
  const page = await year.as('secretary');
  await page.goto(`${year.home}/moeder/nyt`);
  await page.locator('summary').filter({ hasText: say('meetings-more-dates') }).click();
  const dates = Object.fromEntries(DATES.map((n, i) => [i ? `date${i + 1}` : 'date', year.day(n).typed]));
  await fill(page, { title: 'Udvalgsmøde', kind: 'team', ...dates, from: '19:00', to: '21:30', place: 'Pakhuset, Havnevej 2. Indgang fra vandet', bring: 'Der er mad fra kl. 18.' });
  await year.see(page, 'planlæg årets møder');
  await send(page, say('meetings-plan-save'));
  await t.says(page, say('done-meetings-planned-many'));
  const links = await page.locator('ul.meetings h3 a').evaluateAll((all) => all.map((a) => [a.textContent, a.getAttribute('href')]));
  year.meetings = DATES.map((_, i) => links.find(([title]) => title === `Udvalgsmøde ${i + 1}`)[1]);
  await year.see(page, 'møderne');

  await page.goto(`${year.home}/moeder/nyt`);
  await fill(page, { title: 'Dialogmøde på kajen', kind: 'dialogue', date: year.day(80).typed, from: '16:00', to: '18:30', place: 'Røgeriet ved molen', capacity: '60' });
  await send(page, say('meetings-plan-save'));
  await t.says(page, say('done-meetings-planned'));
  year.dialogueMeeting = new URL(page.url()).pathname;
}

export async function firstMeeting(year) {
  const { t, say } = year;
  const [meeting] = year.meetings;
  await writeAgenda(year, meeting, [
    { title: 'Hvem er vi?', presentation: 'En runde. Hver siger, hvad de kender til natten på havnen.', minutes: '40' },
    { title: 'Sådan arbejder vi', presentation: 'Vi mødes **seks gange**.\n\n- én gang sammen med alle, der vil\n- fem gange os selv', proposal: 'At vi følger planen.', minutes: '30' },
    { title: 'En klage fra en nabo', ground: 'private', minutes: '20' },
  ]);
  const away = ['tue'];
  await callAndAnswer(year, meeting, away, { closely: true });
  const called = await year.mailbox.find(CITIZENS.inger.email, say('mail-meeting-invitation-subject', { space: year.title, title: 'Udvalgsmøde 1' }));
  assert.match(called.text, /Pakhuset/);
  // Whoever writes minutes of a closed item knows their duty first.
  const secretary = await year.as('secretary');
  await secretary.goto(`${meeting}/referat`);
  await year.see(secretary, 'referatet, før tavshedspligten');
  await send(secretary, say('meetings-promise'));
  await t.says(secretary, 'En klage fra en nabo');
  await year.goTo(45, '21:40');
  await hold(year, meeting, {
    away, closely: true,
    said: ['Alle fortalte. Otte har været ude på havnen den sidste måned.', 'Planen blev læst igennem. Ingen havde noget imod den.', 'Sagen blev drøftet.'],
    decisions: [{ item: 2, decision: 'Vi følger planen for årets møder.', about: 'Planen' }],
  });
  await approve(year, meeting, 54, { byHand: true });
  const stranger = await t.nobody('en fremmed');
  await stranger.goto(`${meeting}/referat`);
  await t.says(stranger, say('meetings-closed-item'));
  assert.ok(!(await stranger.content()).includes('Sagen blev drøftet'), 'the closed item stays closed');
  await year.see(stranger, 'det offentlige referat');
}

/** The public meeting is called, then moved by three days: calendars hear of it as the same entry. */
export async function moveDialogueMeeting(year) {
  const { t, say } = year;
  const meeting = year.dialogueMeeting;
  await year.goTo(62);
  await writeAgenda(year, meeting, [
    { title: 'Velkommen', minutes: '10' },
    { title: 'Ideer på væggen', presentation: 'Alle skriver, og alle hænger op.', minutes: '60' },
    { title: 'Hvad kan begynde i morgen?', minutes: '40' },
  ]);
  await callAndAnswer(year, meeting, []);
  const about = { space: year.title, title: 'Dialogmøde på kajen' };
  const { email } = CITIZENS.inger;
  const before = await inCalendar(year, email, say('mail-meeting-invitation-subject', about), { method: 'REQUEST', sequence: 0 });
  const page = await year.as('secretary');
  await page.goto(`${meeting}/ret`);
  await fill(page, { date: year.day(83).typed });
  await send(page, say('meetings-change-save'));
  await t.says(page, say('done-meetings-changed'));
  await year.see(page, 'dialogmødet er flyttet');
  const after = await inCalendar(year, email, say('mail-meeting-changed-subject', about), { method: 'REQUEST', sequence: 1, uid: before.uid });
  assert.ok(after.starts > before.starts, `${after.starts} is later than ${before.starts}`);

  // Somebody from the town signs up; the municipality writes one on who has rung.
  const hassan = await year.as('doer');
  await hassan.goto(meeting);
  await fill(hassan, { wish: 'coming' });
  await press(hassan.locator('#svar form button'));
  await t.says(hassan, say('done-meetings-coming'));
  await page.goto(`${meeting}/deltagere`);
  await fill(page, { name: 'Ruth fra Fyrvej' });
  await send(page, say('meetings-enter-save'));
  await t.says(page, say('done-meetings-entered'));
  await year.see(page, 'deltagere på dialogmødet');
  const stranger = await t.nobody('en fremmed');
  await stranger.goto('/');
  await t.says(stranger, 'Dialogmøde på kajen');
  await year.see(stranger, 'forsiden med dialogmødet');
}

export async function dialogueMeeting(year) {
  const meeting = year.dialogueMeeting;
  await year.goTo(83, '18:45');
  await hold(year, meeting, {
    away: [],
    said: ['Der kom mange flere, end der var stole til.', 'Der hang 41 sedler på væggen til sidst.', 'To ting kan begynde med det samme: vandposten og lamperne på molen.'],
    decisions: [{ item: 3, decision: 'Vandposten og lamperne begynder nu. Alt andet går videre i udvalget.', about: 'Det, der kan begynde' }],
  });
}

export const approveDialogueMeeting = (year) => approve(year, year.dialogueMeeting, 95);

/** A meeting that follows the plan. */
export async function ordinaryMeeting(year, meeting, day, { items, said, decisions, away }) {
  await writeAgenda(year, meeting, items);
  await callAndAnswer(year, meeting, away);
  await year.goTo(day, '21:40');
  await hold(year, meeting, { away, said, decisions });
  await approve(year, meeting, day + 9);
}

/** One meeting is called off, and another takes its place: calendars lose the one and get the other. */
export async function cancelAndReplace(year) {
  const { t, say } = year;
  await year.goTo(138);
  const [, , meeting] = year.meetings;
  await writeAgenda(year, meeting, [{ title: 'Anbefalingerne, første gang', minutes: '120' }]);
  await callAndAnswer(year, meeting, []);
  const { email } = CITIZENS.birthe;
  const about = { space: year.title, title: 'Udvalgsmøde 3' };
  const before = await inCalendar(year, email, say('mail-meeting-invitation-subject', about), { method: 'REQUEST', sequence: 0 });
  const page = await year.as('secretary');
  await page.goto(`${meeting}/aflys`);
  await fill(page, { reason: 'Der er vand i kælderen under Pakhuset.' });
  await send(page, say('meetings-cancel'));
  await t.says(page, say('meetings-cancelled-text'));
  await year.see(page, 'mødet er aflyst');
  await inCalendar(year, email, say('mail-meeting-cancelled-subject', about), { method: 'CANCEL', sequence: 1, uid: before.uid });
  await page.goto(`${year.home}/moeder/nyt`);
  await fill(page, { title: 'Ekstra udvalgsmøde', kind: 'team', date: year.day(157).typed, from: '19:00', to: '21:30', place: 'Biblioteket, sal 2' });
  await send(page, say('meetings-plan-save'));
  await t.says(page, say('done-meetings-planned'));
  year.extraMeeting = new URL(page.url()).pathname;
  assert.notEqual(year.extraMeeting, meeting);
  await t.mail(say('mail-meeting-cancelled-subject', about), personas.citizen.email);
}
