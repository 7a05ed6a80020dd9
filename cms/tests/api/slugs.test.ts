import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signIn, type AdminFetch } from '../helpers/admin.ts';
import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf } from '../helpers/content.ts';
import { faultsOf } from '../helpers/faults.ts';

let cms: Cms;
let terms: ReturnType<typeof documentsOf>;
let admin: AdminFetch;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  terms = documentsOf(cms.strapi, 'api::glossary-term.glossary-term');
  admin = await signIn(cms);
});
afterAll(() => cms.stop());

const slugOf = async (term: string, locale = 'ru') => (await terms.read(await terms.create(locale, { term, definition: 'x' }), locale, 'draft'))['slug'];

describe('a missing slug', () => {
  it('is made from the title, Russian as in passports', async () => {
    expect(await slugOf('Операции')).toBe('operatsii');
    expect(await slugOf('Съёмный щит: 20 хирургов, этаж №5')).toBe('sieemnyi-shchit-20-khirurgov-etazh-no5');
    expect(await slugOf('Ключевая жизнь — юг')).toBe('kliuchevaia-zhizn-iug');
    expect(await slugOf('Crème brûlée & Straße', 'en')).toBe('creme-brulee-strasse');
  });

  it('is unique in all languages, which one document may share', async () => {
    expect(await slugOf('Повтор')).toBe('povtor');
    expect(await slugOf('Повтор')).toBe('povtor-2');
    expect(await slugOf('Повтор')).toBe('povtor-3');
    expect(await slugOf('Повтор', 'en')).toBe('povtor-4');
    const id = await terms.create('en', { term: 'MESEMS', definition: 'x' });
    await terms.save(id, 'ru', { term: 'MESEMS', definition: 'x' });
    expect(await terms.read(id, 'ru', 'draft')).toMatchObject({ slug: 'mesems' });
  });

  it('is made for a new language, and anew when it is emptied', async () => {
    const id = await terms.create('en', { term: 'Remission', definition: 'x' });
    await terms.save(id, 'ru', { term: 'Ремиссия', definition: 'x' });
    expect(await terms.read(id, 'ru', 'draft')).toMatchObject({ slug: 'remissiia' });
    await terms.save(id, 'en', { term: 'Relief', slug: '' });
    expect(await terms.read(id, 'en', 'draft')).toMatchObject({ slug: 'relief' });
  });

  it('stays what it was when the title changes', async () => {
    const id = await terms.create('en', { term: 'Old name', definition: 'x' });
    await terms.save(id, 'en', { term: 'New name' });
    expect(await terms.read(id, 'en', 'draft')).toMatchObject({ slug: 'old-name' });
  });
});

describe('a slug that another document has in another language', () => {
  it('is refused when it is published; the languages of one document may share theirs', async () => {
    const [russian, english] = [await terms.create('ru', { term: 'Имплант', slug: 'implant-x', definition: 'x' }), await terms.create('en', { term: 'Implant', slug: 'implant-x', definition: 'x' })];
    await terms.publish(russian, 'ru');
    expect(await faultsOf(() => terms.publish(english, 'en'))).toEqual({ slug: expect.stringMatching(/^“implant-x” is the slug of “Имплант” \(ru\).*Choose another\.$/) });
    await terms.save(russian, 'en', { term: 'Implant', slug: 'implant-x', definition: 'x' });
    await terms.publish(russian, '*');
    await terms.save(english, 'en', { slug: 'implant-y' }, 'published');
  });
});

describe('the button of the admin', () => {
  const uid = { contentTypeUID: 'api::glossary-term.glossary-term', field: 'slug' };

  it('makes the same slugs', async () => {
    const body = { ...uid, data: { term: 'Нейрохирургические операции' } };
    expect(await admin('/content-manager/uid/generate?locale=ru', { body })).toMatchObject({ body: { data: 'neirokhirurgicheskie-operatsii' } });
  });

  it('gives a document the slug that it has in another language', async () => {
    const id = await terms.create('en', { term: 'EDSS', definition: 'x' });
    const ask = (data: object) => admin('/content-manager/uid/generate?locale=ru', { body: { ...uid, data: { term: 'EDSS', ...data } } });
    expect(await ask({ id })).toMatchObject({ body: { data: 'edss' } });
    expect(await ask({ id: 12, documentId: id })).toMatchObject({ body: { data: 'edss' } });
    expect(await ask({ id: '' })).toMatchObject({ body: { data: 'edss-2' } });
  });

  it('says when a slug is taken, and offers another', async () => {
    await terms.create('ru', { term: 'Занято', definition: 'x' });
    const ask = (value: string) => admin('/content-manager/uid/check-availability?locale=ru', { body: { ...uid, value } });
    expect(await ask('zaniato')).toMatchObject({ body: { isAvailable: false, suggestion: 'zaniato-2' } });
    expect(await ask('svobodno')).toMatchObject({ body: { isAvailable: true, suggestion: null } });
  });
});
