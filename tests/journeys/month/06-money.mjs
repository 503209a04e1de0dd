// The till: the month's entries, a mistake taken back, a sale at the counter, the activity fund from application to report, and the month closed.
import assert from 'node:assert/strict';
import { fill, press, send } from '../forms.mjs';

export async function fund(month) {
  const { say } = month;
  await month.goTo(12, '10:00');
  const kasse = `${month.home}/kasse`;
  const treasurer = await month.as('citizen');
  const save = async (page) => {
    await press(page.locator('main form .btn').first());
    assert.equal(await page.locator('.error-summary').count(), 0, `${page.url()} took what was written`);
  };
  const enter = async (values, picture) => {
    await treasurer.goto(`${kasse}/bilag`);
    const account = await treasurer.locator('main [name=account] option', { hasText: values.account }).first().getAttribute('value');
    await fill(treasurer, { way: values.way, amount: values.amount, text: values.text, on_day: month.day(12).typed, account });
    if (picture) await month.see(treasurer, picture);
    await save(treasurer);
  };
  // The dues fall due after the general meeting: until then everybody may vote.
  await treasurer.goto(`${month.home}/forening/kontingent/ny`);
  await fill(treasurer, { name: 'Næste år', amount: '100', due_on: month.day(40).typed });
  await month.see(treasurer, 'kontingent');
  await save(treasurer);
  await treasurer.goto(`${kasse}/konti/ny`);
  await fill(treasurer, { number: '1480', name: 'Bustur til havet', way: 'in' });
  await month.see(treasurer, 'en ny konto');
  await save(treasurer);
  await treasurer.goto(`${kasse}/takst`);
  await fill(treasurer, { fee: 'Kaffe', amount: '10' });
  await month.see(treasurer, 'en ny takst');
  await save(treasurer);
  await enter({ way: 'in', amount: '20.000', text: 'Første rate af tilskuddet', account: 'Tilskud' }, 'et bilag');
  await enter({ way: 'in', amount: '55', text: 'Tastet forkert', account: 'Bustur' });

  // What was wrong is taken back by an entry of its own; nothing is ever erased.
  await treasurer.goto(`${kasse}/bog`);
  const wrong = await treasurer.locator('main a[href$="/ret"]').evaluateAll((all) => all.map((a) => new URL(a.href).pathname));
  assert.equal(wrong.length, 2);
  for (const path of wrong) {
    await treasurer.goto(path);
    if (!(await treasurer.locator('main').innerText()).includes('Tastet forkert')) continue;
    await fill(treasurer, { why: 'Det var en kvittering fra et andet hus.' });
    await month.see(treasurer, 'et bilag tilbageføres');
    await save(treasurer);
  }
  await treasurer.goto(`${kasse}/disken`);
  await press(treasurer.locator('main form button[name=one]').first());
  await treasurer.goto(`${kasse}/bog`);
  await month.see(treasurer, 'kassebogen');

  // The fund: set aside, applied for, granted in part, paid out, told of.
  const chair = await month.as('doer');
  await chair.goto(`${kasse}/pulje/afsaet`);
  await fill(chair, { amount: '6.000' });
  await save(chair);
  const rigmor = month.people.get('rigmor');
  await rigmor.send(`${kasse}/pulje/ansoeg`, { group: 'Strik og snak', purpose: 'Garn til en udstilling.', amount: '1.200' });
  await chair.goto(`${kasse}/pulje`);
  const application = await chair.locator('main a[href*="/kasse/ansoegning/"]').first().getAttribute('href');
  await chair.goto(`${application}/svar`);
  await fill(chair, { granted: '1.000', reason: 'Vi køber garnet sammen.' });
  await month.see(chair, 'bestyrelsen svarer');
  await save(chair);
  await treasurer.goto(application);
  await send(treasurer, say('accounts-pay-out'));
  await treasurer.goto(`${application}/rapport`);
  await fill(treasurer, { report: 'Udstillingen blev set af 60.', spent: '900' });
  await month.see(treasurer, 'hvad pengene gik til');
  await save(treasurer);
  await treasurer.goto(application);
  await send(treasurer, say('accounts-take-back'));
  await month.see(treasurer, 'penge fra puljen, fulgt til ende');
  await treasurer.goto(kasse);
  await month.see(treasurer, 'kassen');
}

/** The month is closed by counting: the book says what there should be. */
export async function closeMonth(month) {
  const { say, t } = month;
  await month.goTo(44);
  const treasurer = await month.as('citizen');
  await treasurer.goto(`${month.home}/kasse/maaned`);
  const due = (await treasurer.locator('main').innerText()).match(/([\d.]+(?:,\d\d)?)\s*kr/)[1];
  await fill(treasurer, { counted: due });
  await month.see(treasurer, 'måneden tælles op');
  await press(treasurer.locator('main form .btn').first());
  await t.says(treasurer, say('done-accounts-closed'));
}
