// Month 3: ideas, from home and from the hall. Those that say the same are put together, and two begin at once.
import assert from 'node:assert/strict';
import { fill, follow, send } from '../forms.mjs';
import { personas } from '../words.mjs';
import { commit } from './04-dialogue.mjs';

const WATER = 'En vandpost ved bolværket';
const LAMPS = 'Lamperne på molen skal virke igen';

/** From home: one at a window, others without; what is like something that is there is shown first. */
export async function write(year) {
  const { t, say } = year;
  const to = `${year.home}/ideer/ny`;
  const freja = await year.as('citizen');
  await freja.goto(to);
  await fill(freja, { title: WATER, text: 'Så skal man ikke købe vand for 30 kroner.' });
  await year.see(freja, 'skriv en idé');
  await send(freja, say('ideas-send'));
  await t.says(freja, say('done-idea-written'));
  for (const [key, title] of [['poul', 'Vandposter ved bolværket og på pladsen'], ['inger', LAMPS], ['villads', 'Et sted at sidde, mens man venter på bussen']]) {
    const person = await year.person(key);
    const html = await person.send(to, { title });
    if (html.includes(say('ideas-look-first'))) await person.sendOn(html, to);
  }
}

/** In the hall: a code on the screen, telephones, and notes on the wall. */
export async function hall(year) {
  const { t, say } = year;
  await year.goTo(83, '16:10');
  const facilitator = await year.as('facilitator');
  await facilitator.goto(`${year.home}/ideer/salen`);
  await fill(facilitator, { question: 'Hvad kan gøre natten på havnen bedre?' });
  await send(facilitator, say('ideas-hall-open'));
  await t.says(facilitator, say('done-hall-opened'));
  const address = new URL(facilitator.url()).pathname;
  const code = await facilitator.locator('.hall-address a').getAttribute('href');
  const phone = await t.nobody('en telefon i salen');
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(code);
  await year.see(phone, 'telefonen i salen');
  for (const title of ['Lys på molen', 'Musik, man kan danse til, uden at købe noget', 'Natteravne ved stationen']) {
    await fill(phone, { title });
    await send(phone, say('ideas-say-send'));
    await t.says(phone, say('done-idea-handed-in'));
  }
  await facilitator.goto(address);
  await t.says(facilitator, say('ideas-hall-waiting', { n: 3 }));
  await year.see(facilitator, 'idéer fra salen venter');
  await send(facilitator, say('ideas-hall-show-all', { n: 3 }));
  await t.says(facilitator, say('done-hall-let-in'));
  const screen = await t.nobody('skærmen i salen');
  await screen.goto(`${address}/skaerm`);
  await t.says(screen, 'Lys på molen');
  await year.see(screen, 'skærmen i salen');
  await facilitator.goto(address);
  await send(facilitator, say('ideas-hall-close'));
  await t.says(facilitator, say('done-hall-closed'));

  await facilitator.goto(`${year.home}/ideer/sedler`);
  await fill(facilitator, { way: 'hall', notes: 'Flere skraldespande\nEn scene i den gamle dok\nEn bus til Lyngholt om natten\nEt telefonnummer, naboerne kan ringe til' });
  await send(facilitator, say('ideas-notes-look'));
  await t.says(facilitator, say('ideas-notes-check', { n: 4 }));
  await year.see(facilitator, 'sedlerne fra væggen');
  await send(facilitator, say('ideas-notes-save'));
  await t.says(facilitator, say('done-ideas-noted'));
}

/** A page of the idea with this title. */
async function idea(year, page, title) {
  await page.goto(`${year.home}/ideer?q=${encodeURIComponent(title)}`);
  await follow(page, title);
  return new URL(page.url()).pathname;
}

