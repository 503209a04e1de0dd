// The whole thread in a new space: from the question the council asks to what came of it, done by five people and some
// who come by. Three times: in Danish, in English, and in Danish without JavaScript.
import assert from 'node:assert/strict';
import { fill, follow, press, send, turnedDown, typed } from './forms.mjs';
import { journey } from './harness.mjs';
import { day, fileOf, personas, words } from './words.mjs';

const PHONE = { width: 390, height: 844 };
// Everybody of the demonstration gets mail in Danish, and so does whoever has never been here.
const mailed = words('da');

const SEEDS = [
  'Hallen skal være åben for alle fredag aften',
  'Det er for dyrt at gå til noget',
  'Der mangler en bus hjem efter klokken 20',
  'Foreningerne skal have mere hjælp fra kommunen',
  'Man skal kunne låne udstyr på biblioteket',
  'Nye tilbud er vigtigere end nye bygninger',
  'Unge skal selv bestemme, hvad pengene går til',
];
const GOOD_IDEA = 'Skolernes værksteder kan åbnes om aftenen';
const NOT_OURS = 'Statsministeren skal holde mere ferie';

async function thread(t, { lang, javascript }) {
  const say = words(lang);
  const run = [lang, javascript ? 'js' : 'plain', Date.now().toString(36)].join('-');
  const c = {
    t,
    lang,
    say,
    javascript,
    title: `Fritid for alle ${run}`,
    newcomer: { name: 'Ny Nabo', email: `ny.nabo.${run}@borger.example` },
    required: say('form-required'),
  };
  await found(c);
  await writeFrame(c);
  await rewriteFrame(c);
  await invite(c);
  await sayYes(c);
  await readFrame(c);
  await giveRole(c);
  await openDialogue(c);
  await vote(c);
  await moderate(c);
  await seeMaps(c);
  await bringIn(c);
  await recommend(c);
  await answer(c);
  await promise(c);
  await report(c);
  await lookAround(c);
  await leave(c);
}

/** The tab of a tool in the space. */
const tab = (page, words_) => press(page.locator('nav.tabs').getByRole('link', { name: words_, exact: true }));

/** The secretary moves the space to its next step. */
async function moveOn(c) {
  const page = await c.t.as('secretary');
  await page.goto(c.home);
  await press(page.locator('form[action$="/trin"] button'));
  await c.t.says(page, c.say('done-stage'));
}

async function found(c) {
  const { t, say, required } = c;
  const page = await t.as('secretary');
  await page.goto('/forloeb');
  await follow(page, say('space-new'));
  await t.see(page, 'nyt forløb');
  await send(page, say('space-create'));
  await turnedDown(t, page, say, { recipe: required, title: required, summary: required });
  await t.see(page, 'nyt forløb, tomt');
  await fill(page, { summary: 'Alle skal kunne gå til noget i fritiden.' });
  await send(page, say('space-create'));
  await turnedDown(t, page, say, { recipe: required, title: required });
  assert.equal(await typed(page, 'summary'), 'Alle skal kunne gå til noget i fritiden.', 'what was typed is kept');
  await fill(page, { recipe: 'task_committee', title: c.title });
  await send(page, say('space-create'));
  await t.says(page, say('done-space'));
  c.home = new URL(page.url()).pathname;
  assert.equal(await page.locator('h1').innerText(), c.title);
  await t.says(page, say('space-no-sentence'));
  await t.see(page, 'forløbet, nyt');
}

