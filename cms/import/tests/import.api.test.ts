import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { documentsOf, linked } from '../../tests/helpers/content.ts';
import { type Cms, startCms } from '../../tests/helpers/cms.ts';
import { publishImported } from './editor.ts';
import { modelPage, pages } from './read.ts';

const command = path.resolve(import.meta.dirname, '../main.ts');
let cms: Cms;
let folder: string;
beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  folder = mkdtempSync(path.join(os.tmpdir(), 'polyclinic-import-'));
  cpSync(pages, folder, { recursive: true });
});
afterAll(async () => {
  await cms?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const blocks = z.array(z.object({ __component: z.string(), id: z.number(), key: z.string() }));

interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs the command as people do. */
function run(args: string[], env: Record<string, string> = {}): Promise<Run> {
  const settings = { PATH: process.env['PATH'], CMS_URL: cms.url, CMS_IMPORT_TOKEN: cms.settings['CMS_IMPORT_TOKEN'], ...env };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { cwd: folder, env: settings }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const article = () => documentsOf(cms.strapi, 'api::article.article');
const count = (uid: Parameters<typeof documentsOf>[1]) => cms.strapi.documents(uid).count({ status: 'draft' });
async function counts() {
  const types = ['article', 'clinic', 'treatment', 'cost-entry', 'source', 'review'] as const;
  const files = await cms.strapi.db.query('plugin::upload.file').count();
  return { ...Object.fromEntries(await Promise.all(types.map(async type => [type, await count(`api::${type}.${type}`)] as const))), files };
}
const once = { 'article': 1, 'clinic': 2, 'treatment': 1, 'cost-entry': 2, 'source': 2, 'review': 1, 'files': 3 };

describe('importing a page', () => {
  let documentId = '';

  it('goes on after a failure in the middle, without making anything twice', async () => {
    const { code, err } = await run(['cataract.html', '--locale', 'en', '--treatment', 'no-such-treatment']);
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining('There is no treatment "no-such-treatment"') });
    expect(await counts()).toMatchObject({ article: 0, files: 3 });
  });

  it('makes one draft, and drafts of what it refers to', async () => {
    const { code, out, err } = await run(['cataract.html', '--locale', 'en', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { written } = JSON.parse(out);
    expect(written).toMatchObject({ outcome: 'made', slug: 'cataract-surgery-abroad' });
    documentId = written.documentId;
    expect(await counts()).toEqual(once);

    const draft = await article().read(documentId, 'en', 'draft', ['cover.image', 'body', 'treatments', 'sources', 'seo']);
    expect(draft).toMatchObject({ title: 'Cataract surgery abroad', sourceLocale: 'en', cover: { image: { ext: '.png' } }, seo: { description: expect.stringContaining('fictitious') } });
    expect(draft['body']).toHaveLength(17);
    expect(linked(draft['sources'])).toHaveLength(2);
    expect(linked(draft['treatments'])).toHaveLength(1);
    expect(await cms.read(`/api/articles/${documentId}`)).toMatchObject({ status: 404 });
  });

  it('links what the blocks show', async () => {
    const { body } = await cms.import(`/api/articles/${documentId}?locale=en&status=draft&populate[body][populate]=*`);
    expect(body).toMatchObject({ data: { body: expect.arrayContaining([
      expect.objectContaining({ __component: 'shared.figure', image: expect.objectContaining({ ext: '.png' }), alt: 'A lens' }),
      expect.objectContaining({ __component: 'shared.figure', image: null, alt: '' }),
      expect.objectContaining({ title: 'Prices by country', treatment: expect.objectContaining({ name: 'Cataract surgery' }) }),
      expect.objectContaining({ clinics: [expect.objectContaining({ slug: 'sample-eye-house', city: 'Gdańsk' }), expect.objectContaining({ slug: 'example-lens-centre' })] }),
      expect.objectContaining({ review: expect.objectContaining({ displayName: 'Ada Sample', title: 'I could read the harbour signs again', moderationState: 'submitted' }) }),
    ]) } });
    const costs = await cms.strapi.documents('api::cost-entry.cost-entry').findMany({ status: 'draft', populate: ['treatment'], sort: 'amountFrom' });
    expect(costs).toMatchObject([
      { country: 'PL', amountFrom: 1100, amountTo: 1900, currency: 'EUR', asOf: null, treatment: { name: 'Cataract surgery' } },
      { country: 'TR', amountFrom: 1200, amountTo: null, treatment: { name: 'Cataract surgery' } },
    ]);
  });

  it('says of a draft that nobody has changed that nothing would be lost', async () => {
    const { code, err } = await run(['cataract.html', '--locale', 'en']);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('Its draft is still what this page gives.') });
    expect(await counts()).toEqual(once);
  });

  it('names what was changed by hand and would be lost', async () => {
    const { body } = await article().read(documentId, 'en', 'draft', ['body']);
    const mended = blocks.parse(body).map(({ __component, id, key }, index) => ({
      __component,
      id,
      key,
      ...(index === 0 ? { title: 'An editor’s title' } : {}),
      ...(__component === 'shared.figure' ? { alt: 'An editor’s words', credit: 'An editor' } : {}),
      ...(__component === 'block.clinic-cards' ? { clinics: { set: [] } } : {}),
    }));
    const [before] = await cms.strapi.documents('api::cost-entry.cost-entry').findMany({ status: 'draft', filters: { country: 'TR' } });
    await article().save(documentId, 'en', { body: mended.slice(0, -1), sources: { set: [] } });
    await documentsOf(cms.strapi, 'api::cost-entry.cost-entry').save(before?.documentId ?? '', undefined, { amountFrom: 5 });
    const { err } = await run(['cataract.html', '--locale', 'en']);
    const lost = 'sources, 1 callout block, 3 figure blocks, 1 clinic cards block, 1 removed call to action block, the sums of the cost entry';
    expect(err).toContain(`These would be as the page has them again: ${lost}`);
    expect(err).toMatch(/with --replace: changes made by hand in the draft are then lost/);
    const { code, out } = await run(['cataract.html', '--locale', 'en', '--replace']);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining(lost) });
    expect((await run(['cataract.html', '--locale', 'en'])).err).toContain('Its draft is still what this page gives.');
  });

  it('refuses the same page a second time, whatever became of title, slug and file name', async () => {
    await article().save(documentId, 'en', { title: 'An editor’s title', slug: 'an-editors-slug' });
    const again = readFileSync(path.join(folder, 'cataract.html'), 'utf8').replace('href="https://guide.example/cataract-surgery-abroad/"', 'href="https://guide.example/cataract-surgery-abroad?utm_source=mail#top"');
    expect(again).toContain('utm_source');
    writeFileSync(path.join(folder, 'saved-again.html'), again);
    const { code, out, err } = await run(['saved-again.html', '--locale', 'en']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/imported before, as the article "an-editors-slug".*\/admin\/.*--replace/s);
    expect(await counts()).toEqual(once);
  });

  it('tells nobody but the import token which article a page became', async () => {
    const address = '/api/imported-articles?locale=en&identity=https://guide.example/cataract-surgery-abroad';
    expect(await cms.import(address)).toMatchObject({ status: 200, body: { data: { documentId } } });
    expect(await cms.read(address)).toMatchObject({ status: 403 });
    expect(await cms.fetch(address)).toMatchObject({ status: 401 });
  });

  it('replaces the draft when asked to, keeps its slug and the keys of its blocks', async () => {
    const before = await article().read(documentId, 'en', 'draft', ['body']);
    const { code, out, err } = await run(['cataract.html', '--locale', 'en', '--replace']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/has replaced the draft[\s\S]*differed from the page, and is as the page has it again: title\n/);
    expect(out).toContain('"Sample Eye House" exists and keeps its own words');
    const after = await article().read(documentId, 'en', 'draft', ['body']);
    expect(after).toMatchObject({ title: 'Cataract surgery abroad', slug: 'an-editors-slug' });
    expect(keys(after)).toEqual(keys(before));
    expect(new Set(keys(after)).size).toBe(17);
    expect(await counts()).toEqual(once);
  });

  it('can be published once an editor has supplied what the report asks for, and leaves what is published alone', async () => {
    await expect(article().publish(documentId, 'en')).rejects.toThrow(/Describe the picture|must be|required|defined/i);
    await publishImported(cms, documentId);
    const published = `/api/articles/${documentId}?locale=en&fields[0]=title&populate[body][populate]=*`;
    const { status, body } = await cms.read(published);
    expect({ status, body }).toMatchObject({ status: 200, body: { data: { title: 'Cataract surgery abroad', body: { length: 17 } } } });

    const html = readFileSync(path.join(folder, 'cataract.html'), 'utf8').replaceAll('Cataract surgery abroad', 'Cataract surgery, changed').replaceAll('1 200 EUR', '1 300 EUR').replaceAll('<td>Poland</td>', '<td>Spain</td>');
    writeFileSync(path.join(folder, 'cataract.html'), html);
    const { code, out } = await run(['cataract.html', '--locale', 'en', '--replace']);
    expect(code).toBe(0);
    expect(out).toMatch(/-pl-eur": no longer on the page, left as it is/);
    expect(out).toContain('Publish 1 cost entry.');
    expect(out).toContain('Give 1 cost entry its as-of date and source, and the clinic if it is known; then publish.');
    expect(out).not.toMatch(/the clinic "|the treatment "Cataract surgery"|consent of|2 cost entries/);
    expect(await article().read(documentId, 'en', 'draft')).toMatchObject({ title: 'Cataract surgery, changed' });
    expect(await cms.read(published)).toMatchObject({ body: { data: { title: 'Cataract surgery abroad' } } });
    expect(await cms.read('/api/cost-entries?sort=amountFrom')).toMatchObject({ body: { data: [{ amountFrom: 1100 }, { amountFrom: 1200 }] } });
    expect(await cms.import('/api/cost-entries?status=draft&sort=amountFrom')).toMatchObject({ body: { data: [{ country: 'PL' }, { country: 'ES' }, { country: 'TR', amountFrom: 1300 }] } });
    expect(await counts()).toEqual({ ...once, 'cost-entry': 3 });
  });

  it('takes a page in another language for a document of its own', async () => {
    const { code, out, err } = await run(['rehabilitation.md', '--locale', 'ru', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { written, unplaced, mend } = JSON.parse(out);
    expect(mend).toContain('Add a source for [@oprosnik-2019], or correct the citation: no source has this key.');
    expect(await article().read(written.documentId, 'ru', 'draft')).toMatchObject({ sourceLocale: 'ru', title: 'Восстановление после замены колена' });
    expect(written.slug).toMatch(/^[a-z0-9-]+$/);
    expect(unplaced).toContainEqual(expect.objectContaining({ what: 'related link' }));
  });
});

describe.skipIf(!existsSync(modelPage))('the model page (skipped where it is not beside the project)', () => {
  it('makes one draft that an editor can mend and publish', async () => {
    const { code, out, err } = await run([modelPage, '--locale', 'en', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { written, unplaced, mend } = JSON.parse(out);
    expect(unplaced.filter(({ what }: { what: string }) => !['picture', 'related link'].includes(what))).toEqual([]);
    expect(await run([modelPage, '--locale', 'en'])).toMatchObject({ code: 2, err: expect.stringContaining('Its draft is still what this page gives.') });
    expect(mend.slice(0, 6)).toEqual([
      expect.stringMatching(/^Give the treatment "[^"]+" its specialty and summary and publish it/),
      expect.stringMatching(/^Give the clinic "[^"]+" its picture and publish it/),
      expect.stringMatching(/^Give the clinic "Cellthera[^"]*" its city and picture and publish it/),
      expect.stringMatching(/^Give 2 cost entries their as-of date and source/),
      expect.stringMatching(/^Get the consent of .* note in the review where it is filed/),
      expect.stringMatching(/^Give 3 callouts a title/),
    ]);
    await publishImported(cms, written.documentId);
    const { body } = await cms.read(`/api/articles?locale=en&filters[slug][$eq]=${written.slug}&populate[body][populate]=*&populate[sources]=true`);
    expect(body).toMatchObject({ data: [{ body: { length: 33 }, sources: { length: 4 } }] });
    const again = await run([modelPage, '--locale', 'en', '--replace', '--json']);
    expect(JSON.parse(again.out).mend[0]).toMatch(/^Give 3 callouts a title/);
  });
});

describe('what stands in the way', () => {
  it.each([
    ['no CMS', { CMS_URL: 'http://127.0.0.1:9' }, /does not answer at http:\/\/127\.0\.0\.1:9\. Start it with "npm start"/],
    ['a wrong token', { CMS_IMPORT_TOKEN: 'wrong' }, /refuses the import token/],
    ['no token', { CMS_IMPORT_TOKEN: '' }, /CMS_IMPORT_TOKEN is not set/],
  ])('%s', async (_, env, sentence) => {
    const { code, err } = await run(['rehabilitation.md', '--locale', 'ru'], env);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

function keys(draft: Record<string, unknown>): unknown[] {
  return Array.isArray(draft['body']) ? draft['body'].map(({ key }: { key: unknown }) => key) : [];
}
