// Months 4 and 5: one leaves and another comes, and the task changes once.
import assert from 'node:assert/strict';
import { fill, follow, press, send } from '../forms.mjs';
import { CITIZENS } from './cast.mjs';

/** Somebody drawn by lot moves away; the next in the row is offered the seat by mail, and says yes. */
export async function replace(year) {
  const { t, say } = year;
  await year.goTo(98);
  const [leaves] = year.drawn;
  const [comes] = year.alternates;
  const page = await year.as('secretary');
  await page.goto(`${year.home}/pladser`);
  await press(page.locator('main').getByRole('link', { name: `${say('recruitment-stops')} (${CITIZENS[leaves].name})` }));
  await fill(page, { reason: 'moved' });
  await year.see(page, 'en stopper');
  await send(page, say('recruitment-leave-button'));
  await t.says(page, say('done-seat-left'));
  await year.see(page, 'den næste er spurgt');

  const mail = await year.mailbox.find(CITIZENS[comes].email, 'tilbudt en plads');
  const next = await t.nobody('suppleanten');
  await next.goto(mail.links.find((l) => l.startsWith('/plads/')));
  await year.see(next, 'vil du have pladsen');
  await send(next, say('recruitment-offer-yes'));
  await t.says(next, say('recruitment-offer-accepted-title'));
  year.members = year.members.map((key) => (key === leaves ? comes : key));
  await page.goto(`${year.home}/pladser`);
  await t.says(page, say('recruitment-of', { filled: 15, seats: 15 }));
  const history = page.locator('section[aria-labelledby=history]');
  await history.getByText(CITIZENS[leaves].name).waitFor();
  await year.see(page, 'pladserne, en er kommet til');
  // Whoever left the committee takes no part in its work any more.
  const gone = await year.person(leaves);
  await assert.rejects(gone.read(`${year.home}/anbefalinger/ny`), /answered 403/);
}

/** The council adds to the task: everybody sees what is new, and reads it again. */
export async function changeFrame(year) {
  const { t, say } = year;
  const page = await year.as('secretary');
  await page.goto(`${year.home}/ramme`);
  await follow(page, say('frame-rewrite'));
  await fill(page, {
    task: `${year.frame.task} Hvem passer på dem, der er blevet for fulde?`,
    money: '180.000',
    change_note: 'Byrådet har lagt 30.000 kr. til og et spørgsmål om natteværter.',
  });
  await send(page, say('frame-saving', { version: 2 }));
  await t.says(page, say('done-frame-written'));
  const freja = await year.as('citizen');
  await freja.goto(year.home);
  await t.says(freja, say('frame-todo-read-again'));
  await year.see(freja, 'der er en ny ramme');
  await freja.goto(`${year.home}/ramme/sammenlign?fra=1&til=2`);
  assert.match((await freja.locator('ins').allInnerTexts()).join(' '), /for fulde/);
  await year.see(freja, 'hvad er ændret');
}