async function writeFrame(c) {
  const { t, say, required } = c;
  const page = await t.as('secretary');
  c.frame = {
    one_sentence: 'Sammen finder vi ud af, hvordan alle kan gå til noget; pengene ligger fast, resten er åbent.',
    background: 'Hver fjerde ung i kommunen går ikke til noget.',
    task: 'Hvad holder folk væk? Hvad skal vi begynde med?',
    fixed: 'Budgettet for 2027.',
    open: 'Alt, hvad foreninger, skoler og haller gør sammen.',
    deliverable: 'Højst ti anbefalinger.',
    composition: 'Ti borgere og fem politikere.',
    timetable: 'Fem møder.',
    hours: '300',
    money: '12.500',
    rooms: 'Biblioteket.',
    staff: 'Line er facilitator.',
    answer_by: day(c.lang, 120).typed,
    standing_committee: 'Kultur- og Fritidsudvalget',
    legal_basis: '§ 17, stk. 4',
  };
  await follow(page, say('frame-write'));
  await t.see(page, 'skriv rammen');
  await fill(page, { ...c.frame, background: '' });
  await send(page, say('frame-saving', { version: 1 }));
  await turnedDown(t, page, say, { background: required });
  for (const [field, text] of Object.entries(c.frame)) {
    assert.equal(await typed(page, field), field === 'background' ? '' : text, `what was typed in ${field} is kept`);
  }
  await t.see(page, 'skriv rammen, et felt mangler');
  await fill(page, { background: c.frame.background });
  await send(page, say('frame-saving', { version: 1 }));
  await t.says(page, say('done-frame-written'));
  for (const text of [c.frame.one_sentence, c.frame.background, c.frame.open, day(c.lang, 120).shown]) await t.says(page, text);
  await t.says(page, c.lang === 'da' ? '12.500 kr.' : '12,500');
}

async function rewriteFrame(c) {
  const { t, say, required } = c;
  const page = await t.as('secretary');
  await follow(page, say('frame-rewrite'));
  await fill(page, { fixed: 'Budgettet for 2027 og hallernes åbningstider.' });
  await send(page, say('frame-saving', { version: 2 }));
  await turnedDown(t, page, say, { change_note: required });
  await t.see(page, 'ny udgave uden begrundelse');
  await fill(page, { change_note: 'Hallerne har fået faste tider.' });
  await send(page, say('frame-saving', { version: 2 }));
  await t.see(page, 'rammen, udgave 2');
  await follow(page, say('frame-compare', { from: 1, to: 2 }));
  await t.says(page, 'Hallerne har fået faste tider.');
  assert.match(await page.locator('ins').allInnerTexts().then((all) => all.join(' ')), /og hallernes åbningstider/);
  assert.equal(await page.locator('.diff').count(), 1, 'only what changed is shown');
  await t.see(page, 'sammenligning');
  // And one that takes something away.
  await page.goto(`${c.home}/ramme/skriv`);
  await fill(page, { fixed: 'Budgettet for 2027.', rooms: 'Biblioteket og hallen.', change_note: 'Tiderne er åbne igen.' });
  await send(page, say('frame-saving', { version: 3 }));
  await follow(page, say('frame-compare', { from: 2, to: 3 }));
  assert.match(await page.locator('del').allInnerTexts().then((all) => all.join(' ')), /og hallernes åbningstider/);
  assert.match(await page.locator('ins').allInnerTexts().then((all) => all.join(' ')), /og hallen/);
  c.version = 3;
}

async function invite(c) {
  const { t, say, newcomer } = c;
  const { citizen, politician, facilitator } = personas;
  const page = await t.as('secretary');
  await tab(page, say('team-tab'));
  await t.see(page, 'holdet, kun sekretæren');
  await follow(page, say('team-invite'));
  await t.see(page, 'invitér');
  const list = `${citizen.name}, ${citizen.email}\n\nIngen adresse her`;
  await fill(page, { role: 'member', many: list });
  await send(page, say('team-send'));
  await turnedDown(t, page, say, { many: say('team-line-no-email', { line: 3, text: 'Ingen adresse her' }) });
  assert.equal(await typed(page, 'many'), list, 'the list is kept');
  assert.equal(await typed(page, 'role'), 'member', 'the role is kept');
  await t.see(page, 'invitér, en linje er forkert');
  await fill(page, { many: `${citizen.name}, ${citizen.email}\n${newcomer.email}; ${newcomer.name}` });
  await send(page, say('team-send'));
  await t.says(page, say('done-invited'));
  for (const [role, { name, email }] of [['politician', politician], ['facilitator', facilitator]]) {
    await follow(page, say('team-invite'));
    await fill(page, { role, name, email });
    await send(page, say('team-send'));
    await t.says(page, say('done-invited'));
  }
  const waiting = page.locator('#waiting');
  await t.says(page, say('team-waiting', { n: 4 }));
  for (const { name, email } of [citizen, newcomer, politician, facilitator]) {
    await waiting.getByRole('listitem').filter({ hasText: name }).filter({ hasText: email }).waitFor();
  }
  await t.see(page, 'holdet, fire er inviteret');
}

