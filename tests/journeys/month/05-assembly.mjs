// The association: members on paper and from the house, a call in time, and a general meeting with elections.
import assert from 'node:assert/strict';
import { fill, follow, press, send } from '../forms.mjs';
import { VOLUNTEERS } from './cast.mjs';

export async function call(month) {
  const { t, say } = month;
  await month.goTo(10, '10:00');
  // Members: those who asked themselves, and two on paper.
  for (const key of Object.keys(VOLUNTEERS)) await month.people.get(key).send(`${month.home}/forening/bliv-medlem`);
  const chair = await month.as('doer');
  await chair.goto(`${month.home}/forening/medlemmer`);
  await month.see(chair, 'dem der vil være medlem');
  const hands = await month.hands('doer');
  for (const [, action] of [...(await chair.content()).matchAll(/action="([^"]+\/optag)"/g)]) await hands.press(`${month.home}/forening/medlemmer`, action);
  for (const name of ['Asta Krogsgaard', 'Viggo Thrane']) {
    await chair.goto(`${month.home}/forening/medlemmer/ny`);
    await fill(chair, { name, address: 'Engvej 3\n9999 Prøveby' });
    await press(chair.locator('main form .btn').first());
  }
  await chair.goto(`${month.home}/forening/medlemmer`);
  await t.says(chair, say('association-members-n', { n: Object.keys(VOLUNTEERS).length + 2 }));
  await month.see(chair, 'medlemmerne');

  // Too soon is refused: the bylaws' days of notice are kept.
  await chair.goto(`${month.home}/forening/moede`);
  await fill(chair, { kind: 'ordinary', held_on: month.day(14).typed, place: 'Salen' });
  await month.see(chair, 'planlæg generalforsamlingen');
  await press(chair.locator('main form .btn').first());
  await chair.locator('.error-summary').waitFor();
  assert.equal(await chair.locator('main [name=place]').inputValue(), 'Salen', 'what was typed is kept');
  await month.see(chair, 'for tæt på');
  await fill(chair, { held_on: month.day(29).typed });
  await press(chair.locator('main form .btn').first());
  month.assembly = new URL(chair.url()).pathname;
  await follow(chair, say('association-plan-change'));
  await fill(chair, { held_on: month.day(30).typed });
  await month.see(chair, 'planen for mødet rettes');
  await press(chair.locator('main form .btn').first());
  assert.equal(new URL(chair.url()).pathname, month.assembly);
  await send(chair, say('association-call-button'));
  await month.see(chair, 'generalforsamlingen, indkaldt');
  const mail = await month.mailbox.find(VOLUNTEERS.ellen.email, /generalforsamling/i);
  assert.match(mail.text, /Salen/);
  await month.people.get('rigmor').send(`${month.assembly}/forslag`, { title: 'Åbent om lørdagen', text: 'Vi vil prøve én lørdag om måneden.' });
}

export async function assembly(month) {
  const { t, say } = month;
  await month.goTo(30, '19:30');
  const chair = await month.as('doer');
  const here = month.assembly;
  const go = async (path) => { await chair.goto(`${here}${path}`); };
  await go('/fremmoede');
  await fill(chair, { voters: '9', guests: '3', chaired_by: 'Jytte Hedemand' });
  await month.see(chair, 'hvem der er kommet');
  await press(chair.locator('main form .btn').first());

  // Chair: one stands, nobody against. The board: three stand for two seats, and hands are counted.
  const elect = async (post, seats, candidates) => {
    await go('/valg');
    await fill(chair, { post, seats: String(seats) });
    if (post === 'chair') await month.see(chair, 'et nyt valg');
    await press(chair.locator('main form .btn').first());
    for (const name of candidates) {
      await chair.locator('main [name=person]').selectOption({ label: name });
      await send(chair, say('association-candidate-add'));
    }
  };
  await elect('chair', 1, [VOLUNTEERS.ellen.name]);
  await send(chair, say('association-unopposed'));
  const three = [VOLUNTEERS.verner.name, VOLUNTEERS.solveig.name, VOLUNTEERS.preben.name];
  await elect('member', 2, three);
  await month.see(chair, 'valg til bestyrelsen');
  await follow(chair, say('association-count'));
  const count = async (votes) => {
    await fill(chair, { way: 'hands', ballots: '9', counted_by: 'Jytte Hedemand og Niels Kongsted' });
    for (const [name, n] of Object.entries(votes)) await chair.locator('main').getByLabel(name).fill(String(n));
  };
  await count({ [three[0]]: 8, [three[1]]: 6, [three[2]]: 3 });
  await month.see(chair, 'stemmerne tælles');
  await press(chair.locator('main form .btn').first());
  await month.see(chair, 'valget er afgjort');
  // Two have the same number: the lot decides who is the alternate.
  const two = [VOLUNTEERS.mogens.name, VOLUNTEERS.gudrun.name];
  await elect('alternate', 1, two);
  await follow(chair, say('association-count'));
  await count({ [two[0]]: 4, [two[1]]: 4 });
  await press(chair.locator('main form .btn').first());
  await follow(chair, say('association-lot'));
  await chair.locator('main').getByLabel(two[1]).check();
  await fill(chair, { note: 'Jytte Hedemand trak en seddel af en hat.' });
  await month.see(chair, 'lodtrækning om en suppleant');
  await press(chair.locator('main form .btn').first());
  await go('');
  for (const name of [VOLUNTEERS.ellen.name, three[0], three[1], two[1]]) {
    assert.ok(await chair.locator('section', { has: chair.locator('#elections') }).locator('li', { hasText: name }).getByText(say('association-elected')).count(), `${name} is elected`);
  }

  await go('/beslutning');
  await fill(chair, { title: 'Åbent om lørdagen', ayes: '7', noes: '2', counted_by: 'Jytte Hedemand' });
  await month.see(chair, 'en beslutning');
  await press(chair.locator('main form .btn').first());
  await go('/referat');
  await month.see(chair, 'referatet skrives');
  await press(chair.locator('main form .btn').first());
  await send(chair, say('association-close-button'));
  await month.see(chair, 'generalforsamlingen er holdt');
  await chair.goto(`${month.home}/forening/bestyrelse`);
  for (const name of [VOLUNTEERS.ellen.name, three[0], three[1]]) await t.says(chair, name);
  await month.see(chair, 'den nye bestyrelse');
  // The new chair takes over: the minutes are theirs to approve.
  const ellen = month.people.get('ellen');
  await ellen.press(here, `${here}/godkend`);
  await go('');
  await t.says(chair, new RegExp(say('association-approved', { date: '.*' })));
}
