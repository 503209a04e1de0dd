import { chromium } from 'playwright-core';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const url = 'http://127.0.0.1:8123';
const ctx = await browser.newContext({ baseURL: url, javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
const page = await ctx.newPage();
await page.goto('/forloeb/ungepolitik/dialog');
await page.locator('ul.board a').first().click();
await page.waitForLoadState();
await page.goto(page.url() + '/stem');
for (let i = 0; i < 12; i++) {
  const t = Date.now();
  const frames = await page.evaluate(() => Promise.race([new Promise((r) => requestAnimationFrame(() => r('raf'))), new Promise((r) => setTimeout(() => r('timeout'), 1000))])).catch((e) => e.message);
  const text = await page.locator('#vote h1').innerText();
  try { await page.locator('.vote-buttons button[value=pass]').click({ timeout: 4000 }); } catch (e) { console.log(i, 'CLICK FAILED', e.message.split('\n').slice(0, 12).join('|')); break; }
  await page.locator('#vote h1').filter({ hasNotText: text }).waitFor();
  console.log(i, frames, Date.now() - t);
}
await browser.close();