async function sayYes(c) {
  const { t, say, newcomer } = c;
  const subject = mailed('mail-invitation-subject', { space: c.title });
  c.newcomerPage = await t.nobody('somebody new');
  const guests = [
    [await t.as('citizen'), personas.citizen, 'borger'],
    [await t.as('politician'), personas.politician],
    [await t.as('facilitator'), personas.facilitator],
    [c.newcomerPage, newcomer, 'en ny'],
  ];
  for (const [page, { name, email }, who] of guests) {
    const mail = await t.mail(subject, email);
    assert.match(mail.text, new RegExp(personas.secretary.name), 'the mail says who invites');
    await page.goto(mail.links[0]);
    await t.says(page, say('team-invitation-title', { space: c.title }));
    const newHere = page === c.newcomerPage;
    assert.equal(await page.getByText(say('team-signs-in', { name })).count(), newHere ? 1 : 0);
    if (who) await t.see(page, `invitation til ${who}`);
    await send(page, say('team-yes'));
    await t.says(page, say('done-accepted'));
    assert.equal(await page.locator('a.me').textContent(), `${say('nav-mine')} (${name})`, 'one is signed in now');
    // The link is used up; those it belongs to are led to the space.
    await page.goto(mail.links[0]);
    assert.equal(new URL(page.url()).pathname, c.home);
  }
  const mail = await t.mail(subject, newcomer.email);
  await t.see(mail.page, 'en mail i postkassen');
  const stranger = await t.nobody('a stranger');
  await stranger.goto(mail.links[0]);
  await t.says(stranger, say('team-accepted-title'));
  await t.see(stranger, 'en brugt invitation');
}

async function readFrame(c) {
  const { t, say, newcomer } = c;
  const secretary = await t.as('secretary');
  const people = [
    [await t.as('citizen'), personas.citizen],
    [await t.as('politician'), personas.politician],
    [c.newcomerPage, newcomer],
  ];
  const readers = secretary.locator('#readers');
  const missing = new Set(people.map(([, { name }]) => name));
  const check = async () => {
    await secretary.goto(`${c.home}/ramme`);
    await readers.getByText(say('frame-read-count', { read: people.length - missing.size, all: people.length, version: c.version })).waitFor();
    const notYet = readers.locator('h3').filter({ hasText: say('frame-has-not-read') }).locator('+ ul > li');
    assert.deepEqual(new Set(await notYet.allInnerTexts()), missing);
  };
  await check();
  // Whoever leads the space is not asked to say so.
  const facilitator = await t.as('facilitator');
  await facilitator.goto(`${c.home}/ramme`);
  assert.equal(await facilitator.getByRole('button', { name: say('frame-acknowledge') }).count(), 0);
  const [[citizen]] = people;
  await citizen.goto('/min-side');
  await t.says(citizen, say('frame-mine-read', { space: c.title }));
  await citizen.goto(c.home);
  await t.see(citizen, 'forløbet for en på holdet');
  for (const [page, { name }] of people) {
    await page.goto(`${c.home}/ramme`);
    if (page === c.newcomerPage) await t.see(page, 'rammen, ikke læst');
    await send(page, say('frame-acknowledge'));
    await t.says(page, say('done-frame-read'));
    missing.delete(name);
    await check();
  }
  await t.see(secretary, 'rammen, alle har læst');
  // What one's role does not allow is said, and leads on.
  await citizen.goto(`${c.home}/ramme/skriv`);
  await t.says(citizen, say('error-forbidden-title'));
  await t.see(citizen, 'det må man ikke');
}

async function giveRole(c) {
  const { t, say } = c;
  const page = await t.as('secretary');
  await tab(page, say('team-tab'));
  await t.see(page, 'holdet, samlet');
  await follow(page, say('team-give'));
  await send(page, say('team-give-button'));
  await turnedDown(t, page, say, { person: say('team-choose-person'), role: say('team-choose-role') });
  await t.see(page, 'giv en rolle mere, tomt');
  await page.locator('main [name=person]').selectOption({ label: personas.politician.name });
  await fill(page, { role: 'council' });
  await send(page, say('team-give-button'));
  await t.says(page, say('done-role'));
  await t.mail(mailed('mail-team-role-subject', { space: c.title }), personas.politician.email);
  await moveOn(c); // to the team
  await moveOn(c); // to the dialogue
}

