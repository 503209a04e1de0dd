// The program under test: started on an empty folder and a free port, stopped and swept away afterwards.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = resolve(fileURLToPath(import.meta.url), '../../..');

export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/**
 * Starts `samskab demo` (or `samskab serve`) and waits until it answers. SAMSKAB_BIN names another program; SAMSKAB_URL one that already runs.
 * `more({ port, data })` gives further arguments; `host` is the name it is reached by; `keep` is a folder that gets a copy of the data when it has stopped.
 * @returns {Promise<{url: string, log: () => string, stop: () => Promise<void>}>}
 */
export async function start(command = 'demo', { more = () => [], host = '127.0.0.1', keep } = {}) {
  if (process.env.SAMSKAB_URL && command === 'demo') return { url: process.env.SAMSKAB_URL, log: () => '', stop: async () => {} };
  const binary = resolve(process.env.SAMSKAB_BIN ?? join(top, 'target/debug/samskab'));
  if (!existsSync(binary)) throw new Error(`There is no program ${binary}: cargo build --bin samskab, or set SAMSKAB_BIN`);

  const data = await mkdtemp(join(tmpdir(), 'samskab-journey-'));
  // Filling takes a debug build a quarter of a minute: it is done once, and every file of journeys has a copy.
  if (command === 'demo' && process.env.SAMSKAB_FILLED) await cp(process.env.SAMSKAB_FILLED, data, { recursive: true });
  const port = await freePort();
  const listen = `127.0.0.1:${port}`;
  const rest = await more({ port, data });
  // Journeys always run on a folder of their own, never on a database somebody works with.
  const { SAMSKAB_DATABASE, ...env } = process.env;
  const child = spawn(binary, [command, '--listen', listen, '--data', data, ...rest], {
    cwd: top,
    env: { RUST_BACKTRACE: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const heard = (chunk) => { log = (log + chunk).slice(-20_000); };
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  const ended = new Promise((done) => child.once('close', done));
  const alive = () => child.exitCode === null && child.signalCode === null;
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill); // whatever ends the journeys ends the program

  const stop = async () => {
    const asked = alive();
    if (asked) {
      child.kill('SIGTERM');
      const late = setTimeout(kill, 20_000);
      await ended;
      clearTimeout(late);
    }
    process.off('exit', kill);
    if (keep) await cp(data, keep, { recursive: true });
    await rm(data, { recursive: true, force: true });
    if (asked && child.exitCode !== 0) throw new Error(`asked to stop, the program ended with ${child.exitCode ?? child.signalCode}:\n${log}`);
  };

  const url = `http://${host}:${port}`;
  const deadline = Date.now() + 180_000; // a debug build fills the demonstration slowly
  for (;;) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    if (answer?.status === 200) return { url, log: () => log, stop };
    if (!alive() || Date.now() > deadline) {
      const running = alive();
      await stop().catch(() => {});
      const what = running ? 'did not answer with 200 on /' : `ended with ${child.exitCode ?? child.signalCode}`;
      throw new Error(`${binary} ${what} before it was ready. It said:\n${log}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}
