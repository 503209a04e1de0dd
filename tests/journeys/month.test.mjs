// A month in a house that its users run: forty tasks are handed over, a season comes of wishes, an activity is moved and a series
// changed, two hundred come on one day while the network is away for ten minutes, the week's poster is printed, and the
// association holds its general meeting. The program's clock is put ahead; each chapter is a file in month/.
import { against, journey } from './harness.mjs';
import { agree, finish, layOut, tryOut } from './month/02-handover.mjs';
import { assembly, call } from './month/05-assembly.mjs';
import { found, invite, rooms } from './month/01-house.mjs';
import { change, openSeason, publish, wish } from './month/03-programme.mjs';
import { fullDay, openKiosk, poster } from './month/04-day.mjs';
import { closeMonth, fund } from './month/06-money.mjs';
import { Year } from './year/calendar.mjs';
import { inTurn } from './year/chapters.mjs';

against('demo', { more: () => ['--movable-clock'] });

journey('A month in a house that its users run', { timeout: 900_000 }, async (t) => {
  const month = new Year(t);
  try {
    await month.begin();
    const chapter = (name, ...steps) => inTurn(month, name, steps);
    await chapter('day 0: the house', found, invite, rooms);
    await chapter('day 0: forty tasks', layOut, agree);
    await chapter('days 1 to 8: the season', openSeason, wish, publish);
    await chapter('day 9: the tasks are tried', tryOut);
    await chapter('day 10: the general meeting is called', call);
    await chapter('day 11: one is moved, a series is changed', change);
    await chapter('day 12: the money', fund);
    await chapter('day 17: a full house', openKiosk, fullDay, poster);
    await chapter('day 28: the tasks are handed over', finish);
    await chapter('day 30: the general meeting', assembly, (m) => m.look('slutningen', ['', 'overdragelse', 'program', 'forening']));
    await chapter('day 44: the month is over', closeMonth);
  } finally {
    await month.end();
  }
});