async function openDialogue(c) {
  const { t, say } = c;
  const page = await t.as('facilitator');
  await page.goto(c.home);
  await tab(page, say('dialogue-tab'));
  await t.see(page, 'ingen dialog endnu');
  await follow(page, say('dialogue-new'));
  c.question = `Hvad skal der til, for at alle går til noget? ${c.title}`;
  await fill(page, { question: c.question, description: 'Svarene bruges af udvalget.', seeds: SEEDS.slice(0, 2).join('\n') });
  await send(page, say('dialogue-save'));
  await turnedDown(t, page, say, { seeds: say('dialogue-few-seeds', { n: 2 }) });
  assert.equal(await typed(page, 'question'), c.question);
  await t.see(page, 'ny dialog, for få udsagn');
  await fill(page, { seeds: SEEDS.map((text) => `- ${text}`).join('\n') });
  await send(page, say('dialogue-save'));
  await t.says(page, say('done-dialogue-written'));
  c.dialogue = new URL(page.url()).pathname;
  await t.see(page, 'dialogen som kladde');
  const citizen = await t.as('citizen');
  await citizen.goto(`${c.home}/dialog`);
  assert.equal(await citizen.locator('ul.board > li').count(), 0, 'a draft is not shown');
  await send(page, say('dialogue-open'));
  await t.says(page, say('done-dialogue-open'));
}

/** Answers every statement there is, from the page the visitor stands on; gives how many there were. */
async function answerAll(c, page, choose) {
  const card = page.locator('#vote h1');
  for (let n = 1; ; n += 1) {
    if (await page.locator('.vote-done').count()) return n - 1;
    await c.t.says(page, c.say('vote-count', { n, all: SEEDS.length }));
    const text = await card.innerText();
    await page.locator(`.vote-buttons button[value=${choose(text, n)}]`).click();
    await card.filter({ hasNotText: text }).waitFor();
  }
}

async function propose(c, page, text) {
  await fill(page, { text });
  await send(page, c.say('propose-send'));
}

async function vote(c) {
  const { t, say } = c;
  const citizen = await t.as('citizen');
  await citizen.setViewportSize(PHONE);
  const mail = await t.mail(mailed('mail-dialogue-open-subject', { space: c.title }), personas.citizen.email);
  await citizen.goto(mail.links[0]);
  await t.says(citizen, say('dialogue-start', { n: SEEDS.length }));
  await t.see(citizen, 'dialogen er åben');
  await follow(citizen, say('dialogue-todo-vote-button'));
  await t.see(citizen, 'stem');
  assert.equal(await answerAll(c, citizen, (text) => (text === SEEDS[0] ? 'agree' : text === SEEDS[1] ? 'disagree' : 'pass')), SEEDS.length);
  await t.says(citizen, say('vote-done', { n: SEEDS.length }));
  await t.see(citizen, 'stem, færdig');
  await propose(c, citizen, GOOD_IDEA);
  await t.says(citizen, say('done-statement'));
  await propose(c, citizen, NOT_OURS);
  await t.says(citizen, say('done-statement'));
  await propose(c, citizen, '');
  await t.says(citizen, c.required);
  await propose(c, citizen, `${SEEDS[2].toUpperCase()}!`);
  await t.says(citizen, say('dialogue-already-there'));
  assert.equal(await typed(citizen, 'text'), `${SEEDS[2].toUpperCase()}!`);
  await t.see(citizen, 'stem, udsagnet er her allerede');
  await citizen.setViewportSize({ width: 1280, height: 900 });

  const stranger = await t.nobody('a stranger');
  await stranger.goto(`${c.dialogue}/stem`);
  assert.equal(await answerAll(c, stranger, (text) => (text === SEEDS[0] ? 'agree' : 'disagree')), SEEDS.length);
  await stranger.getByRole('link', { name: say('vote-tell-me') }).waitFor();
  await propose(c, stranger, SEEDS[0]);
  await t.says(stranger, say('dialogue-already-there'));
  await changeLanguage(c, stranger);
  // Who has voted comes back to it.
  await stranger.goto(c.dialogue);
  await t.says(stranger, say('dialogue-all-answered'));
}

