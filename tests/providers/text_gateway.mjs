// A gateway for text messages, as providers have them: it takes JSON or a form over HTTP, wants a token, and can be told to
// fail, to be slow and to limit how much it takes. What it took can be asked for.
//
//   node text_gateway.mjs PORT TOKEN [--fail=N] [--refuse=NUMBER] [--limit=N] [--delay=MS] [--half]
//
// --fail=N      the first N requests are answered with 503
// --refuse=…    messages to this number are answered with 422, for good
// --limit=N     after N messages a second, 429
// --delay=MS    every answer takes this long
// --half        every second request fails: in turn before the message was taken, and after it was
import { createServer } from 'node:http';

const [port, token, ...options] = process.argv.slice(2);
const option = Object.fromEntries(options.map((o) => o.replace(/^--/, '').split('=')));
let failures = Number(option.fail ?? 0);
const taken = [];
const asked = [];

function read(type, body) {
  if (type.startsWith('application/json')) return JSON.parse(body);
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body));
  throw new Error(`a body of type ${type}`);
}

function answer(request, body) {
  if (request.headers.authorization !== `Bearer ${token}`) return [401, { error: 'who are you?' }];
  asked.push(Date.now());
  if (failures > 0) { failures -= 1; return [503, { error: 'come back later' }]; }
  if (option.limit && asked.filter((at) => at > Date.now() - 1000).length > Number(option.limit)) return [429, { error: 'not so fast' }];
  const failing = 'half' in option && asked.length % 2 === 0;
  if (failing && asked.length % 4 === 0) return [503, { error: 'come back later' }];
  const message = read(request.headers['content-type'] ?? '', body);
  if (!/^\+\d{8,15}$/.test(message.to ?? '') || !message.text) return [400, { error: 'a message needs a number and a text' }];
  if (message.to === option.refuse) return [422, { error: 'the number does not exist' }];
  // The same id twice is the same message: a sender that did not hear the answer asks again.
  if (!taken.some(({ id }) => id && id === message.id)) taken.push(message);
  if (failing) return [500, { error: 'it was taken, but nobody hears of it' }];
  return [200, { messages: [{ status: 'queued' }] }];
}

createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => { body += chunk; });
  request.on('end', () => {
    let status, json;
    try {
      [status, json] = request.method === 'GET' ? [200, taken] : answer(request, body);
    } catch (error) {
      [status, json] = [400, { error: error.message }];
    }
    setTimeout(() => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json)), Number(option.delay ?? 0));
  });
}).listen(Number(port), '127.0.0.1');
