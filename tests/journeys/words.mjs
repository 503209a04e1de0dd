// What the program says, read from the same Fluent files: a journey asks for a text by its key, in either language.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const top = new URL('../../', import.meta.url);

/** Key and pattern of every message of a language; the lines of a longer one without their indent. */
function read(lang) {
  const folder = new URL(`locales/${lang}/`, top);
  const messages = new Map();
  let key;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
      const start = line.match(/^([a-z][\w-]*)\s*=\s?(.*)$/);
      if (start) messages.set((key = start[1]), start[2]);
      else if (key && /^\s|^}/.test(line)) messages.set(key, `${messages.get(key)}\n${line.trim()}`);
      else if (line.startsWith('#')) key = undefined;
    }
  }
  return messages;
}

/** A pattern with its values in it: text, { $value }, { "literal" } and { $n -> [one] … *[other] … }. */
function fill(pattern, values, key) {
  let out = '';
  for (let i = 0; i < pattern.length; i += 1) {
    if (pattern[i] !== '{') { out += pattern[i]; continue; }
    const from = i + 1;
    for (let depth = 1; depth > 0;) {
      i += 1;
      if (i >= pattern.length) throw new Error(`the message ${key} has an open brace`);
      depth += { '{': 1, '}': -1 }[pattern[i]] ?? 0;
    }
    const inner = pattern.slice(from, i).trim();
    const literal = inner.match(/^"(.*)"$/);
    if (literal) { out += literal[1]; continue; }
    const label = inner.match(/^-([A-Za-z-]+)$/);
    if (label) { out += labelled(label[1], values.labels); continue; }
    const [, name, , variants] = inner.match(/^\$([\w-]+)\s*(->([\s\S]*))?$/) ?? [];
    if (!name || !(name in values)) throw new Error(`the message ${key} asks for { ${inner.split('\n')[0]} }`);
    out += variants ? fill(choose(variants, values[name]), values, key) : values[name];
  }
  return out;
}

/** What `{ -council-the }` says where nobody has chosen: the forms of the label's first name. */
function labelled(term, labels) {
  const [, key, ending] = term.match(/^(.*?)(-a|-the|-many|-many-the)?$/);
  const forms = labels.get(`label-${key.toLowerCase()}-1`).split(' / ');
  const article = forms[1].startsWith('the ') ? (/^[aeiou]/i.test(forms[0]) ? 'an' : 'a') : forms[1].endsWith('t') ? 'et' : 'en';
  const form = ending === '-a' ? `${article} ${forms[0]}` : forms[['', '-the', '-many', '-many-the'].indexOf(ending ?? '')];
  return key[0] === key[0].toUpperCase() ? form[0].toUpperCase() + form.slice(1) : form;
}

function choose(variants, value) {
  const [, ...parts] = variants.split(/^\s*(\*?)\[([\w-]+)\]/m);
  const all = [];
  for (let i = 0; i < parts.length; i += 3) all.push({ other: parts[i] === '*', when: parts[i + 1], text: parts[i + 2].trim() });
  const is = (when) => all.find((v) => v.when === when);
  return (is(String(value)) ?? (value === 1 ? is('one') : undefined) ?? all.find((v) => v.other)).text;
}

/** `const say = words('da'); say('team-waiting', { n: 4 })`. An unknown key, or a value that is missing, is an error. */
export function words(lang) {
  const messages = read(lang);
  return (key, values = {}) => {
    if (!messages.has(key)) throw new Error(`there is no message ${key} in locales/${lang}`);
    return fill(messages.get(key), { ...values, labels: messages }, key).trim();
  };
}

/** A day so many days from now, as a form sends it and as a page says it. */
export function day(lang, fromNow) {
  const at = new Date(Date.now() + fromNow * 24 * 3600 * 1000);
  const [year, month, date] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(at).split('-').map(Number);
  const name = words(lang)(`month-${month}`);
  return {
    typed: `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
    shown: lang === 'da' ? `${date}. ${name} ${year}` : `${date} ${name} ${year}`,
  };
}

/** Name and address of the demonstration's five: `personas.citizen.email`. */
export const personas = Object.fromEntries(
  readFileSync(new URL('demo/municipality.toml', top), 'utf8')
    .split(/^\[\[/m)
    .map((entry) => Object.fromEntries([...entry.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, key, value]) => [key, value])))
    .filter((entry) => entry.persona)
    .map(({ persona, name, email }) => [persona, { name, email }]),
);

/** A file that comes with the repository. */
export const fileOf = (path) => fileURLToPath(new URL(path, top));
