// Writes index.html for a folder of pictures: one can leaf through them (arrow keys), the two widths beside each other.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'shots';
const pages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: file }) => readdirSync(join(folder, file)).filter((n) => n.endsWith('-390.png')).map((n) => `${file}/${n.slice(0, -'-390.png'.length)}`))
  .sort();

const id = (page) => page.replace('/', '-');
const journeys = [...new Set(pages.map((p) => p.split('/')[0]))];
const list = journeys
  .map((j) => `<h2>${j}</h2>${pages.filter((p) => p.startsWith(`${j}/`)).map((p) => `<a href="#${id(p)}">${p.slice(j.length + 1).replaceAll('-', ' ')}</a>`).join('')}`)
  .join('');
const index = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Samskab: the pages of the journeys</title>
<style>
  body { font: 16px/1.5 sans-serif; margin: 0; display: grid; grid-template-columns: 17rem 1fr; }
  nav { position: sticky; top: 0; height: 100vh; overflow: auto; background: #f3f1ec; padding: 1rem; box-sizing: border-box; }
  nav h2 { margin: 1.5rem 0 .25rem; font-size: 1rem; } nav a { display: block; line-height: 1.3; padding: .2rem 0; }
  section { padding: 1rem 2rem; min-height: 100vh; box-sizing: border-box; }
  .pair { display: flex; gap: 2rem; align-items: flex-start; }
  img { border: 1px solid #999; height: auto; }
  .wide { width: 68%; } .narrow { width: 26%; }
</style>
<nav><p>${pages.length} pages. Arrow keys: the next, the one before.</p>${list}</nav>
<main>${pages
  .map((p) => `<section id="${id(p)}"><h2>${p}</h2><div class="pair">
<a class="wide" href="${p}-1280.png"><img width="100%" loading="lazy" alt="${p} at 1280 px" src="${p}-1280.png"></a>
<a class="narrow" href="${p}-390.png"><img width="100%" loading="lazy" alt="${p} at 390 px" src="${p}-390.png"></a></div></section>`)
  .join('\n')}</main>
<script>
  const all = [...document.querySelectorAll('section')].map((s) => s.id);
  addEventListener('keydown', (e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    const here = Math.max(0, all.indexOf(location.hash.slice(1)));
    if (step && all[here + step]) location.hash = all[here + step];
  });
</script></html>
`;
writeFileSync(join(folder, 'index.html'), index);
