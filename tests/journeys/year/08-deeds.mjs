// Months 9 to 11: what was approved becomes commitments, and people tell how it goes.
import assert from 'node:assert/strict';
import { fill, follow, send } from '../forms.mjs';
import { personas } from '../words.mjs';
import { CITIZENS, POLITICIANS } from './cast.mjs';
import { commit } from './04-dialogue.mjs';

/** What is promised as a result of which recommendation, by whom, by which day of the year; how it ends. */
const DEEDS = [
  [1, 'Pakhuset er åbent for unge hver fredag', { name: 'Freja Nørby Hansen' }, 300, 'done'],
  [1, 'Pakhuset er åbent for unge hver lørdag', { name: 'Villads Storm' }, 335, 'started'],
  [2, 'Stien til stationen har lys hele vejen', { name: 'Bodil Kajsen', email: 'bodil.kajsen@proeveby.example' }, 310, 'late'],
  [3, 'Natbussen kører til klokken tre i tre måneder', personas.doer, 340, 'started'],
  [4, 'De første 20 natteværter er uddannet', { name: 'Poul Erik Rask' }, 350, 'started'],
  [5, 'Barer og naboer har skrevet under på en aftale', { name: 'Birthe Havgaard' }, 345, 'waiting'],
  [7, 'Der står otte skraldespande ved bolværket', { name: 'Tue Skipper Holm' }, 295, 'done'],
  [12, 'Der er en tegning af scenen i den gamle dok', { name: 'Signe Holt' }, 355, 'agreed'],
];

export async function promise(year) {
  const { t, say } = year;
  await year.goTo(264);
  await year.moveOn(); // from the decision to the deeds
  const page = await year.as('secretary');
  year.deeds = [];
  for (const [number, what, doer, day, ends] of DEEDS) {
    const { id, title } = year.recommendations[number - 1];
    const values = { what, due_on: year.day(day).typed, hours: '40', money: '5.000' };
    if (year.deeds.length) year.deeds.push({ what, doer, ends, day, path: await commit(year, { doer, from: id, ...values }) });
    else {
      await page.goto(`${year.home}/anbefalinger/${id}`);
      await follow(page, say('recommendations-make-commitment'));
      await t.says(page, title);
      const option = (list, name) => page.locator(`main [name=${list}] option`).filter({ hasText: name }).getAttribute('value');
      await fill(page, { ...values, doer: await option('doer', doer.name), counterpart: await option('counterpart', personas.facilitator.name) });
      await year.see(page, 'lav en aftale');
      await send(page, say('commitments-save'));
      await t.says(page, say('done-commitments-made'));
      year.deeds.push({ what, doer, ends, day, path: new URL(page.url()).pathname });
    }
  }
  await page.goto(`${year.home}/aftaler`);
  assert.equal(await page.locator('#commitments table tbody tr').count(), 10, 'eight of the recommendations and two that began at once');
  await year.see(page, 'aftalerne');
}

const TOLD = {
  started: { status: 'started', text: 'Vi er i gang. De første har meldt sig.', hours: '7' },
  waiting: { status: 'waiting', text: 'Fem barer har skrevet under, to mangler.', waiting_for: 'de to sidste barer', hours: '3' },
  done: { status: 'done', text: 'Det er gjort. Tak til alle, der kom.', hours: '12', money: '4.000' },
};

/** Each tells how it goes; one by one at a window, the others not. */
export async function tell(year) {
  const { t, say } = year;
  await year.goTo(292);
  const key = (name) => Object.keys(CITIZENS).find((k) => CITIZENS[k].name === name);
  const report = async (deed, values) => (await year.person(key(deed.doer.name))).send(deed.path, values, { to: `${deed.path}/fortael` });
  const hassan = await year.as('doer');
  await hassan.goto('/min-side');
  await year.see(hassan, 'udførerens egen side');
  const bus = year.deeds[3];
  await hassan.goto(bus.path);
  await fill(hassan, TOLD.started);
  await year.see(hassan, 'fortæl hvordan det går');
  await send(hassan, say('commitments-tell-send'));
  await t.says(hassan, say('done-commitments-told'));
  const freja = await year.as('citizen');
  await freja.goto(year.deeds[0].path);
  await fill(freja, TOLD.done);
  await send(freja, say('commitments-tell-send'));
  await t.says(freja, say('done-commitments-told'));
  for (const deed of year.deeds.filter((d) => key(d.doer.name))) await report(deed, TOLD[deed.ends]);
}

/** A promise is late: everybody can see it. Then it is done after all. */
export async function oneIsLate(year) {
  const { t, say } = year;
  await year.goTo(322);
  const light = year.deeds[2];
  const stranger = await t.nobody('en fremmed');
  await stranger.goto(`${year.home}/aftaler`);
  await t.says(stranger, say('commitments-count-late', { n: 1 }));
  await stranger.locator('tr').filter({ hasText: light.what }).getByText(say('status-late', { n: 322 - light.day })).first().waitFor();
  await year.see(stranger, 'aftalerne, en er over tiden');
  const secretary = await year.as('secretary');
  await secretary.goto('/overblik?mine=ja');
  await secretary.locator('table.overview tr').filter({ hasText: year.title }).getByText(say('glance-commitments-late', { late: 1 })).waitFor();

  // The one who promised it has never been here: a mail with a code lets her in.
  const bodil = await year.person('bodil', light.doer);
  await bodil.send(light.path, { status: 'waiting', text: 'Lamperne er bestilt. De kommer om tre uger.', waiting_for: 'lamperne', hours: '9' }, { to: `${light.path}/fortael` });
  await stranger.goto(light.path);
  await t.says(stranger, 'Lamperne er bestilt. De kommer om tre uger.');
  await year.see(stranger, 'aftalen er over tiden');
}

/** Before the year is over all but one are done. */
export async function keepPromises(year) {
  const { say, t } = year;
  await year.goTo(341);
  const hassan = await year.as('doer');
  for (const deed of year.deeds.filter(({ ends }) => ends !== 'done')) {
    const values = deed.ends === 'waiting' ? { status: 'waiting', text: 'Den sidste bar skriver under til foråret.', waiting_for: 'den sidste bar' } : TOLD.done;
    if (deed.doer.email && deed.doer.name === personas.doer.name) {
      await hassan.goto(deed.path);
      await fill(hassan, values);
      await send(hassan, say('commitments-tell-send'));
      await t.says(hassan, say('done-commitments-told'));
    } else await (await teller(year, deed)).send(deed.path, values, { to: `${deed.path}/fortael` });
  }
  const stranger = await t.nobody('en fremmed');
  await stranger.goto(`${year.home}/aftaler`);
  await t.says(stranger, say('commitments-count-done', { n: 9 }));
  await year.see(stranger, 'ni af ti er gjort');
}

/** Whoever promised it. */
function teller(year, { doer }) {
  const of = (people) => Object.keys(people).find((key) => people[key].name === doer.name);
  return year.person(of(CITIZENS) ?? of(POLITICIANS) ?? 'bodil', doer);
}
