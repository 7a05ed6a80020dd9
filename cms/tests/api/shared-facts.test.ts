import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf } from '../helpers/content.ts';

let cms: Cms;
let clinics: ReturnType<typeof documentsOf>;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  clinics = documentsOf(cms.strapi, 'api::clinic.clinic');
});
afterAll(() => cms.stop());

const english = { name: 'Bosporus Clinic', summary: 'A clinic in two sentences.', city: 'Istanbul', country: 'TR', founded: 1990 };
const russian = { name: 'Клиника «Босфор»', summary: 'Клиника в двух предложениях.', city: 'Стамбул' };

/** A clinic that is published in both languages. */
async function bilingualClinic(slug: string): Promise<string> {
  const id = await clinics.create('en', { ...english, slug }, 'published');
  await clinics.save(id, 'ru', { ...russian, slug: `${slug}-ru` }, 'published');
  return id;
}

async function founded(id: string) {
  const at = async (locale: string, status: 'draft' | 'published') => (await clinics.read(id, locale, status))['founded'];
  return { en: [await at('en', 'draft'), await at('en', 'published')], ru: [await at('ru', 'draft'), await at('ru', 'published')] };
}

describe('a value that all languages share', () => {
  it('is taken over by a new language', async () => {
    const id = await bilingualClinic('taken-over');
    expect(await clinics.read(id, 'ru', 'published')).toMatchObject({ country: 'TR', founded: 1990 });
  });

  it('reaches every draft when one is saved, and no reader', async () => {
    const id = await bilingualClinic('saved');
    await clinics.save(id, 'ru', { founded: 1991 });
    expect(await founded(id)).toEqual({ en: [1991, 1990], ru: [1991, 1990] });
  });

  it('reaches the readers of every language when one is published', async () => {
    const id = await bilingualClinic('published');
    await clinics.save(id, 'ru', { founded: 1991 });
    await clinics.publish(id, 'ru');
    expect(await founded(id)).toEqual({ en: [1991, 1991], ru: [1991, 1991] });
  });

  it('does so when saving and publishing are one step, and when all languages are published together', async () => {
    const id = await bilingualClinic('one-step');
    await clinics.save(id, 'ru', { founded: 1991 }, 'published');
    expect(await founded(id)).toEqual({ en: [1991, 1991], ru: [1991, 1991] });

    await clinics.save(id, 'en', { founded: 1992 });
    await clinics.publish(id, ['en', 'ru']);
    expect(await founded(id)).toEqual({ en: [1992, 1992], ru: [1992, 1992] });

    await clinics.save(id, 'en', { founded: 1993 });
    await clinics.publish(id, '*');
    expect(await founded(id)).toEqual({ en: [1993, 1993], ru: [1993, 1993] });
  });

  it('goes back in every draft when one is discarded', async () => {
    const id = await bilingualClinic('discarded');
    await clinics.save(id, 'ru', { founded: 1991 });
    await cms.strapi.documents('api::clinic.clinic').discardDraft({ documentId: id, locale: 'ru' });
    expect(await founded(id)).toEqual({ en: [1990, 1990], ru: [1990, 1990] });
  });

  it('can be emptied', async () => {
    const id = await bilingualClinic('emptied');
    await clinics.save(id, 'en', { founded: null }, 'published');
    expect(await founded(id)).toEqual({ en: [null, null], ru: [null, null] });
  });

  it('keeps a draft change of another language when a new language is made', async () => {
    const id = await clinics.create('en', { ...english, slug: 'third' }, 'published');
    await clinics.save(id, 'en', { founded: 1991 });
    await clinics.save(id, 'ru', { ...russian, slug: 'third-ru' });
    expect(await clinics.read(id, 'en', 'draft')).toMatchObject({ founded: 1991 });
    expect(await clinics.read(id, 'ru', 'draft')).toMatchObject({ founded: 1991 });
  });

  it('marks no other language as modified, and hides no modification of its own', async () => {
    const id = await bilingualClinic('times');
    const isModified = async (locale: string) =>
      String((await clinics.read(id, locale, 'draft'))['updatedAt']) > String((await clinics.read(id, locale, 'published'))['updatedAt']);

    await clinics.save(id, 'ru', { founded: 1991 });
    expect([await isModified('en'), await isModified('ru')]).toEqual([false, true]);
    await clinics.save(id, 'en', { city: 'Ankara' });
    await clinics.publish(id, 'ru');
    expect([await isModified('en'), await isModified('ru')]).toEqual([true, false]);
  });

  it('holds for types without drafts', async () => {
    const items = documentsOf(cms.strapi, 'api::cost-item.cost-item');
    const id = await items.create('en', { name: 'Hospital stay', code: 'hospital-stay' });
    await items.save(id, 'ru', { name: 'Пребывание в клинике', code: 'stay' });
    expect(await items.read(id, 'en', 'published')).toMatchObject({ code: 'stay' });
  });
});
