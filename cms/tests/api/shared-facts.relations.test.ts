import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, linked } from '../helpers/content.ts';

let cms: Cms;
let clinics: ReturnType<typeof documentsOf>;
let treatments: ReturnType<typeof documentsOf>;
let people: ReturnType<typeof documentsOf>;
let number = 0;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  clinics = documentsOf(cms.strapi, 'api::clinic.clinic');
  treatments = documentsOf(cms.strapi, 'api::treatment.treatment');
  people = documentsOf(cms.strapi, 'api::person.person');
});
afterAll(() => cms.stop());

const words = {
  en: { name: 'A name', title: 'A title', summary: 'A summary.', city: 'Istanbul', specialty: 'Neurology', role: 'Neurologist' },
  ru: { name: 'Название', title: 'Заголовок', summary: 'Описание.', city: 'Стамбул', specialty: 'Неврология', role: 'Невролог' },
};

type Language = keyof typeof words;
type Type = ReturnType<typeof documentsOf>;

const wordsOf = (language: Language) => ({ ...words[language], country: 'TR', slug: `document-${(number += 1)}` });

interface Version {
  locale: string;
  publishedAt: unknown;
}

type Row = Version & { treatments: Version[]; doctors: Version[] };

/** A document in the given languages, published in all of them. */
async function published(type: Type, languages: Language[], data: Record<string, unknown> = {}): Promise<string> {
  const [first = 'en', ...others] = languages;
  const id = await type.create(first, { ...wordsOf(first), ...data }, 'published');
  for (const language of others) await type.save(id, language, wordsOf(language), 'published');
  return id;
}

/** What readers of both languages find linked. */
const toReaders = async (type: Type, id: string, relation: string) => ({
  en: linked((await type.read(id, 'en', 'published', [relation]))[relation]),
  ru: linked((await type.read(id, 'ru', 'published', [relation]))[relation]),
});

const inDraft = async (type: Type, id: string, language: Language, relation: string) =>
  linked((await type.read(id, language, 'draft', [relation]))[relation]);

