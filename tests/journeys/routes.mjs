// Every page there is, taken from the program's own routes, and which of them somebody finds by following links.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = resolve(fileURLToPath(import.meta.url), '../../..');

/** The patterns of all pages (GET routes) in the sources. */
function routes() {
  const found = new Set();
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith('.rs')) {
        for (const part of readFileSync(path, 'utf8').split('.route(').slice(1)) {
          const pattern = part.match(/^\s*"(\/[^"]*)"/)?.[1];
          if (pattern && /\bget\(/.test(part.split('\n}')[0])) found.add(pattern);
        }
      }
    }
  };
  for (const folder of ['crates/platform/src', 'crates/tools', 'crates/desks', 'crates/samskab/src/demo']) walk(join(top, folder));
  return [...found];
}

export const PATTERNS = routes().map((pattern) => ({
  pattern,
  // A path with fewer holes is the better match: /forloeb/ny is not a space.
  holes: (pattern.match(/\{/g) ?? []).length,
  match: new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\{\*[^}]+\}/g, '.+').replace(/\{[^}]+\}/g, '[^/]+')}$`),
})).sort((a, b) => a.holes - b.holes);

export const patternOf = (path) => PATTERNS.find(({ match }) => match.test(path))?.pattern;

/** What people do not open as a page: downloads, pictures, streams. */
export const NO_PAGE = /\.(csv|json|toml|zip|ics|png|svg|css|pdf)$|^\/(live|assets|logo|look)|\/filer\/[^/]+\/(lille|vis)$/;

/** Links of one kind that are followed: enough to find the page that only some spaces have. */
const OF_A_KIND = 12;

/**
 * Follows every link as this person, without drawing the pages; gives one path for each pattern of a page, and the patterns of what
 * is no page. `within` is where links may lead to, `ofAKind` how many of one pattern are followed.
 */
export async function pagesOf(t, role, page, beginnings, { within = /^\//, ofAKind = OF_A_KIND } = {}) {
  const queue = [...beginnings];
  const asked = new Set(queue);
  const followed = new Map();
  const found = new Map();
  const files = new Set();
  while (queue.length) {
    const path = queue.shift();
    const pattern = patternOf(path.split('?')[0]);
    if (!pattern || NO_PAGE.test(path.split('?')[0]) || (followed.get(pattern) ?? 0) >= ofAKind) continue;
    followed.set(pattern, (followed.get(pattern) ?? 0) + 1);
    const answer = await page.context().request.get(path, { maxRedirects: 0 });
    const location = answer.headers().location;
    const links = location ? [location] : [];
    // A stranger is asked to sign in.
    if (answer.status() === 401 && role === 'a stranger') continue;
    if (answer.status() >= 400) t.wrong(page, `${role} followed a link to ${path} and was answered ${answer.status()}`);
    else if ((answer.headers()['content-type'] ?? '').startsWith('text/html') && !answer.headers()['content-disposition']) {
      if (!found.has(pattern)) found.set(pattern, path);
      links.push(...[...(await answer.text()).matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map((m) => m[1].replaceAll('&amp;', '&')));
    } else if (!location) files.add(pattern);
    for (const link of links) {
      const clean = link.startsWith('http') ? new URL(link).pathname : link.split('#')[0];
      if (!asked.has(clean) && within.test(clean)) { asked.add(clean); queue.push(clean); }
    }
  }
  return { pages: found, files };
}
