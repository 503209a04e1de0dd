// A year of a task committee, from the council's question to what came of it: 24 people, six meetings, a replaced member, twelve
// recommendations of which three are rejected and one is answered too late, eight commitments and two things that began at once.
// The program's clock is put ahead from month to month. Each chapter is a file in year/.
import { against, journey, picturesAlways } from './harness.mjs';
import { comeForward, describeSeats, found, inviteCouncil, openCall, othersComeForward } from './year/01-call.mjs';
import { appoint, drawLots, giveRoles, readFrame } from './year/02-team.mjs';
import { approveDialogueMeeting, cancelAndReplace, dialogueMeeting, firstMeeting, moveDialogueMeeting, ordinaryMeeting, planMeetings } from './year/03-meetings.mjs';
import { closeDialogue, openDialogue, vote } from './year/04-dialogue.mjs';
import { beginAtOnce, finished, hall, merge, underWay, write } from './year/04-ideas.mjs';
import { changeFrame, replace } from './year/05-change.mjs';
import { DECIDED, draft, submit } from './year/06-recommendations.mjs';
import { answer, overdue } from './year/07-answers.mjs';
import { keepPromises, oneIsLate, promise, tell } from './year/08-deeds.mjs';
import { close, follow, lookAtEverything } from './year/09-end.mjs';
import { Year } from './year/calendar.mjs';
import { CITIZENS } from './year/cast.mjs';
import { inTurn } from './year/chapters.mjs';

against('demo', { more: () => ['--movable-clock'] });
picturesAlways();

journey('A year of a task committee', { timeout: 1_500_000 }, async (t) => {
  const year = new Year(t);
  try {
    await year.begin();
    await play(year);
  } finally {
    await year.end();
  }
});

const wantsOf = (key) => CITIZENS[key]?.wants;

async function play(year) {
  const chapter = (name, ...steps) => inTurn(year, name, steps);
  await chapter('month 1: the call', found, inviteCouncil, describeSeats, openCall, comeForward, othersComeForward);
  await chapter('month 1: the team', drawLots, appoint, (y) => readFrame(y, 1), giveRoles, planMeetings, (y) => y.look('begyndelsen', ['', 'pladser']));
  await chapter('month 2: the first meeting, and everybody is asked', firstMeeting, openDialogue, (y) => vote(y, wantsOf));
  await chapter('month 3: the public meeting, and ideas', moveDialogueMeeting, write, hall, dialogueMeeting, merge, beginAtOnce, underWay, approveDialogueMeeting, finished);
  await chapter('month 4: one leaves, and the task changes', replace, (y) => ordinaryMeeting(y, y.meetings[1], 115, {
    away: ['mads'],
    items: [{ title: 'Det hørte vi på kajen', minutes: '60' }, { title: 'Hvad mangler vi at vide?', minutes: '45' }],
    said: ['Ideerne blev lagt i fire bunker: lys, hjem, støj og steder.', 'Politiet kommer med tal næste gang.'],
    decisions: [{ item: 1, decision: DECIDED, about: 'Emner' }],
  }), changeFrame, (y) => readFrame(y, 2));
  await chapter('months 5 and 6: a meeting is called off, and twelve recommendations are written', cancelAndReplace, (y) => ordinaryMeeting(y, y.extraMeeting, 157, {
    away: ['inger'],
    items: [{ title: 'Anbefalingerne, første gang', minutes: '120' }],
    said: ['Vi skriver hver én og læser hinandens.'],
    decisions: [{ item: 1, decision: 'Vi skriver 12 anbefalinger.', about: 'Anbefalinger' }],
  }), closeDialogue, draft, (y) => y.look('midtvejs', ['', 'anbefalinger']));
  await chapter('month 6: they are handed over', (y) => ordinaryMeeting(y, y.meetings[3], 180, {
    away: ['tue', 'signe'],
    items: [{ title: 'Anbefalingerne, sidste gang', proposal: 'At vi sender dem.', minutes: '120' }],
    said: ['Alle blev læst højt.'],
    decisions: [{ item: 1, decision: 'De 12 anbefalinger bliver sendt til byrådet.', about: 'Aflevering' }],
  }), submit);
  await chapter('months 8 and 9: the council answers', answer, overdue);
  await chapter('months 9 to 11: the deeds', promise, tell, oneIsLate, (y) => ordinaryMeeting(y, y.meetings[4], 330, {
    away: [],
    items: [{ title: 'Hvad lærte vi?', minutes: '90' }],
    said: ['Vi skulle have spurgt naboerne før. Resten ville vi gøre igen.'],
    decisions: [{ item: 1, decision: 'Udvalget mødes igen om et år og ser, hvordan det går.', about: 'Læring' }],
  }), keepPromises);
  await chapter('month 12: what became of it', (y) => y.goTo(352), follow, lookAtEverything, close);
}
