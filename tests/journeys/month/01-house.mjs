// Day 0: the house is made from its recipe, its frame is written, its people come, and its rooms and hours are set.
import { fill, follow, press, send } from '../forms.mjs';
import { personas } from '../words.mjs';
import { BOARD, VOLUNTEERS } from './cast.mjs';

export async function found(month) {
  const { t, say } = month;
  const page = await month.as('secretary');
  await page.goto('/forloeb/ny');
  await fill(page, { recipe: 'user_run_house', title: 'Solgården', summary: 'Et aktivitetshus for alle over 60. Brugerne driver det med tre ansatte.', visibility: 'public' });
  await send(page, say('space-create'));
  month.home = new URL(page.url()).pathname;
  month.title = 'Solgården';
  await month.see(page, 'huset, lige oprettet');
  await follow(page, say('frame-write'));
  await fill(page, {
    one_sentence: 'Brugerne driver huset; bygningen og åbningstiden ligger fast, alt indenfor bestemmer vi selv.',
    task: 'Et hus, hvor alle over 60 kan spise, bevæge sig, lære noget og have selskab.',
    fixed: 'Bygningen, tilskuddet og åbningstiden.',
    open: 'Programmet, lokalerne, husets regler og pengene.',
    background: 'Der var ni ansatte. Nu er der tre. Aktiviteterne skal blive.',
    hours: '4400',
    money: '310.000',
    staff: 'Tre medarbejdere, som kan træffes om formiddagen.',
    legal_basis: 'Serviceloven § 79 om aktiverende og forebyggende tilbud.',
  });
  await send(page, say('frame-saving', { version: 1 }));
  await t.says(page, say('done-frame-written'));
}

/** Everybody is invited by mail and says yes: the employee, the chair, the treasurer, one more of the board, and the volunteers. */
export async function invite(month) {
  const { t, say } = month;
  const page = await month.as('secretary');
  const { facilitator, doer, citizen } = personas;
  const lists = { facilitator: [facilitator], chair: [doer], treasurer: [citizen], board: [BOARD.jytte, BOARD.niels], volunteer: Object.values(VOLUNTEERS) };
  for (const [role, people] of Object.entries(lists)) {
    await page.goto(`${month.home}/hold/inviter`);
    await fill(page, { role, many: people.map(({ name, email }) => `${name}, ${email}`).join('\n') });
    await send(page, say('team-send'));
    await t.says(page, say('done-invited'));
  }
  const subject = say('mail-invitation-subject', { space: month.title });
  for (const role of ['facilitator', 'doer', 'citizen']) {
    const guest = await month.as(role);
    await guest.goto((await month.mailbox.find(personas[role].email, subject)).links[0]);
    await send(guest, say('team-yes'));
    await t.says(guest, say('done-accepted'));
  }
  for (const [key, who] of Object.entries({ ...VOLUNTEERS, ...BOARD })) {
    const mail = await month.mailbox.find(who.email, subject);
    const person = await month.person(key, who);
    await person.send(mail.links[0], {}, { to: `${mail.links[0]}/ja`, signIn: false });
    person.hasSession();
  }
  await page.goto(`${month.home}/hold`);
  await month.see(page, 'holdet');
}

export async function rooms(month) {
  const { t, say } = month;
  const chair = await month.as('doer');
  for (const [n, [name, seats]] of [['Salen', '80'], ['Caféen', '40'], ['Værkstedet', '12'], ['Blå stue', '16']].entries()) {
    await chair.goto(`${month.home}/program/lokaler/ny`);
    await fill(chair, { name, seats });
    if (n === 0) await month.see(chair, 'et lokale');
    await press(chair.locator('main form .btn').first());
  }
  await chair.goto(`${month.home}/program/lokaler`);
  await month.see(chair, 'lokalerne');
}
