import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeCorpus } from '../../bench/corpus/corpus.mjs';
import { compileServer } from '../../cms/tests/helpers/compile.ts';
import { startCms } from '../../cms/tests/helpers/cms.ts';

const ARTICLES = 40;
const LANGUAGES = ['en', 'ru'];

describe('a corpus of copies', () => {
  let cms, made;

  beforeAll(async () => {
    compileServer();
    cms = await startCms({ prepare: file => made = makeCorpus(file, ARTICLES) });
  }, 300_000);
  afterAll(() => cms?.stop());

  const uid = 'api::article.article';
  const whole = {
    cover: { populate: '*' }, treatments: true, conditions: true, author: true, medicalReviewer: true, sources: true, related: true, seo: true,
    body: { on: {
      'block.text': true, 'block.callout': true, 'block.list': true, 'block.video': true, 'block.call-to-action': true, 'shared.figure': { populate: '*' }, 'evidence.claim': { populate: '*' },
      'block.cost-table': { populate: '*' }, 'block.clinic-cards': { populate: '*' }, 'block.patient-story': { populate: '*' }, 'block.faq': { populate: '*' },
    } },
  };
  const bySlug = async (slug, locale, status = 'published') => cms.strapi.documents(uid).findFirst({ filters: { slug: { $startsWith: slug } }, locale, status, populate: whole, sort: 'id:desc' });

  it('has the number of articles that was asked for, all but one of the demo in each language', async () => {
    expect(made.articles).toBe(ARTICLES);
    expect(made.rows).toBeGreaterThan(1000);
    for (const locale of LANGUAGES) {
      const { status, body } = await cms.read(`/api/articles?locale=${locale}&fields[0]=slug&pagination[pageSize]=100`);
      expect(status).toBe(200);
      expect(body.data.length).toBeGreaterThanOrEqual(ARTICLES - 1);
      expect(new Set(body.data.map(({ slug }) => slug)).size).toBe(body.data.length);
    }
  });

  it.each(LANGUAGES)('copies an article whole, in its own words (%s)', async (locale) => {
    const original = await cms.strapi.documents(uid).findFirst({ locale, status: 'published', populate: whole, sort: 'id:asc' });
    const copy = await bySlug(`${original.slug}-`, locale);
    expect(copy.documentId).not.toBe(original.documentId);
    const shape = ({ body, sources, treatments, author, cover }) => ({
      body: body.map(({ __component, source, items, clinics, treatment }) => [__component, source?.documentId, items?.length, clinics?.map(clinic => clinic.documentId), treatment?.documentId]),
      sources: sources.map(({ documentId }) => documentId),
      treatments: treatments.map(({ documentId }) => documentId),
      author: author?.documentId,
      picture: cover?.image?.id,
    });
    expect(shape(copy)).toEqual(shape(original));
    expect(copy.body.map(({ key }) => key)).not.toContain(original.body[0].key);
    expect(JSON.stringify(copy.body.map(({ body }) => body))).not.toBe(JSON.stringify(original.body.map(({ body }) => body)));
  });

  it('keeps the languages of a document together, and its draft beside it', async () => {
    const [first] = LANGUAGES;
    const { documentId, body } = await cms.strapi.documents(uid).findFirst({ locale: first, status: 'published', populate: whole, sort: 'id:desc' });
    const others = await Promise.all(LANGUAGES.flatMap(locale => ['draft', 'published'].map(status => cms.strapi.documents(uid).findOne({ documentId, locale, status, populate: whole }))));
    expect(others.every(Boolean)).toBe(true);
    expect(others[0].body.map(({ key }) => key)).toEqual(body.map(({ key }) => key));
  });

  it('can be worked on as what an editor wrote: a copy is published anew, and the change is in the feed', async () => {
    const { documentId, slug } = await cms.strapi.documents(uid).findFirst({ locale: 'en', status: 'draft', sort: 'id:desc' });
    await cms.strapi.documents(uid).publish({ documentId, locale: 'en' });
    expect(await bySlug(slug, 'en')).toMatchObject({ documentId });
    const changes = await cms.strapi.db.connection('change_log').select('type', 'action').orderBy('sequence');
    // Once when the demo's database was made, and once for the copies.
    expect(changes.filter(({ type }) => type === '*')).toHaveLength(2);
    expect(changes.slice(changes.findLastIndex(({ type }) => type === '*'))).toContainEqual({ type: 'article', action: 'changed' });
  });
});
