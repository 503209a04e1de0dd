// Month 1: the council asks. The frame is written, the council's own members say yes, and a public call goes out.
import assert from 'node:assert/strict';
import { fill, follow, send } from '../forms.mjs';
import { personas } from '../words.mjs';
import { CITIZENS, POLITICIANS, SEATS } from './cast.mjs';
import { formOf } from './html.mjs';

export async function found(year) {
  const { t, say } = year;
  const page = await year.as('secretary');
  await page.goto('/forloeb/ny');
  await fill(page, { recipe: 'task_committee', title: 'Nattelivet på Havnen', summary: 'Det skal være sjovt at gå i byen på havnen og til at sove for dem, der bor der.' });
  await page.locator('main [name=area]').selectOption({ label: 'Sandhavn' });
  await send(page, say('space-create'));
  await t.says(page, say('done-space'));
  year.home = new URL(page.url()).pathname;
  year.title = 'Nattelivet på Havnen';
  await year.see(page, 'forløbet, lige oprettet');

  year.answerBy = year.day(240);
  year.frame = {
    one_sentence: 'Sammen finder vi ud af, hvordan nattelivet på havnen bliver trygt og sjovt; pengene og åbningstiderne ligger fast, resten er åbent.',
    background: 'Flere går i byen på havnen, og flere klager. Begge dele er sket på to år.',
    task: 'Hvad gør en nat på havnen god? Hvad skal der til, for at naboerne kan sove? Hvordan kommer alle hjem?',
    fixed: 'Budgettet for næste år. Åbningstiderne, som de står i bevillingerne.',
    open: 'Lys, veje, busser, frivillige, aftaler mellem barer og naboer.',
    deliverable: 'Højst 12 anbefalinger med numre.',
    composition: 'Ti borgere og fem fra byrådet. Pladserne er beskrevet, og alle kan melde sig.',
    timetable: 'Seks møder om aftenen over et år. Ét af dem er åbent for alle.',
    hours: '400',
    money: '150.000',
    rooms: 'Pakhuset på havnen og biblioteket.',
    staff: 'Line er facilitator, og Marianne er sekretær.',
    answer_by: year.answerBy.typed,
    standing_committee: 'Kultur- og Fritidsudvalget',
  };
  await follow(page, say('frame-write'));
  await fill(page, year.frame);
  await send(page, say('frame-saving', { version: 1 }));
  await t.says(page, say('done-frame-written'));
  await t.says(page, year.answerBy.shown);
  await year.see(page, 'rammen');
}

/** The five of the council and the facilitator are invited by name, and say yes from their mails. */
export async function inviteCouncil(year) {
  const { t, say } = year;
  const page = await year.as('secretary');
  const { facilitator, politician } = personas;
  const lists = { facilitator: [facilitator], politician: [politician, ...Object.values(POLITICIANS)] };
  for (const [role, people] of Object.entries(lists)) {
    await page.goto(`${year.home}/hold/inviter`);
    await fill(page, { role, many: people.map(({ name, email }) => `${name}, ${email}`).join('\n') });
    await send(page, say('team-send'));
    await t.says(page, say('done-invited'));
  }
  await year.see(page, 'holdet, inviteret');
  const subject = say('mail-invitation-subject', { space: year.title });
  for (const role of ['facilitator', 'politician']) {
    const guest = await year.as(role);
    await guest.goto((await year.mailbox.find(personas[role].email, subject)).links[0]);
    if (role === 'politician') await year.see(guest, 'invitation til en politiker');
    await send(guest, say('team-yes'));
    await t.says(guest, say('done-accepted'));
  }
  for (const [key, who] of Object.entries(POLITICIANS)) {
    const mail = await year.mailbox.find(who.email, subject);
    const person = await year.person(key, who);
    await person.send(mail.links[0], {}, { to: `${mail.links[0]}/ja`, signIn: false });
    person.hasSession();
  }
}

export async function describeSeats(year) {
  const { t, say } = year;
  const page = await year.as('secretary');
  const hands = await year.hands('secretary');
  const until = year.day(364).typed;
  for (const [n, seat] of Object.values(SEATS).entries()) {
    const values = { ...seat, seats: String(seat.seats), until_on: until };
    if (n > 0) await hands.send(`${year.home}/pladser/profil/ny`, values);
    else {
      await page.goto(`${year.home}/pladser/profil/ny`);
      await fill(page, values);
      await year.see(page, 'beskriv en plads');
      await send(page, say('recruitment-save'));
      await t.says(page, say('done-seat-written'));
    }
  }
  // The council has appointed its own: no call is needed for their seats.
  const seats = await hands.read(`${year.home}/pladser`);
  const councilSeat = seats.match(new RegExp(`id="seat-([0-9a-f-]+)"><div class="seat-head"><h2>${SEATS.council.title}`))[1];
  const place = `${year.home}/pladser/profil/${councilSeat}/besaet`;
  for (const { name } of [personas.politician, ...Object.values(POLITICIANS)]) {
    const form = await hands.read(place);
    const id = formOf(form, place).choices.get('person').find((o) => o.words === name).value;
    await hands.sendOn(form, place, { person: id });
  }
  await page.goto(`${year.home}/pladser`);
  await t.says(page, say('recruitment-filled', { filled: 5, seats: 5 }));
  await year.see(page, 'pladserne, byrådet er på plads');
}