describe('a relation that states a fact', () => {
  it('is there in a language that is made later', async () => {
    const [a, b] = [await published(treatments, ['en', 'ru']), await published(treatments, ['en', 'ru'])];
    const clinic = await published(clinics, ['en', 'ru'], { treatments: [b, a] });
    expect(await toReaders(clinics, clinic, 'treatments')).toEqual({ en: [b, a], ru: [b, a] });
  });

  it('changes for all readers when one language is saved and published, in the same order', async () => {
    const [a, b, c] = [await published(treatments, ['en', 'ru']), await published(treatments, ['en', 'ru']), await published(treatments, ['en', 'ru'])];
    const clinic = await published(clinics, ['en', 'ru'], { treatments: [a, b] });
    await clinics.save(clinic, 'ru', { treatments: [c, b] });
    expect(await inDraft(clinics, clinic, 'en', 'treatments')).toEqual([c, b]);
    expect(await toReaders(clinics, clinic, 'treatments')).toEqual({ en: [a, b], ru: [a, b] });
    await clinics.publish(clinic, 'ru');
    expect(await toReaders(clinics, clinic, 'treatments')).toEqual({ en: [c, b], ru: [c, b] });
  });

  it('ends in all languages when it ends in one', async () => {
    const a = await published(treatments, ['en', 'ru']);
    const clinic = await published(clinics, ['en', 'ru'], { treatments: [a] });
    await clinics.save(clinic, 'en', { treatments: [] }, 'published');
    expect(await toReaders(clinics, clinic, 'treatments')).toEqual({ en: [], ru: [] });
  });

  it('is not ended by a language in which its target does not exist', async () => {
    const [a, b] = [await published(treatments, ['en']), await published(treatments, ['en', 'ru'])];
    const clinic = await published(clinics, ['en', 'ru'], { treatments: [a, b] });
    expect(await toReaders(clinics, clinic, 'treatments')).toEqual({ en: [a, b], ru: [b] });
    await clinics.save(clinic, 'ru', { treatments: [b] }, 'published');
    expect(await toReaders(clinics, clinic, 'treatments')).toEqual({ en: [a, b], ru: [b] });
    await clinics.save(clinic, 'ru', { treatments: [] }, 'published');
    expect(await toReaders(clinics, clinic, 'treatments')).toEqual({ en: [a], ru: [] });
  });

  it('appears where its target is translated or published later', async () => {
    const a = await published(treatments, ['en']);
    const clinic = await published(clinics, ['en', 'ru'], { treatments: [a] });
    await treatments.save(a, 'ru', wordsOf('ru'));
    expect(await inDraft(clinics, clinic, 'ru', 'treatments')).toEqual([a]);
    expect(await toReaders(clinics, clinic, 'treatments')).toEqual({ en: [a], ru: [] });
    await treatments.publish(a, 'ru');
    expect(await toReaders(clinics, clinic, 'treatments')).toEqual({ en: [a], ru: [a] });
  });

  it('appears when its target is published for the first time, unless the link itself is not published yet', async () => {
    const a = await treatments.create('en', wordsOf('en'));
    const clinic = await clinics.create('en', { ...wordsOf('en'), treatments: [a] }, 'published');
    const other = await clinics.create('en', wordsOf('en'), 'published');
    await clinics.save(other, 'en', { treatments: [a] });
    await treatments.publish(a, 'en');
    expect(linked((await clinics.read(clinic, 'en', 'published', ['treatments']))['treatments'])).toEqual([a]);
    expect(linked((await clinics.read(other, 'en', 'published', ['treatments']))['treatments'])).toEqual([]);
  });

  it('holds for relations to one, from both of their sides', async () => {
    const [first, second] = [await published(clinics, ['en', 'ru']), await published(clinics, ['en', 'ru'])];
    const [doctor, colleague] = [await published(people, ['en', 'ru'], { clinic: first }), await published(people, ['en', 'ru'])];
    expect(await toReaders(people, doctor, 'clinic')).toEqual({ en: [first], ru: [first] });
    expect(await toReaders(clinics, first, 'doctors')).toEqual({ en: [doctor], ru: [doctor] });

    await people.save(doctor, 'ru', { clinic: second }, 'published');
    expect(await toReaders(people, doctor, 'clinic')).toEqual({ en: [second], ru: [second] });

    await clinics.save(second, 'en', { doctors: [colleague, doctor] }, 'published');
    expect(await toReaders(clinics, second, 'doctors')).toEqual({ en: [colleague, doctor], ru: [colleague, doctor] });
    expect(await toReaders(people, colleague, 'clinic')).toEqual({ en: [second], ru: [second] });

    await people.save(doctor, 'en', { clinic: null }, 'published');
    expect(await toReaders(people, doctor, 'clinic')).toEqual({ en: [], ru: [] });
    expect(await toReaders(clinics, second, 'doctors')).toEqual({ en: [colleague], ru: [colleague] });
  });

  it('may lead to types without languages', async () => {
    const source = await documentsOf(cms.strapi, 'api::source.source').create(undefined, { citationKey: 'mesems-2021', title: 'MESEMS', type: 'journal_article' });
    const articles = documentsOf(cms.strapi, 'api::article.article');
    const article = await published(articles, ['en', 'ru']);
    await articles.save(article, 'ru', { sources: [source] }, 'published');
    expect(await toReaders(articles, article, 'sources')).toEqual({ en: [source], ru: [source] });
  });

  it('goes back in every draft when one is discarded', async () => {
    const [a, b] = [await published(treatments, ['en', 'ru']), await published(treatments, ['en'])];
    const clinic = await published(clinics, ['en', 'ru'], { treatments: [a, b] });
    await clinics.save(clinic, 'ru', { treatments: [] });
    expect(await inDraft(clinics, clinic, 'en', 'treatments')).toEqual([b]);
    await cms.strapi.documents('api::clinic.clinic').discardDraft({ documentId: clinic, locale: 'ru' });
    expect(await inDraft(clinics, clinic, 'en', 'treatments')).toEqual([a, b]);
    expect(await inDraft(clinics, clinic, 'ru', 'treatments')).toEqual([a]);
  });

  it('leaves choices of a language alone', async () => {
    const articles = documentsOf(cms.strapi, 'api::article.article');
    const [a, b] = [await published(articles, ['en', 'ru']), await published(articles, ['en', 'ru'])];
    await articles.save(a, 'ru', { related: [b] }, 'published');
    expect(await toReaders(articles, a, 'related')).toEqual({ en: [], ru: [b] });
  });

  it('survives a target that is published again', async () => {
    const a = await published(treatments, ['en', 'ru']);
    const clinic = await published(clinics, ['en', 'ru'], { treatments: [a] });
    await treatments.save(a, 'ru', { specialty: 'Гематология' }, 'published');
    await treatments.publish(a, '*');
    expect(await toReaders(clinics, clinic, 'treatments')).toEqual({ en: [a], ru: [a] });
  });

  it('never leads from a draft to a published version or back', async () => {
    const stage = (row: { publishedAt: unknown }) => (row.publishedAt === null ? 'draft' : 'published');
    const rows: Row[] = await cms.strapi.db.query('api::clinic.clinic').findMany({ populate: { treatments: true, doctors: true } });
    const links = rows.flatMap(row => [...row.treatments, ...row.doctors].map(target => ({ from: stage(row), to: stage(target), same: row.locale === target.locale })));
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ from, to, same }) => from !== to || !same)).toEqual([]);
  });
});