/** Changes the language and back on the voting page, where a statement was not accepted: one stays where one is. */
async function changeLanguage(c, page) {
  const at = new URL(page.url()).pathname;
  for (const lang of [c.lang === 'da' ? 'en' : 'da', c.lang]) {
    await press(page.locator('form.lang button'));
    if (!(await page.locator('#vote').count())) {
      c.t.wrong(page, `changing the language at ${at} leads to: ${(await page.locator('body').innerText()).split('\n').slice(-20).join(' ').slice(0, 120) || 'nothing'}`);
      await page.context().addCookies([{ name: 'sprog', value: c.lang, url: c.t.url }]);
      return;
    }
    await page.locator(`html[lang=${lang}]`).waitFor({ state: 'attached' });
  }
}

async function moderate(c) {
  const { t, say, required } = c;
  const page = await t.as('facilitator');
  const mail = await t.mail(mailed('mail-statement-subject', { space: c.title }), personas.facilitator.email);
  await page.goto(mail.links[0]);
  const card = (text) => page.locator('section.card').filter({ hasText: text });
  const reject = async (reason) => {
    const details = card(NOT_OURS).locator('details');
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    await details.locator('textarea').fill(reason);
    await press(details.getByRole('button', { name: say('moderate-reject-button') }));
  };
  await t.see(page, 'forslag til udsagn');
  await reject('');
  await card(NOT_OURS).getByText(required).waitFor();
  await t.see(page, 'forslag uden begrundelse');
  await reject('Det handler ikke om fritid hos os.');
  await t.says(page, say('done-statement-out'));
  await press(card(GOOD_IDEA).getByRole('button', { name: say('moderate-accept') }));
  await t.says(page, say('done-statement-in'));
  await t.says(page, say('moderate-is-in'));
  await t.says(page, say('moderate-is-out'));
  await t.see(page, 'forslag, alle besvaret');
  const { email } = personas.citizen;
  await t.mail(mailed('mail-statement-in-subject', { space: c.title }), email);
  const out = await t.mail(mailed('mail-statement-out-subject', { space: c.title }), email);
  assert.match(out.text, /Det handler ikke om fritid hos os\./, 'the mail says why');
  const citizen = await t.as('citizen');
  await citizen.goto(`${c.dialogue}/stem`);
  assert.equal(await citizen.locator('#vote h1').innerText(), GOOD_IDEA, 'the new statement is there for all');
}

async function seeMaps(c) {
  const { t, say } = c;
  const citizen = await t.as('citizen');
  const svg = citizen.locator('#map figure.map svg');
  for (const deadline = Date.now() + 20_000; ; await citizen.waitForTimeout(1_000)) {
    await citizen.goto(c.dialogue);
    if (await svg.count()) break;
    assert.ok(Date.now() < deadline, 'the map is drawn within 20 seconds');
  }
  await t.says(citizen, say('map-not-stable-title'));
  await citizen.locator('details').filter({ hasText: say('map-table', { n: SEEDS.length }) }).locator('summary').click();
  const row = citizen.locator('#map table tbody tr').filter({ hasText: SEEDS[0] });
  await row.getByText(say('map-cell', { agree: 100, disagree: 0, seen: 2 })).waitFor();
  await t.see(citizen, 'kortet, få mennesker');

  const stranger = await t.nobody('a stranger');
  await stranger.goto('/forloeb/naturen-omkring-os');
  await tab(stranger, say('dialogue-tab'));
  await press(stranger.locator('ul.board a').first());
  await groups(c, stranger);
  await t.see(stranger, 'kortet, mange mennesker');
}

/** The map of the imported conversation: groups, a picture, and the same in a table. */
async function groups(c, page) {
  const map = page.locator('#map');
  const letters = ['A', 'B'];
  assert.equal(await map.locator('figure svg path.om-hull').count(), letters.length, 'both groups are drawn');
  assert.match(await map.locator('figure svg desc').textContent(), /\b536\b.*\b2\b/, 'the picture says in words what it shows');
  for (const letter of letters) await map.getByRole('heading', { name: new RegExp(`^${c.say('map-group-letter', { letter })} `) }).waitFor();
  await map.locator('details').first().locator('summary').click();
  assert.ok((await map.locator('table tbody tr').count()) > 100, 'every statement is in the table');
  for (const letter of letters) await map.locator('th').filter({ hasText: c.say('map-group-letter', { letter }) }).waitFor();
}

