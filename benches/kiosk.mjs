// 200 check-ins a minute and 500 screens in halls at once: node benches/kiosk.mjs ADDRESS PID. What the server takes and how long it
// takes is written as a table; it fails where somebody was lost or counted twice, or where the server takes more memory than it may.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';

const [url, pid] = process.argv.slice(2);
const seconds = Number(process.env.SECONDS_EACH ?? 60);
const SCREENS = 500, A_MINUTE = 200, MOST_MB = 150;
const agent = new Agent({ keepAlive: true, maxSockets: 24 });

function ask(path, { method = 'GET', cookie = '', body, type = 'application/x-www-form-urlencoded', hear } = {}) {
  return new Promise((done, failed) => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    if (body !== undefined) headers['content-type'] = type;
    const asked = request(`${url}${path}`, { method, headers, agent: hear ? new Agent() : agent }, (answer) => {
      if (hear) { answer.on('data', (piece) => hear(String(piece))); done(answer); return; }
      let text = '';
      answer.on('data', (piece) => { text += piece; });
      answer.on('end', () => done({ status: answer.statusCode, location: answer.headers.location ?? '', cookies: answer.headers['set-cookie'] ?? [], text }));
    });
    asked.on('error', failed);
    asked.end(body);
  });
}
const fields = (values) => new URLSearchParams(values).toString();
const kept = (answer, name) => answer.cookies.map((c) => c.split(';')[0]).filter((c) => c.startsWith(`${name}=`)).at(-1);
const status = (name) => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024;
const share = (all, part) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))]?.toFixed(1) ?? '–';

// A house with two hundred people in it, a kiosk and a board.
const secretary = kept(await ask('/rolle', { method: 'POST', body: fields({ role: 'secretary', next: '/' }) }), 'samskab');
const as = (path, values) => ask(path, { method: 'POST', cookie: secretary, body: fields(values) });
const made = await as('/forloeb/ny', { recipe: 'user_run_house', title: 'Huset på bakken', summary: 'Et hus', visibility: 'public', level: 'low' });
if (made.status !== 303) throw new Error(`the house was answered with ${made.status}`);
const day = `${made.location.split('?')[0]}/dagen`;
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());
for (let n = 0; n < 200; n += 1) {
  const answer = await as(`${day}/navne`, { name: `Prøve${n} Person${n}`, card: `9000${n}`, listed: 'yes' });
  if (answer.status !== 303) throw new Error(`a name was answered with ${answer.status}`);
}
async function screen(kind) {
  await as(`${day}/skaerme`, { kind, name: kind });
  const { text } = await ask(`${day}/skaerme`, { cookie: secretary });
  const code = text.match(/class="pair-code"[^>]*>([^<]+)</)[1];
  return kept(await ask('/enhed', { method: 'POST', body: fields({ code }) }), 'enhed');
}
const [kiosk, board] = [await screen('kiosk'), await screen('screen')];
const { names } = JSON.parse((await ask('/kiosk/navne', { cookie: kiosk })).text);
const before = status('VmRSS');

// Five hundred boards, each of which looks again when it is told to.
const looks = [], seen = new Map(); // what was sent: when, and how long after that each board that looked showed it
async function look(number) {
  const began = performance.now();
  const page = await ask('/skaerm', { cookie: board });
  looks.push(performance.now() - began);
  if (page.status !== 200) throw new Error(`a board was answered with ${page.status}`);
  for (const [text, { told, boards }] of seen) if (!boards.has(number) && page.text.includes(text)) boards.set(number, performance.now() - told);
}
for (let n = 0; n < SCREENS; n += 1) await ask('/skaerm/live', { cookie: board, hear: (text) => { if (text.includes('event: changed')) void look(n); } });
const listening = status('VmRSS');

// People come, one by one; a message goes up every ten seconds.
const times = [];
let come = 0, most = 0;
const end = performance.now() + seconds * 1000;
const messages = (async () => {
  while (performance.now() < end - 9_000) {
    const text = `Besked ${randomUUID().slice(0, 8)}`;
    seen.set(text, { told: performance.now(), boards: new Map() });
    await as(`${day}/besked`, { text, from: today, until: today });
    await sleep(10_000);
  }
})();
const coming = [];
while (performance.now() < end) {
  const now = Date.now(), guest = come >= names.length;
  const item = { id: randomUUID(), way: guest ? 'guest' : 'name', who: guest ? '' : names[come][0], heads: 1, at: now };
  come += 1;
  const began = performance.now();
  coming.push(ask('/kiosk/koe', { method: 'POST', cookie: kiosk, type: 'application/json', body: JSON.stringify({ now, items: [item] }) }).then((answer) => {
    times.push(performance.now() - began);
    if (answer.status !== 200 || JSON.parse(answer.text).results[0].result !== 'in') throw new Error(`a check-in was answered with ${answer.status} ${answer.text}`);
  }));
  most = Math.max(most, status('VmRSS'));
  await sleep(60_000 / A_MINUTE);
}
await Promise.all(coming);
await messages;
const row = (await ask(`${day}/tal.csv`, { cookie: secretary })).text.split('\n').find((line) => line.startsWith(today));
const shown = [...seen.values()].map(({ boards }) => [...boards.values()]);
const all = shown.flat(), whole = shown.filter((s) => s.length >= SCREENS).length;
console.log(`
| What | Figure |
|---|---:|
| check-ins in ${seconds} s | ${come} |
| counted | ${row?.split(';')[2]} |
| check-in, p50 / p99 | ${share(times, 0.5)} / ${share(times, 0.99)} ms |
| boards listening | ${SCREENS} |
| messages that all boards showed | ${whole} of ${seen.size} |
| from sending a message until a board shows it, p50 / p99 | ${share(all, 0.5)} / ${share(all, 0.99)} ms |
| pages fetched by boards | ${looks.length} |
| a page, p50 / p99 | ${share(looks, 0.5)} / ${share(looks, 0.99)} ms |
| memory before, with the boards, most | ${before.toFixed(1)} / ${listening.toFixed(1)} / ${most.toFixed(1)} MB (peak ${status('VmHWM').toFixed(1)}) |
`);
const wrong = Number(row?.split(';')[2]) !== come || whole !== seen.size || status('VmHWM') >= MOST_MB;
if (wrong) console.error('That is not as it shall be.');
process.exit(wrong ? 1 : 0);
