// Months 8 and 9: the council answers eleven, forgets one, is reminded, and answers it.
import assert from 'node:assert/strict';
import { fill, send } from '../forms.mjs';
import { personas } from '../words.mjs';
import { until } from './people.mjs';

const REASONS = {
  approved: 'Byrådet siger ja. Der er sat penge af på næste års budget.',
  partly: 'Byrådet siger ja til et forsøg hen over sommeren. Resten venter på, hvordan det går.',
  noted: 'Byrådet vil tænke det med, når der skal skrives ny politik.',
  rejected: 'Byrådet siger nej. Politiet har rådet fra det, og der er ikke penge til det.',
};

const path = (year, r) => `${year.home}/anbefalinger/${r.id}`;

/** 14 days before the date whoever answers is told; eleven are answered in a row. */
export async function answer(year) {
  const { t, say } = year;
  await year.goTo(227, '09:00');
  const { email } = personas.politician;
  const date = year.answerBy.shown;
  await year.mailbox.find(email, say('mail-answer-soon-subject', { space: year.title, n: 12, date }));
  const leyla = await year.as('politician');
  await leyla.goto(year.home);
  await year.see(leyla, 'byrådet skal svare');
  await leyla.goto(`${year.home}/anbefalinger/svar`);
  const hands = await year.hands('politician');
  for (const r of year.recommendations.filter(({ outcome }) => outcome)) {
    const to = `${path(year, r)}/svar`;
    const given = { outcome: r.outcome, reason: REASONS[r.outcome], meeting: 'Byrådet, punkt 9' };
    if (r.number > 1) {
      await hands.send(to, given);
      continue;
    }
    assert.equal(new URL(leyla.url()).pathname, to, 'one begins with the first');
    await fill(leyla, given);
    await year.see(leyla, 'svar på en anbefaling');
    await send(leyla, say('recommendations-answer-send-next'));
    await t.says(leyla, say('done-recommendations-answered-next'));
    await leyla.goto(year.home); // the form of the next would be loaded anew when its answer comes
  }
  const stranger = await t.nobody('en fremmed');
  await stranger.goto(`${year.home}/anbefalinger`);
  for (const [outcome, n] of [['approved', 4], ['partly', 2], ['noted', 2], ['rejected', 3]]) {
    assert.equal(await stranger.locator('#recommendations').getByText(say(`outcome-${outcome}`), { exact: true }).count(), n, outcome);
  }
  await year.see(stranger, 'elleve er besvaret');
  const rejected = year.recommendations.find((r) => r.outcome === 'rejected');
  await stranger.goto(path(year, rejected));
  await t.says(stranger, REASONS.rejected);
  await year.see(stranger, 'et nej og hvorfor');
}

/** The date passes: the pages say so to everybody, and the mails go to more and more. */
export async function overdue(year) {
  const { t, say } = year;
  await year.goTo(242, '09:00');
  const late = (days) => say('mail-answer-late-subject', { space: year.title, days });
  const { email } = personas.politician;
  const first = await year.mailbox.find(email, late(2));
  assert.match(first.text, new RegExp(year.answerBy.shown));
  // Not only those who answer: the secretary, the facilitator and the members are told too.
  for (const role of ['secretary', 'facilitator', 'citizen']) await year.mailbox.find(personas[role].email, late(2));
  const last = year.recommendations[11];
  const stranger = await t.nobody('en fremmed');
  await stranger.goto(path(year, last));
  await t.says(stranger, say('status-late', { n: 2 }));
  await t.says(stranger, say('recommendations-deadline-was', { date: year.answerBy.shown }));
  await year.see(stranger, 'anbefalingen uden svar');
  await stranger.goto(year.home);
  await stranger.locator('#aside .clock.late').getByText(say('status-late', { n: 2 })).waitFor();
  const secretary = await year.as('secretary');
  await secretary.goto('/overblik?mine=ja');
  const row = secretary.locator('table.overview tr').filter({ hasText: year.title });
  await row.getByText(say('glance-unanswered-late', { waiting: 1, days: 2 })).waitFor();
  await year.see(secretary, 'sekretærens overblik, over tiden');
  await year.look('over tiden', ['', 'anbefalinger', 'anbefalinger/opfoelgning?sent=ja']);

  // Fourteen days later it is said once more.
  await year.goTo(256, '09:00');
  const again = await year.mailbox.find(email, late(16));
  assert.notEqual(again.path, first.path);
  await year.mailbox.find(personas.secretary.email, late(16));
  const leyla = await year.as('politician');
  await leyla.goto(again.links.find((l) => l.endsWith('/anbefalinger/svar')));
  await fill(leyla, { outcome: 'approved', reason: 'Vi beklager, at svaret kom for sent. Byrådet siger ja til at tegne scenen.', meeting: 'Byrådet, punkt 4' });
  await send(leyla, say('recommendations-answer-send'));
  await t.says(leyla, say('done-recommendations-answered'));
  last.outcome = 'approved';
  await year.see(leyla, 'det sidste svar');
  await stranger.goto(`${year.home}/anbefalinger`);
  await t.says(stranger, say('recommendations-clock-all'));
  await stranger.goto(year.home);
  await t.says(stranger, say('recommendations-clock-done', { answered: 12, sent: 12 }));
  await secretary.goto('/overblik?mine=ja');
  await until('the overview says that all have an answer', async () => row.getByText(say('glance-unanswered-none', { all: 12 })).count());
}
