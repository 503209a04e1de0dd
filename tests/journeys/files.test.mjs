// Files in a space: a picture with its description, the picture of the space, a new version, a file that is refused, and one
// that is removed with the reason. Once with scripts, once without.
import assert from 'node:assert/strict';
import { follow, press, send, turnedDown, typed } from './forms.mjs';
import { journey } from './harness.mjs';
import { words } from './words.mjs';

const SPACE = '/forloeb/ungepolitik';

/** A picture of a page, as somebody's photograph. */
const photograph = async (page) => ({ name: 'IMG_0042.png', mimeType: 'image/png', buffer: await page.screenshot() });

async function filesOfASpace(t, { lang, javascript }) {
  const say = words(lang);
  const run = `${lang}-${javascript ? 'js' : 'plain'}`;
  const facilitator = await t.as('facilitator');
  await facilitator.goto(SPACE);
  await press(facilitator.locator('nav.tabs').getByRole('link', { name: say('files-tab'), exact: true }));
  await t.see(facilitator, `filer ${run}`);

  // Without a description the picture is not taken; what was typed stays.
  await follow(facilitator, say('files-add'));
  await t.see(facilitator, `læg en fil op ${run}`);
  const title = `Workshop på biblioteket ${run}`;
  await facilitator.locator('#file').setInputFiles(await photograph(facilitator));
  await facilitator.locator('#title').fill(title);
  await send(facilitator, say('files-send'));
  await turnedDown(t, facilitator, say, { alt: say('files-alt-missing') });
  assert.equal(await typed(facilitator, 'title'), title);
  await t.see(facilitator, `filen mangler en beskrivelse ${run}`);

  await facilitator.locator('#file').setInputFiles(await photograph(facilitator));
  await facilitator.locator('#alt').fill('Otte unge skriver på gule sedler');
  await send(facilitator, say('files-send'));
  await t.says(facilitator, say('done-file-added'));
  await t.see(facilitator, `filer med et billede ${run}`);

  // It becomes the picture of the space, for everyone.
  await follow(facilitator, title);
  await t.see(facilitator, `et billede ${run}`);
  await send(facilitator, say('files-cover-on'));
  await t.says(facilitator, say('done-cover-chosen'));
  const nobody = await t.nobody();
  await nobody.goto(SPACE);
  await t.says(nobody, title);
  const cover = nobody.locator('.lead-cover img');
  assert.equal(await cover.getAttribute('alt'), 'Otte unge skriver på gule sedler');
  assert.ok((await cover.evaluate((img) => img.decode().then(() => img.naturalWidth))) > 300, 'the picture is there');
  await t.see(nobody, `forløbet med billede ${run}`);
  await nobody.goto('/forloeb');
  await t.see(nobody, `forløb med billede ${run}`);

  // A new version of it, and its older one.
  await follow(facilitator, say('files-replace'));
  await t.see(facilitator, `ny udgave ${run}`);
  await facilitator.locator('#file').setInputFiles(await photograph(facilitator));
  await send(facilitator, say('files-replace-send'));
  await t.says(facilitator, say('done-file-replaced'));
  await t.says(facilitator, say('files-version', { n: 1 }));
  await t.see(facilitator, `et billede i to udgaver ${run}`);

  // A program is refused whatever it is called.
  await facilitator.goto(`${SPACE}/filer/ny`);
  await facilitator.locator('#file').setInputFiles({ name: 'referat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0program') });
  await facilitator.locator('#title').fill('Referat');
  await send(facilitator, say('files-send'));
  await turnedDown(t, facilitator, say, { file: say('upload-program') });

  // Removed, with the reason in the open.
  await facilitator.goto(`${SPACE}/filer`);
  await follow(facilitator, title);
  await follow(facilitator, say('files-edit'));
  await t.see(facilitator, `ret teksten ${run}`);
  await facilitator.goBack();
  await follow(facilitator, say('files-remove'));
  await facilitator.locator('#reason').fill('Ikke alle ville være med på billedet');
  await t.see(facilitator, `fjern filen ${run}`);
  await send(facilitator, say('files-remove'));
  await t.says(facilitator, say('done-file-removed'));
  await nobody.goto(`${SPACE}/aktivitet`);
  await t.says(nobody, /Ikke alle ville være med på billedet/);
}

journey('A picture for the space, and what becomes of it', (t) => filesOfASpace(t, { lang: 'da', javascript: true }));

journey('The same without JavaScript', { javascript: false }, (t) => filesOfASpace(t, { lang: 'da', javascript: false }));

journey('A file is attached to a commitment', async (t) => {
  const say = words('da');
  const facilitator = await t.as('facilitator');
  await facilitator.goto(`${SPACE}/aftaler`);
  await press(facilitator.locator('main table a[href*="/aftaler/"]').first());
  const about = new URL(facilitator.url()).pathname;
  await follow(facilitator, say('files-attach'));
  await t.see(facilitator, 'vedhæft en fil');
  await facilitator.locator('#file').setInputFiles({ name: 'tilbud.txt', mimeType: 'text/plain', buffer: Buffer.from('Tilbud på lys i hallen') });
  await facilitator.locator('#title').fill('Tilbud på lys i hallen');
  await send(facilitator, say('files-send'));
  assert.equal(new URL(facilitator.url()).pathname, about, 'one is back at the commitment');
  await t.says(facilitator, 'Tilbud på lys i hallen');
  await t.see(facilitator, 'aftale med fil');
});