async function bringIn(c) {
  const { t, say } = c;
  const page = await t.as('facilitator');
  const dialogues = async () => {
    await page.goto(`${c.home}/dialog`);
    return page.locator('ul.board > li').count();
  };
  const before = await dialogues();
  await follow(page, say('import-title'));
  await t.see(page, 'hent en dialog');
  const from = 'scoop-hivemind.biodiversity, Polis, CC BY 4.0';
  await fill(page, { question: 'Biodiversity in New Zealand', attribution: from, language: 'en' });
  const broken = 'timestamp,comment-id,voter-id,vote\n1,0,0,1\n2,0,1,perhaps\n3,,1,1\n';
  await page.locator('[name=votes]').setInputFiles({ name: 'votes.csv', mimeType: 'text/csv', buffer: Buffer.from(broken) });
  await send(page, say('import-send'));
  await turnedDown(t, page, say, { votes: say('import-problems', { n: 2 }) });
  assert.equal(await typed(page, 'question'), 'Biodiversity in New Zealand');
  assert.equal(await typed(page, 'attribution'), from);
  assert.equal(await typed(page, 'language'), 'en');
  const problems = await page.locator('.notice.error li').allInnerTexts();
  assert.equal(problems.length, 2);
  assert.match(problems[0], /votes\.csv.*\b3\b.*\bvote\b.*perhaps/);
  assert.match(problems[1], /votes\.csv.*\b4\b.*\bcomment-id\b/);
  if (c.lang === 'da' && problems.some((text) => /\b(line|there is no|does not fit|write)\b/.test(text))) {
    t.wrong(page, `what is wrong with the files is said in English on a Danish page: ${problems[0]}`);
  }
  await t.see(page, 'hent en dialog, fejl i filen');
  assert.equal(await dialogues(), before, 'nothing was stored');

  await follow(page, say('import-title'));
  await fill(page, { question: 'Biodiversity in New Zealand', attribution: from, language: 'en' });
  const folder = 'demo/conversations/scoop-hivemind.biodiversity';
  for (const name of ['votes', 'comments']) await page.locator(`[name=${name}]`).setInputFiles(fileOf(`${folder}/${name}.csv`));
  await send(page, say('import-send'), { timeout: 60_000 });
  await t.says(page, say('done-imported'));
  await t.says(page, from);
  await groups(c, page);
  assert.equal(await dialogues(), before + 1);
  await t.see(page, 'dialogerne');
}

async function recommend(c) {
  const { t, say, required } = c;
  const citizen = await t.as('citizen');
  await moveOn(c); // to the decision
  await citizen.goto(c.home);
  await tab(citizen, say('recommendations-tab'));
  await t.see(citizen, 'ingen anbefalinger');
  await follow(citizen, say('recommendations-write'));
  await fill(citizen, { title: 'Åbn værkstederne', text: 'Skolernes værksteder åbnes tirsdag aften.' });
  await send(citizen, say('recommendations-save'));
  await turnedDown(t, citizen, say, { reason: required });
  assert.equal(await typed(citizen, 'title'), 'Åbn værkstederne');
  assert.equal(await typed(citizen, 'text'), 'Skolernes værksteder åbnes tirsdag aften.');
  await t.see(citizen, 'anbefaling uden begrundelse');
  await fill(citizen, { reason: 'Alle, der svarede, var enige.' });
  await send(citizen, say('recommendations-save'));
  await t.says(citizen, say('done-recommendations-written'));
  c.recommendation = new URL(citizen.url()).pathname;
  await t.see(citizen, 'anbefaling, kladde');
  await follow(citizen, say('recommendations-edit'));
  c.advice = 'Åbn skolernes værksteder om aftenen';
  await fill(citizen, { title: c.advice });
  await t.see(citizen, 'ret anbefalingen');
  await send(citizen, say('recommendations-save'));
  assert.equal(await citizen.locator('h1').innerText(), say('recommendations-numbered', { number: 1, title: c.advice }));

  const facilitator = await t.as('facilitator');
  await facilitator.goto(c.recommendation);
  await send(facilitator, say('recommendations-submit'));
  await t.says(facilitator, say('done-recommendations-submitted'));
  // What is sent lies fast.
  await citizen.goto(`${c.recommendation}/ret`);
  await t.says(citizen, say('recommendations-not-draft-title'));
}

