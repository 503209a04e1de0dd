// Months 2 and 3: everybody is asked, and what is plainly good begins at once.
import assert from 'node:assert/strict';
import { fill, follow, press, send } from '../forms.mjs';
import { personas } from '../words.mjs';
import { POLITICIANS } from './cast.mjs';
import { formOf, textOf } from './html.mjs';
import { until } from './people.mjs';

const STATEMENTS = [
  'Der skal være lys hele vejen til stationen',
  'Barerne skal lukke tidligere',
  'Man skal kunne komme hjem uden bil',
  'Der mangler steder, hvor man ikke skal drikke',
  'Naboerne skal høres, før der kommer flere barer',
  'Frivillige i natten gør mere end flere vagter',
  'Musikken må gerne kunne høres i byen',
];
const PROPOSED = 'Der skal være vand, man kan drikke, uden at stå i kø ved en bar';

export async function openDialogue(year) {
  const { t, say } = year;
  await year.goTo(58);
  await year.moveOn(); // from the team to the dialogue
  const page = await year.as('facilitator');
  await page.goto(`${year.home}/dialog`);
  await follow(page, say('dialogue-new'));
  await fill(page, { question: 'Hvad gør en nat på havnen god?', description: 'Udvalget læser alt og bruger det til anbefalingerne.', seeds: STATEMENTS.join('\n') });
  await send(page, say('dialogue-save'));
  await t.says(page, say('done-dialogue-written'));
  year.dialogue = new URL(page.url()).pathname;
  await send(page, say('dialogue-open'));
  await t.says(page, say('done-dialogue-open'));
}

/** What somebody thinks: the young want to go out, the neighbours to sleep, and most want to get home. */
function opinion(text, wants) {
  if (/lys|hjem|vand/.test(text)) return 'agree';
  const young = ['young', 'night'].includes(wants);
  if (/lukke tidligere|høres, før/.test(text)) return young ? 'disagree' : 'agree';
  if (/Musikken/.test(text)) return young ? 'agree' : 'disagree';
  return wants ? 'agree' : 'pass';
}

export async function vote(year, wantsOf) {
  const { t, say } = year;
  const freja = await year.as('citizen');
  await freja.setViewportSize({ width: 390, height: 844 });
  await freja.goto(`${year.dialogue}/stem`);
  await year.see(freja, 'stem på telefonen');
  const card = freja.locator('#vote h1');
  while (!(await freja.locator('.vote-done').count())) {
    const text = await card.innerText();
    await freja.locator(`.vote-buttons button[value=${opinion(text, 'young')}]`).click();
    await card.filter({ hasNotText: text }).waitFor();
  }
  await fill(freja, { text: PROPOSED });
  await send(freja, say('propose-send'));
  await t.says(freja, say('done-statement'));
  await freja.setViewportSize({ width: 1280, height: 900 });

  const facilitator = await year.as('facilitator');
  await facilitator.goto(`${year.dialogue}/behandl`);
  await year.see(facilitator, 'et forslag til et udsagn');
  await press(facilitator.getByRole('button', { name: say('moderate-accept') }));
  await t.says(facilitator, say('done-statement-in'));

  const to = `${year.dialogue}/stem`;
  for (const key of [...year.members, ...year.alternates, 'noah', 'aisha', ...Object.keys(POLITICIANS)]) {
    const person = await year.person(key);
    let html = await person.read(to);
    for (let n = 0; n < STATEMENTS.length + 1; n += 1) {
      const text = textOf(html.match(/<h1 tabindex="-1"[^>]*>([\s\S]*?)<\/h1>/)[1]);
      html = await person.choose(html, to, 'vote', opinion(text, wantsOf(key)));
    }
    assert.ok(!formOf(html, to), `${person.name} has answered everything`);
  }
  const all = 1 + year.members.length + year.alternates.length + 2 + Object.keys(POLITICIANS).length;
  await until('the map has everybody on it', async () => {
    await facilitator.goto(year.dialogue);
    return facilitator.getByText(new RegExp(`^${all} af ${all} `)).count();
  });
  await year.see(facilitator, 'hvor meningerne ligger');
}

/** Makes a commitment without a window; gives its address. */
export async function commit(year, { doer, from, ...values }) {
  const hands = await year.hands('secretary');
  const to = `${year.home}/aftaler/ny`;
  const form = await hands.read(from ? `${to}?fra=${from}` : to);
  const who = (name, list) => formOf(form, to).choices.get(list).find((o) => o.words.startsWith(name))?.value;
  const known = who(doer.name, 'doer');
  const other = known ? { doer: known } : { doer: 'other', doer_name: doer.name, doer_email: doer.email };
  await hands.sendOn(form, to, { ...other, counterpart: who(personas.facilitator.name, 'counterpart'), ...values });
  const list = await hands.read(`${year.home}/aftaler`);
  const row = [...list.matchAll(/(\/forloeb\/[^"]*\/aftaler\/[0-9a-f-]{36})">([^<]+)</g)].find(([, , words]) => textOf(words) === values.what);
  assert.ok(row, `the commitment ${values.what} is on the list`);
  return row[1];
}

/** Before anything is recommended the dialogue is closed; what was said stays there. */
export async function closeDialogue(year) {
  const { t, say } = year;
  const page = await year.as('facilitator');
  await page.goto(year.dialogue);
  await send(page, say('dialogue-close'));
  await t.says(page, say('done-dialogue-closed'));
}
