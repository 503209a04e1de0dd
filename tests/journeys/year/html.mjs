// Reads the forms of a page as it comes over the wire, so that somebody can fill one in without a browser window.

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text without its entities. */
export const plain = (text) => text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name) => {
  if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
  return NAMED[name] ?? whole;
});

/** What a page says, without its tags. */
export const textOf = (html) => plain(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();

const attributes = (head) => Object.fromEntries([...head.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, plain(value ?? '')]));

function options(inner) {
  const all = [...inner.matchAll(/<option\b([^>]*)>([\s\S]*?)<\/option>/g)].map(([, head, words]) => ({ ...attributes(head), words: textOf(words) }));
  return { all, chosen: all.find((o) => 'selected' in o) ?? all[0] };
}

/** What a field would send as it stands: nothing, or its name and value. */
function sent([, kind, head, inner]) {
  const { name, value, type, ...rest } = attributes(head);
  if (!name) return [];
  if (kind === 'textarea') return [[name, plain((inner ?? '').replace(/^\n/, ''))]];
  if (kind === 'select') return [[name, options(inner).chosen?.value ?? '']];
  if (['checkbox', 'radio'].includes(type)) return 'checked' in rest ? [[name, value]] : [];
  return [[name, value ?? '']];
}

/** The fields of the form that is sent to `action`, as they stand (of several, the one that holds this text); nothing where there is none. */
export function formOf(html, action, holding = '') {
  for (const [, head, body] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    if (attributes(head).action !== action || !body.includes(holding)) continue;
    const parts = [...body.matchAll(/<(input|textarea|select)\b([^>]*)>(?:([\s\S]*?)<\/\1>)?/g)];
    const choices = new Map(parts.filter(([, kind]) => kind === 'select').map(([, , own, inner]) => [attributes(own).name, options(inner).all]));
    return { fields: parts.flatMap(sent), choices, names: new Set(parts.map(([, , own]) => attributes(own).name).filter(Boolean)) };
  }
}

/** The fields with other values in them: a text, a list for several boxes, `undefined` for none. */
export function filled({ fields, names }, values) {
  const unknown = Object.keys(values).filter((name) => !names.has(name));
  if (unknown.length) throw new Error(`the form has no field ${unknown.join(', ')}; it has ${[...names].join(', ')}`);
  const others = fields.filter(([name]) => !(name in values));
  const own = Object.entries(values).flatMap(([name, value]) => [value].flat().filter((v) => v !== undefined).map((v) => [name, v]));
  return [...others, ...own];
}
