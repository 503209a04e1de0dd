// A year of a task committee, from the council's question to what came of it: 24 people, six meetings, a replaced member, twelve
// recommendations of which three are rejected and one is answered too late, eight commitments and two things that began at once.
// The program's clock is put ahead from month to month. Each chapter is a file in year/.
import { against, journey } from './harness.mjs';
import { describeSeats, comeForward, found, inviteCouncil, openCall, othersComeForward } from './year/01-call.mjs';
import { appoint, drawLots, giveRoles, readFrame } from './year/02-team.mjs';
import { approveDialogueMeeting, cancelAndReplace, dialogueMeeting, firstMeeting, moveDialogueMeeting, ordinaryMeeting, planMeetings } from './year/03-meetings.mjs';
import { openDialogue, vote } from './year/04-dialogue.mjs';
import { beginAtOnce, finished, hall, merge, underWay, write } from './year/04-ideas.mjs';
import { changeFrame, replace } from './year/05-change.mjs';
import { DECIDED, draft, submit } from './year/06-recommendations.mjs';
import { answer, overdue } from './year/07-answers.mjs';
import { oneIsLate, promise, tell } from './year/08-deeds.mjs';
import { close, follow, lookAtEverything } from './year/09-end.mjs';
import { Year } from './year/calendar.mjs';
import { CITIZENS } from './year/cast.mjs';

against('demo', { more: () => ['--movable-clock'] });

journey('A year of a task committee', { timeout: 1_500_000 }, async (t) => {
  const year = new Year(t);
  try {
    await year.begin();
    await play(year);
  } finally {
    await year.end();
  }
});

async function play(year) {
  const [second, fourth, fifth] = [1, 3, 4];
  await chapter('month 1: the call', () => found(year), () => inviteCouncil(year), () => describeSeats(year), () => openCall(year), () => comeForward(year), () => othersComeForward(year));
  await chapter('month 1: the team', () => drawLots(year), () => appoint(year), () => readFrame(year, 1), () => giveRoles(year));
  await chapter('months 2 and 3: the first meeting, and everybody is asked', () => planMeetings(year), () => year.look('begyndelsen', ['', 'pladser']), () => firstMeeting(year), () => openDialogue(year), () => vote(year, (key) => CITIZENS[key]?.wants));
  await chapter('month 3: the public meeting, and ideas', () => moveDialogueMeeting(year), () => write(year), () => hall(year), () => dialogueMeeting(year), () => merge(year), () => beginAtOnce(year), () => underWay(year), () => approveDialogueMeeting(year), () => finished(year));
  await chapter('month 4: one leaves, and the task changes', () => replace(year), () => ordinaryMeeting(year, year.meetings[second], 115, {
    away: ['mads'],
    items: [{ title: 'Det hørte vi på kajen', minutes: '60' }, { title: 'Hvad mangler vi at vide?', minutes: '45' }],
    said: ['Ideerne blev lagt i fire bunker: lys, hjem, støj og steder.', 'Politiet kommer med tal næste gang.'],
    decisions: [{ item: 1, decision: DECIDED, about: 'Emner' }],
  }), () => changeFrame(year), () => readFrame(year, 2));
  await chapter('months 5 and 6: a meeting is called off, and twelve recommendations are written', () => cancelAndReplace(year), () => ordinaryMeeting(year, year.extraMeeting, 157, {
    away: ['inger'],
    items: [{ title: 'Anbefalingerne, første gang', minutes: '120' }],
    said: ['Vi skriver hver én og læser hinandens.'],
    decisions: [{ item: 1, decision: 'Vi skriver 12 anbefalinger.', about: 'Anbefalinger' }],
  }), () => draft(year), () => year.look('midtvejs', ['', 'anbefalinger']));
  await chapter('months 6 and 7: they are handed over', () => ordinaryMeeting(year, year.meetings[fourth], 180, {
    away: ['jonas', 'samira', 'mille', 'kasper'].filter((key) => year.members.includes(key)).slice(0, 1),
    items: [{ title: 'Anbefalingerne, sidste gang', proposal: 'At vi sender dem.', minutes: '120' }],
    said: ['Alle blev læst højt.'],
    decisions: [{ item: 1, decision: 'De 12 anbefalinger bliver sendt til byrådet.', about: 'Aflevering' }],
  }), () => submit(year));
  await chapter('months 8 and 9: the council answers', () => answer(year), () => overdue(year));
  await chapter('months 9 to 11: the deeds', () => promise(year), () => tell(year), () => oneIsLate(year), () => ordinaryMeeting(year, year.meetings[fifth], 330, {
    away: [],
    items: [{ title: 'Hvad lærte vi?', minutes: '90' }],
    said: ['Vi skulle have spurgt naboerne før. Resten ville vi gøre igen.'],
    decisions: [{ item: 1, decision: 'Udvalget mødes igen om et år og ser, hvordan det går.', about: 'Læring' }],
  }));
  await chapter('month 12: what became of it', () => year.goTo(352), () => follow(year), () => lookAtEverything(year), () => close(year));
}

/** Its steps in turn; where one fails, the chapter is named. */
async function chapter(name, ...steps) {
  const began = Date.now();
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      error.message = `${name}: ${error.message}`;
      throw error;
    }
  }
  if (process.env.JOURNEYS_TIMES) console.log(`  ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
}