export async function openCall(year) {
  const { t, say } = year;
  const page = await year.as('secretary');
  await page.goto(`${year.home}/pladser/opslag/ny`);
  await fill(page, {
    title: 'Vil du være med til at lave natten på havnen bedre?',
    text: 'Vi søger ti borgere. Du behøver ikke vide noget om kommunen. Du skal vide noget om havnen.',
    period: 'Et år', meetings: 'Seks aftener på to en halv time', preparation: 'En times læsning før hvert møde',
    contact: 'Marianne Hjortkær i Byrådssekretariatet', deadline: year.day(21).typed,
  });
  await send(page, say('recruitment-save'));
  await send(page, say('recruitment-call-open'));
  await t.says(page, say('done-call-opened'));
  year.call = new URL(page.url()).pathname;
  await year.see(page, 'opslaget');
}

/** Ticks what somebody wants in the form of a call. */
const wish = (page, wants, say) => page.locator('main').getByRole('checkbox', { name: wants === 'group' ? new RegExp(say('recruitment-group')) : new RegExp(SEATS[wants].title) }).check();

/** Two at a browser: one who has signed in, and one who has never been here. */
export async function comeForward(year) {
  const { t, say } = year;
  const freja = await year.as('citizen');
  await freja.goto('/');
  await freja.getByRole('link', { name: 'Vil du være med til at lave natten på havnen bedre?' }).first().click();
  await freja.waitForURL(`**${year.call}`);
  await freja.goto(`${year.call}/meld`);
  await wish(freja, 'young', say);
  await fill(freja, { why: 'Det er mig og mine venner, det handler om.' });
  await send(freja, say('recruitment-interest-send'));
  await t.says(freja, say('done-interest'));
  await year.see(freja, 'du har meldt dig');

  const { inger } = CITIZENS;
  const page = await t.nobody('Inger Marie');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${year.call}/meld`);
  await wish(page, 'kin', say);
  await fill(page, { name: inger.name, email: inger.email, why: inger.why });
  await year.see(page, 'meld dig');
  await send(page, say('recruitment-interest-send'));
  await t.says(page, say('recruitment-sent-title'));
  const mail = await year.mailbox.find(inger.email, 'bekræft');
  await page.goto(mail.links.find((l) => l.startsWith('/interesse/')));
  await year.see(page, 'bekræft fra mailen');
  await send(page, say('recruitment-confirm-button'));
  await t.says(page, say('recruitment-confirm-done-title'));
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The others: from home, on paper, by telephone. */
export async function othersComeForward(year) {
  const { t, say } = year;
  const to = `${year.call}/meld`;
  for (const [key, who] of Object.entries(CITIZENS)) {
    if (who.way !== 'online' || key === 'inger') continue;
    const person = await year.person(key, who);
    const form = await person.read(to, { signIn: false });
    await person.sendOn(form, to, { name: who.name, email: who.email, why: who.why, ...wanted(form, who.wants) });
    const confirm = (await year.mailbox.find(who.email, 'bekræft')).links.find((l) => l.startsWith('/interesse/'));
    await person.press(confirm, confirm);
  }
  await year.person('inger', CITIZENS.inger);
  await year.person('ejner', CITIZENS.ejner);

  const page = await year.as('secretary');
  for (const [name, more] of [['ejner', { email: CITIZENS.ejner.email }], ['gerda', { phone: '70 00 01 12' }]]) {
    const who = CITIZENS[name];
    await page.goto(`${year.call}/indtast`);
    await fill(page, { way: who.way, name: who.name, why: who.why, ...more });
    await wish(page, who.wants, say);
    if (name === 'gerda') await year.see(page, 'tast ind fra telefonen');
    await send(page, say('recruitment-enter-button'));
    await t.says(page, say('done-interest-entered'));
  }
  const rows = await page.locator('main table tbody tr').count();
  assert.equal(rows, Object.keys(CITIZENS).length + 1, 'everybody who came forward is on the list');
  await year.see(page, 'dem der har meldt sig');
}

/** The boxes of a form for what somebody wants. */
function wanted(html, wants) {
  if (wants === 'group') return { working_group: 'yes' };
  const id = html.match(new RegExp(`name="profiles" id="profile-\\d+" value="([^"]+)"[^>]*><label[^>]*>${SEATS[wants].title}`))[1];
  return { profiles: id };
}
