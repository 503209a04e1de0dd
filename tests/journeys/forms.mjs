// Forms, as people use them: fill in, send, and be told what is not right.
import assert from 'node:assert/strict';

/** Fills in fields of the page's forms by their names: text, a day, one of a list, radio buttons. */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`);
    const kind = await field.first().evaluate((e) => e.type);
    if (kind === 'radio') await field.and(page.locator(`[value="${value}"]`)).check();
    else if (kind === 'select-one') await field.selectOption(value);
    else await field.fill(value);
  }
}

/** Presses something that leads to another page (or to this one again), and waits until that page is there. */
export async function press(target, { timeout = 15_000 } = {}) {
  const page = target.page();
  const loaded = page.waitForEvent('load', { timeout });
  loaded.catch(() => {}); // told by the await below, unless the click fails first
  await target.click();
  await loaded;
}

/** Sends a form by its button. */
export const send = (page, words, options) => press(page.locator('main').getByRole('button', { name: words, exact: true }), options);

/** Follows a link of the page's content. */
export const follow = (page, words, options) => press(page.locator('main').getByRole('link', { name: words, exact: true }).first(), options);

/** What stands in a field. */
export const typed = (page, name) => page.locator(`main [name="${name}"]`).inputValue();

/**
 * The form was not accepted: the summary at the top names each of these fields with this error and leads to it, in the
 * order one meets them on the page; the error stands at the field too, and the field refers to it.
 */
export async function turnedDown(t, page, say, errors) {
  const wanted = Object.entries(errors);
  await page.locator('.error-summary').waitFor();
  assert.equal(await page.locator('.error-summary h2').innerText(), say('form-errors', { n: wanted.length }));
  const links = page.locator('.error-summary a');
  const told = await links.evaluateAll((all) => all.map((a) => [a.getAttribute('href').slice(1), a.textContent]));
  assert.deepEqual(Object.fromEntries(told), errors);
  for (const [name, error] of wanted) {
    const field = page.locator(`[id="${name}"]`);
    assert.equal(await page.locator(`[id="${name}-error"]`).innerText(), error);
    assert.ok((await field.getAttribute('aria-describedby'))?.split(/\s+/).includes(`${name}-error`), `the field ${name} refers to its error`);
  }
  const places = await links.evaluateAll((all) => all.map((a) => document.getElementById(a.getAttribute('href').slice(1)).getBoundingClientRect().top));
  if (places.some((top, i) => top < places[i - 1])) {
    t.wrong(page, `the summary of errors is not in the order of the page: ${told.map(([name]) => name).join(', ')}`);
  }
}
