/**
 * Signs in to the admin with the demo account of a role, and ends the session after the work.
 *
 * @param {string} role such as `translator-ru`
 * @param {{ cms: import('../../cms/tests/helpers/cms.ts').Cms, browser: import('playwright-core').Browser }} system
 * @param {(page: import('playwright-core').Page) => Promise<void>} work
 */
export async function as(role, { cms, browser }, work) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  try {
    await page.goto(`${cms.url}/admin`);
    await page.fill('input[name=email]', `${role}@polyclinic.example`);
    await page.fill('input[name=password]', cms.settings.DEMO_PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForSelector('a[href*="/content-manager"]');
    await work(page);
  } finally {
    await context.close();
  }
}

/**
 * Opens the form of a version and waits until a field of it is filled.
 *
 * @param {import('playwright-core').Page} page of somebody who is signed in
 * @param {string} url of the CMS
 * @param {{ type: string, documentId: string, locale: string, field: string, single?: boolean }} version
 */
export async function open(page, url, { type, documentId, locale, field, single = false }) {
  const place = single ? `single-types/${uidOf(type)}` : `collection-types/${uidOf(type)}/${documentId}`;
  await page.goto(`${url}/admin/content-manager/${place}?plugins[i18n][locale]=${locale}`);
  await page.waitForFunction(name => document.querySelector(`[name="${name}"]`)?.value, field);
  // The panel beside the form comes last.
  await page.getByRole('button', { name: /^(Save|Сохранить)$/ }).first().waitFor();
}

/**
 * Opens the preview of the form that is open.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<import('playwright-core').FrameLocator>} the page of the site, once it is there
 */
export async function openPreview(page) {
  await page.getByRole('link', { name: /^(Open preview|Открыть предпросмотр)$/ }).click();
  const frame = page.frameLocator('iframe');
  await frame.locator('h1').first().waitFor();
  return frame;
}

export const uidOf = type => `api::${type}.${type}`;