async function answer(c) {
  const { t, say, required } = c;
  const politician = await t.as('politician');
  const mail = await t.mail(mailed('mail-submitted-subject', { space: c.title, n: 1, number: 1 }), personas.politician.email);
  await politician.goto(mail.links[0]);
  await t.see(politician, 'anbefaling, venter på svar');
  await follow(politician, say('recommendations-answer-button'));
  await fill(politician, { meeting: 'Byrådet, punkt 7' });
  await send(politician, say('recommendations-answer-send'));
  await turnedDown(t, politician, say, { outcome: required, reason: required });
  await fill(politician, { outcome: 'approved' });
  await send(politician, say('recommendations-answer-send'));
  await turnedDown(t, politician, say, { reason: required });
  assert.ok(await politician.locator('#outcome-approved').isChecked(), 'the choice is kept');
  assert.equal(await typed(politician, 'meeting'), 'Byrådet, punkt 7');
  await t.see(politician, 'svar uden begrundelse');
  await fill(politician, { reason: 'Værkstederne står tomme om aftenen.' });
  await send(politician, say('recommendations-answer-send'));
  await t.says(politician, say('done-recommendations-answered'));
  for (const text of [say('outcome-approved'), 'Værkstederne står tomme om aftenen.', 'Byrådet, punkt 7', personas.politician.name]) {
    await politician.locator('#answer').getByText(text).first().waitFor();
  }
  await t.see(politician, 'anbefaling, besvaret');
  const told = await t.mail(mailed('mail-answer-approved-subject', { space: c.title, number: 1 }), personas.citizen.email);
  assert.match(told.text, /Værkstederne står tomme om aftenen\./);
}

async function promise(c) {
  const { t, say } = c;
  const { doer, facilitator } = personas;
  const page = await t.as('secretary');
  await moveOn(c); // to the deeds
  await page.goto(c.recommendation);
  await follow(page, say('recommendations-make-commitment'));
  await t.says(page, c.advice);
  await t.see(page, 'lav en aftale');
  c.what = `Værkstedet er åbent tirsdag aften ${c.title}`;
  const yesterday = day(c.lang, -1);
  await fill(page, { what: c.what, hours: '40', money: '2.500', rooms: 'Sløjdlokalet', due_on: yesterday.typed });
  await page.locator('main [name=doer]').selectOption({ label: say('commitments-other') });
  await page.locator('summary').filter({ hasText: say('commitments-doer-other') }).click();
  await fill(page, { doer_name: doer.name, doer_email: doer.email });
  const counterpart = await page.locator('main [name=counterpart] option').filter({ hasText: facilitator.name }).getAttribute('value');
  await fill(page, { counterpart });
  await send(page, say('commitments-save'));
  await turnedDown(t, page, say, { due_on: say('commitments-date-in-past', { date: yesterday.shown }) });
  assert.equal(await typed(page, 'what'), c.what);
  assert.equal(await typed(page, 'doer_email'), doer.email);
  assert.ok(await page.locator('main [name=doer_email]').isVisible(), 'the fields for somebody else stay open');
  assert.equal(await typed(page, 'counterpart'), counterpart);
  await t.see(page, 'lav en aftale, en dag der er gået');
  await fill(page, { due_on: day(c.lang, 30).typed });
  await send(page, say('commitments-save'));
  await t.says(page, say('done-commitments-made'));
  c.commitment = new URL(page.url()).pathname;
  for (const text of [doer.name, facilitator.name, day(c.lang, 30).shown, 'Sløjdlokalet', say('status-agreed')]) await t.says(page, text);
  await t.see(page, 'aftalen');
  await page.goto(`${c.home}/aftaler`);
  await t.see(page, 'aftalerne');
  await t.mail(mailed('mail-commitment-counterpart-subject', { space: c.title, what: c.what }), facilitator.email);
}