/** Two that say the same become one, and both who wrote them stand there. */
export async function merge(year) {
  const { t, say } = year;
  const facilitator = await year.as('facilitator');
  for (const [title, words, other] of [[WATER, 'vandposter', /Vandposter ved bolværket og/], [LAMPS, 'lys molen', /Lys på molen/]]) {
    const path = await idea(year, facilitator, title);
    await facilitator.goto(`${path}/saml?q=${encodeURIComponent(words)}`);
    await facilitator.locator('main').getByRole('checkbox', { name: other }).check();
    if (title === WATER) await year.see(facilitator, 'læg idéer sammen');
    await send(facilitator, say('ideas-merge'));
    await t.says(facilitator, say('done-ideas-merged'));
    if (title === WATER) for (const name of [personas.citizen.name, 'Poul Erik Rask']) await t.says(facilitator, new RegExp(name));
  }
}

/** Two ideas need no recommendation: somebody says in the hall that they will do it. */
export async function beginAtOnce(year) {
  const { t, say } = year;
  const { doer, facilitator: helper } = personas;
  const page = await year.as('facilitator');
  const water = await idea(year, page, WATER);
  await follow(page, say('ideas-begin'));
  const option = (name) => page.locator('main [name=counterpart] option').filter({ hasText: name }).getAttribute('value');
  await page.locator('main [name=doer]').selectOption({ label: say('commitments-other') });
  await page.locator('summary').filter({ hasText: say('commitments-doer-other') }).click();
  await fill(page, { doer_name: doer.name, doer_email: doer.email, counterpart: await option(helper.name), due_on: year.day(113).typed, hours: '8' });
  await year.see(page, 'en idé begynder med det samme');
  await send(page, say('commitments-save'));
  await t.says(page, say('done-commitments-made'));
  year.quick = [new URL(page.url()).pathname];
  const lamps = await idea(year, page, LAMPS);
  year.quick.push(await commit(year, { what: LAMPS, from: lamps.split('/').pop(), doer: { name: 'Birthe Havgaard' }, due_on: year.day(123).typed, hours: '8' }));
  year.ideas = [water, lamps];
}

/** Three days later they are under way, and everybody can see how long it took. */
export async function underWay(year) {
  const { t, say } = year;
  await year.goTo(86);
  const hassan = await year.as('doer');
  await hassan.goto(year.quick[0]);
  await fill(hassan, { status: 'started', text: 'Vandværket kommer på torsdag.', hours: '2' });
  await send(hassan, say('commitments-tell-send'));
  await t.says(hassan, say('done-commitments-told'));
  await (await year.person('birthe')).send(year.quick[1], { status: 'started', text: 'Vi har fundet fejlen.', hours: '1' }, { to: `${year.quick[1]}/fortael` });
  const stranger = await t.nobody('en fremmed');
  for (const path of year.ideas) {
    await stranger.goto(path);
    await stranger.locator('.idea-span').getByText(/^Fra idé til i gang: \d+ dage$/).waitFor();
  }
  await year.see(stranger, 'fra idé til i gang');
  await stranger.goto(`${year.home}/ideer`);
  await t.says(stranger, say('ideas-median-title'));
  await year.see(stranger, 'idéerne');
}

/** Ten days later both are done. */
export async function finished(year) {
  const { t, say } = year;
  const hassan = await year.as('doer');
  await hassan.goto(year.quick[0]);
  await fill(hassan, { status: 'done', text: 'Den står der. Den første aften blev der tappet 60 liter.', hours: '6' });
  await send(hassan, say('commitments-tell-send'));
  await t.says(hassan, say('done-commitments-told'));
  await year.see(hassan, 'det første er gjort');
  await (await year.person('birthe')).send(year.quick[1], { status: 'done', text: 'Alle ni lyser.', hours: '5' }, { to: `${year.quick[1]}/fortael` });
  const stranger = await t.nobody('en fremmed');
  await stranger.goto(`${year.home}/aftaler`);
  await t.says(stranger, say('commitments-count-done', { n: 2 }));
  assert.equal(await stranger.locator('#commitments tbody tr').count(), 2);
}
