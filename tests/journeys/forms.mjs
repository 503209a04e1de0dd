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
 * The form was not accepted: the summary at the top tells of each of these fields, by what it is called, with this error,
 * and leads to it, in the order one meets them on the page; the error stands at the field too, and the field refers to it.
 */
export async function turnedDown(t, page, say, errors) {
  const wanted = Object.entries(errors);
  await page.locator('.error-summary').waitFor();
  assert.equal(await page.locator('.error-summary h2').innerText(), say('form-errors', { n: wanted.length }));
  const told = await page.locator('.error-summary a').evaluateAll((all) => all.map((a) => {
    const field = document.getElementById(a.getAttribute('href').slice(1));
    const label = field && (field.querySelector('legend') ?? field.labels?.[0])?.cloneNode(true);
    label?.querySelector('.optional')?.remove();
    const form = field?.closest('form');
    return {
      name: a.getAttribute('href').slice(1),
      // Dates and figures are held together by no-break spaces; journeys write ordinary ones.
      text: a.textContent.replaceAll('\u00a0', ' ').trim(),
      label: label?.textContent.trim(),
      alone: form?.querySelectorAll('.form-group, fieldset').length === 1,
      top: field?.getBoundingClientRect().top,
    };
  }));
  assert.deepEqual(told.map(({ name }) => name).sort(), Object.keys(errors).sort(), 'the summary leads to these fields');
  for (const { name, text, label, alone } of told) {
    const error = errors[name];
    // An error that says itself what is missing needs no name, and neither does the only field of a form.
    const plain = alone || error !== say('form-required');
    assert.ok(text === `${label} ${error}` || (plain && text === error), `the summary says «${text}» of the field «${label}»: ${error}`);
    assert.equal((await page.locator(`[id="${name}-error"]`).innerText()).replaceAll('\u00a0', ' '), error);
    const refers = await page.locator(`[id="${name}"]`).getAttribute('aria-describedby');
    assert.ok(refers?.split(/\s+/).includes(`${name}-error`), `the field ${name} refers to its error`);
  }
  if (told.some(({ top }, i) => top < told[i - 1]?.top)) {
    t.wrong(page, `the summary of errors is not in the order of the page: ${told.map(({ name }) => name).join(', ')}`);
  }
}
