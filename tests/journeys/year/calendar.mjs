// The year: its clock, its mailbox, its people, and how its pages are looked at.
import assert from 'node:assert/strict';
import { press } from '../forms.mjs';
import { personas, words } from '../words.mjs';
import { Mailbox, Person } from './people.mjs';

const DAY = 24 * 3600 * 1000;
const MONTH = 30.5;
const say = words('da');
const inDenmark = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' });

/** The moment of a date and a time of day in Denmark: tried in summer time and in winter time. */
function moment(date, time) {
  const at = ['+01:00', '+02:00'].map((zone) => new Date(`${date}T${time}:00${zone}`)).find((m) => inDenmark.format(m) === `${date} ${time}`);
  assert.ok(at, `${date} ${time} is a time in Denmark`);
  return at;
}

/** A page as four people see it. */
export const FOUR = ['secretary', 'citizen', 'politician', null];
const CALLED = { secretary: 'sekretær', facilitator: 'facilitator', citizen: 'medlem', politician: 'politiker', doer: 'udfører' };

export class Year {
  #began = Date.now();
  #ahead = 0;
  #signedIn = new Map();

  constructor(t) {
    this.t = t;
    this.say = say;
    this.people = new Map();
  }

  async begin() {
    const http = (await this.t.nobody('en fremmed')).context().request;
    this.mailbox = new Mailbox(http);
  }

  /** Days since the journey began, by its own clock. */
  get days() { return (Date.now() + this.#ahead - this.#began) / DAY; }

  /** Which month of the year it is: 1 to 12. */
  get month() { return Math.min(12, 1 + Math.floor(this.days / MONTH)); }

  /** A day of the year, as a form sends it and as a page says it. */
  day(n) {
    const typed = inDenmark.format(new Date(this.#began + n * DAY)).slice(0, 10);
    const [year, month, date] = typed.split('-').map(Number);
    return { typed, shown: `${date}. ${say(`month-${month}`)} ${year}` };
  }

  /** Puts the clock ahead to a time of day, so many days after the beginning. */
  async goTo(day, time = '10:00') {
    const to = moment(this.day(day).typed, time);
    assert.ok(to.getTime() > Date.now() + this.#ahead, `day ${day} lies ahead`);
    const http = (await this.t.nobody('en fremmed')).context().request;
    const answer = await http.post('/ur', { form: { to: to.toISOString() } });
    assert.equal(answer.status(), 200, 'the clock of the demonstration can be put ahead');
    this.#ahead = Date.parse(await answer.text()) - Date.now();
  }

  /** One of the five of the demonstration, in a browser; signs in again when the session has run out. */
  async as(role) {
    const page = await this.t.as(role);
    const since = this.#signedIn.get(role) ?? this.days;
    if (this.days - since > 25) {
      await page.goto('/om');
      await press(page.locator(`button.chip[name=role][value=${role}]`));
      this.#signedIn.set(role, this.days);
    } else this.#signedIn.set(role, since);
    return page;
  }

  /** The same without a window: the session is the window's. */
  async hands(role) {
    const page = await this.as(role);
    return new Person(this, { name: personas[role].name }, page.context().request);
  }

  /** Somebody of the story, by their short name. */
  async person(key, who) {
    if (!this.people.has(key)) this.people.set(key, await Person.of(this, who));
    return this.people.get(key);
  }

  /** Looks at the page somebody stands on: axe, width, picture. The picture's name begins with the month. */
  async see(page, name) {
    await this.t.see(page, `md ${String(this.month).padStart(2, '0')} ${name}`);
  }

  /** Looks at these pages as four people, where each may open them: `paths` under the space's own. */
  async look(when, paths = ['']) {
    for (const role of FOUR) {
      const page = role ? await this.as(role) : await this.t.nobody('en fremmed');
      for (const path of paths) {
        const answer = await page.goto(path.startsWith('/') ? path : `${this.home}${path && `/${path}`}`);
        if (answer.status() === 401 && !role) continue;
        if (answer.status() >= 400) this.t.wrong(page, `${CALLED[role] ?? 'a stranger'} was answered ${answer.status()} (${when})`);
        await this.see(page, `${when} ${CALLED[role] ?? 'enhver'} ${path || 'forløbet'}`);
      }
    }
  }

  /** Moves the committee to its next step. */
  async moveOn() {
    const page = await this.as('secretary');
    await page.goto(this.home);
    await press(page.locator('form[action$="/trin"] button'));
    await this.t.says(page, say('done-stage'));
  }

  async end() {
    for (const person of this.people.values()) await person.close();
  }
}

export const called = CALLED;