async function report(c) {
  const { t, say, required } = c;
  const page = await t.as('doer');
  const citizen = await t.as('citizen');
  const mail = await t.mail(mailed('mail-commitment-doer-subject', { space: c.title, what: c.what }), personas.doer.email);
  await page.goto(mail.links[0]);
  await t.says(page, c.what);
  await page.goto('/min-side');
  const promised = page.locator('section[aria-labelledby=promised] li').filter({ hasText: c.what });
  await promised.getByText(say('status-agreed')).waitFor();
  await t.see(page, 'min side, lovet');
  await press(promised.getByRole('link', { name: say('commitments-tell-button') }));
  await send(page, say('commitments-tell-send'));
  await turnedDown(t, page, say, { text: required });
  await t.see(page, 'fortæl, uden tekst');

  // Somebody looks at the space meanwhile.
  await citizen.goto(c.home);
  const deed = citizen.locator('#sections tr').filter({ hasText: c.what });
  await deed.getByText(say('status-agreed'), { exact: true }).waitFor();
  await citizen.evaluate(() => { document.documentElement.dataset.here = 'still'; });

  await fill(page, { status: 'started', text: 'Vi har fået nøglen.', hours: '4' });
  await send(page, say('commitments-tell-send'));
  await t.says(page, say('done-commitments-told'));
  await t.says(page, 'Vi har fået nøglen.');
  if (c.javascript) {
    await deed.getByText(say('status-started'), { exact: true }).waitFor({ timeout: 5_000 });
    await citizen.getByText(say('live-updated')).waitFor({ state: 'attached' });
    assert.equal(await citizen.evaluate(() => document.documentElement.dataset.here), 'still', 'the page was not loaded again');
  } else {
    await citizen.reload();
    await deed.getByText(say('status-started'), { exact: true }).waitFor();
  }
  await t.see(citizen, 'forløbet, i gang');
  const { email } = personas.citizen;
  const progress = await t.mail(mailed('mail-progress-subject', { space: c.title, what: c.what }), email);
  assert.match(progress.text, /Vi har fået nøglen\./);

  await fill(page, { status: 'done', text: 'Tolv kom den første aften.', hours: '6' });
  await send(page, say('commitments-tell-send'));
  await t.says(page, 'Tolv kom den første aften.');
  await t.says(page, say('commitments-used-of', { used: 10, all: 40 }));
  await t.see(page, 'aftalen, gjort');
  const done = await t.mail(mailed('mail-done-subject', { space: c.title, what: c.what }), email);
  await citizen.goto(done.links[0]);
  assert.equal(new URL(citizen.url()).pathname, c.commitment);
  await citizen.goto('/min-side');
  const came = citizen.locator('section[aria-labelledby=outcome] li').filter({ hasText: c.what });
  await came.getByText(say('status-done'), { exact: true }).waitFor();
  await t.see(citizen, 'min side, det blev det til');
  await citizen.goto(c.home);
  await deed.getByText(say('status-done'), { exact: true }).waitFor();
}

/** What is left of the pages. */
async function lookAround(c) {
  const { t, say } = c;
  const citizen = await t.as('citizen');
  await citizen.goto(c.home);
  await tab(citizen, say('tab-activity'));
  await t.says(citizen, say('verb-commitment-report', { who: personas.doer.name, title: c.what, status: say('status-done') }));
  await t.see(citizen, 'aktivitet');
  for (const [path, name] of [['/om', 'om'], ['/omraader', 'lokalområder'], ['/det-blev-det-til', 'det blev det til'], ['/monstre', 'mønstre'], ['/postkasse', 'postkassen']]) {
    await citizen.goto(path);
    await t.see(citizen, name);
  }
  await citizen.goto('/det-blev-det-til');
  await t.says(citizen, c.what);
  await citizen.goto('/omraader');
  await press(citizen.locator('ul.board a').first());
  await t.see(citizen, 'et lokalområde');
  const answered = await citizen.goto('/findes-ikke');
  assert.equal(answered.status(), 404);
  await t.says(citizen, say('error-not-found-title'));
  await t.see(citizen, 'findes ikke');
}

async function leave(c) {
  const { t, say, newcomer } = c;
  const page = c.newcomerPage;
  await page.goto(`${c.home}/hold`);
  await follow(page, say('team-leave'));
  await t.see(page, 'forlad holdet');
  await send(page, say('team-leave-button'));
  await t.says(page, say('done-left'));
  assert.equal(await page.locator('#team li').filter({ hasText: newcomer.name }).count(), 0);
}

for (const [name, lang, javascript] of [
  ['From question to deed', 'da', true],
  ['From question to deed, in English', 'en', true],
  ['From question to deed, without JavaScript', 'da', false],
]) {
  journey(name, { lang, javascript }, (t) => thread(t, { lang, javascript }));
}
