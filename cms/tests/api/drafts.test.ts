import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { marker, writeDraftsAndPublished } from './drafts-fixture.ts';

let cms: Cms;
let ids: Awaited<ReturnType<typeof writeDraftsAndPublished>>;
let lists: string[];

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  ids = await writeDraftsAndPublished(cms.strapi);
  lists = Object.values(cms.strapi.contentTypes)
    .filter(({ uid }) => uid.startsWith('api::'))
    .map(({ kind, info }) => `/api/${kind === 'singleType' ? info.singularName : info.pluralName}`);
});
afterAll(async () => {
  await cms?.stop();
});

const raw = (body: unknown) => JSON.stringify(body);
const total = (body: unknown) => (body as { meta: { pagination: { total: number } } }).meta.pagination.total;

async function expectNothingOfDrafts(path: string): Promise<number> {
  const { status, body } = await cms.read(path);
  expect(raw(body).toLowerCase(), path).not.toContain(marker.toLowerCase());
  expect(raw(body), path).not.toMatch(/"publishedAt":null|987654|private-origin|hidden-(?!\w+" is)/);
  expect([200, 400, 404], `${path} ${raw(body)}`).toContain(status);
  return status;
}

it('the fixture is readable inside, so that the tests below mean something', async () => {
  const draft = await cms.strapi.documents('api::article.article').findFirst({ status: 'draft', filters: { title: { $contains: marker } } });
  expect(draft).not.toBeNull();
  expect((await cms.import('/api/clinics?status=draft&filters[slug][$eq]=hidden-clinic')).body).toMatchObject({ data: [{ city: marker }] });
  expect((await cms.read('/api/articles')).body).toMatchObject({ data: [{ title: 'Rest in Porto' }], meta: { pagination: { total: 1 } } });
});

const spellings = [
  'status=draft', 'status=DRAFT', 'status=Draft', 'status=', 'status', 'status=%64raft', '%73tatus=draft', 'status%5B%5D=draft', 'status=draft%00', 'status=%20draft',
  'status[]=draft', 'status[0]=draft', 'status[1]=draft', 'status[$eq]=draft', 'status[draft]=true', 'status=published&status=draft', 'status=draft&status=published',
  'status=published,draft', 'status=null', 'status=modified', 'status=any', 'status=*', 'STATUS=draft', 'Status=Draft', 'status.=draft', 'filters[status]=draft', 'filters[status][$eq]=draft',
  '__proto__[status]=draft', 'constructor[prototype][status]=draft', 'filters[__proto__][status]=draft', 'pagination[status]=draft',
  'publicationState=preview', 'publicationState=live', 'publicationstate=preview', '_publicationState=preview',
  ...['never-published', 'has-published-version', 'modified', 'unmodified', 'never-published-document', 'published-without-draft', 'published-with-draft'].flatMap(mode => [
    `publicationFilter=${mode}`, `publicationFilter=${mode}&status=draft`, `publicationFilter[]=${mode}`, `PublicationFilter=${mode}`,
  ]),
  'hasPublishedVersion=false', 'hasPublishedVersion=true', 'hasPublishedVersion=0', 'hasPublishedVersion[]=false', 'hasPublishedVersion=false&status=draft',
  'locale=*', 'locale=ru', 'locale=*&status=draft', 'locale[]=ru', 'locale[]=en&locale[]=ru', 'locale[$ne]=en', 'locale=', 'locale=xx', 'locale=all',
  `_q=${marker}`, `_q=${marker.toLowerCase()}`, '_q=private-origin', `_Q=${marker}`, `_q[]=${marker}`, `search=${marker}`,
  'fields=*', 'fields=title,publishedAt', 'fields[]=documentId', 'fields[0]=importedFrom', 'fields=status', 'sort=status', 'sort=status:desc', 'sort[status]=asc', 'sort=publishedAt',
  'filters[publishedAt][$null]=true', 'filters[publishedAt][$notNull]=false', 'filters[publishedAt]=', 'filters[$or][0][publishedAt][$null]=true', 'filters[$not][publishedAt][$notNull]=true',
  'filters[publishedAt][$eq]', 'filters[$and][0][$or][0][publishedAt][$null]=1', 'filters[id][$gt]=0', 'filters[documentId][$notNull]=true', 'filters[createdAt][$gt]=2000-01-01',
  'lookup[publishedAt][$null]=true', 'where[publishedAt]=', 'data[status]=draft', 'params[status]=draft', 'populate[status]=draft', 'populate=status',
  'pagination[pageSize]=-1', 'pagination[limit]=-1', 'pagination[limit]=0', 'pagination[withCount]=false', 'count=true', 'ordering=asc', 'preview=true', 'draft=true',
];

describe('asked for drafts', () => {
  it.each(spellings)('%s', async (query) => {
    for (const path of lists) await expectNothingOfDrafts(`${path}?${query}`);
    for (const id of [ids.openArticle, ids.hiddenArticle]) await expectNothingOfDrafts(`/api/articles/${id}?${query}`);
  });

  it('answers 400 with a sentence where a draft is asked for by name', async () => {
    for (const query of ['status=draft', 'status[]=draft', 'status=', 'STATUS=draft', 'publicationFilter=modified', 'hasPublishedVersion=false', 'publicationState=preview', '_q=x', 'sort=status']) {
      const { status, body } = await cms.read(`/api/articles?${query}`);
      expect(status, query).toBe(400);
      expect((body as { error: { message: string } }).error.message, query).toMatch(/\w{3,}/);
    }
  });

  it('finds no draft by its id', async () => {
    expect((await cms.read(`/api/articles/${ids.hiddenArticle}`)).status).toBe(404);
    expect((await cms.read(`/api/clinics/${ids.hiddenClinic}`)).status).toBe(404);
    expect((await cms.read(`/api/articles/${ids.openArticle}?locale=ru`)).status).toBe(404);
  });
});

const zone = 'populate[body][on]';
const populates = [
  'populate=*', 'populate=clinic', 'populate[]=clinic', 'populate[0]=clinic.treatments', 'populate=author.clinic,treatments.conditions', 'populate=doctors.clinic', 'populate=related', 'populate=localizations',
  'populate[clinic]=*', 'populate[clinic]=true', 'populate[clinic][populate]=*', 'populate[clinic][fields]=*', 'populate[clinic][status]=draft', 'populate[clinic][publicationFilter]=never-published',
  'populate[clinic][locale]=*', 'populate[clinic][populate][doctors][populate]=*', 'populate[clinic][populate][doctors][status]=draft', 'populate[clinic][filters][publishedAt][$null]=true',
  'populate[clinic][filters][$or][0][publishedAt][$null]=true', 'populate[clinic][count]=true', 'populate[doctors][count]=true', 'populate[treatments][count]=true', 'populate[clinic][on][x]=y',
  `populate[clinic][filters][name][$contains]=${marker}`, 'populate[treatments][sort]=summary', 'populate[treatments][sort]=conditions.name', 'populate[doctors][sort]=clinic.name',
  'populate[localizations][populate]=*', 'populate[localizations][filters][locale]=ru', 'populate[related][populate]=*', 'populate[author][populate][clinic][populate][doctors]=true',
  'populate[medicalReviewer]=true', 'populate[conditions]=true', 'populate[treatments][populate][conditions]=true', 'populate[createdBy]=true', 'populate=createdBy,updatedBy',
  'populate[cover][populate]=*', 'populate[cover][populate][image][populate]=*', 'populate[cover][populate][image][populate][related]=true', 'populate[cover][populate][image][populate]=related',
  'populate[cover][populate][image][populate][related][count]=true', 'populate[cover][populate][image][populate][related][populate]=*', 'populate=cover.image.related', 'populate[cover][populate]=image.related',
  'populate[cover][populate][image][populate][related][on][shared.figure]=true', 'populate[cover][populate][image][populate][related][on][api::article.article][populate]=*', 'populate[cover][populate][image][populate][folder]=true',
  'populate[body][populate]=*', 'populate[body]=true', 'populate[body][populate][clinics]=true', 'populate[body][count]=true', `${zone}[block.clinic-cards]=true`, `${zone}[block.clinic-cards][populate]=*`,
  `${zone}[block.clinic-cards][populate][clinics][populate]=*`, `${zone}[block.clinic-cards][populate][clinics][status]=draft`, `${zone}[block.clinic-cards][populate][clinics][count]=true`,
  `${zone}[block.clinic-cards][populate][clinics][filters][publishedAt][$null]=true`, `${zone}[block.clinic-cards][status]=draft`, `${zone}[block.clinic-cards][populate]=clinics.doctors`,
  `${zone}[block.cost-table][populate][treatment]=true`, `${zone}[block.cost-table][populate]=treatment`, `${zone}[block.patient-story][populate][review][populate]=*`,
  `${zone}[block.clinic-cards][filters][clinics][name][$contains]=${marker}`, `${zone}[api::clinic.clinic]=true`, 'populate[$or][0]=clinic', 'populate[clinic][$ne]=1', 'populate=%2A', 'populate[%2A]=true',
];

describe('led to drafts by populate', () => {
  it.each(populates)('%s', async (query) => {
    for (const path of lists) {
      await expectNothingOfDrafts(`${path}?${query}`);
      await expectNothingOfDrafts(`${path}?${query}&locale=*`);
    }
  });

  it('what is published is populated as asked', async () => {
    const article = await cms.read(`/api/articles/${ids.openArticle}?populate[treatments]=true&populate[author][populate][clinic][fields]=name&${zone}[block.clinic-cards][populate][clinics][fields]=name`);
    expect(article.body).toMatchObject({
      data: {
        treatments: [{ name: 'Rest', summary: 'Rest.' }],
        author: { name: 'Ana Reis', role: 'Author', clinic: { name: 'Harbour Clinic' } },
        body: [{ clinics: [{ name: 'Harbour Clinic' }] }],
      },
    });
    const accreditations = await cms.read('/api/accreditations?populate[clinic][fields]=summary&sort=certificateNumber');
    expect(accreditations.body).toMatchObject({ data: [{ clinic: { summary: 'By the sea.' } }, { clinic: null }, { clinic: null }] });
  });
});

describe('made to tell about drafts by filters and sorts', () => {
  /** The same question about words of a draft and about words of nothing must have the same answer. */
  const oracles: [string, string, string][] = [
    ['/api/accreditations', 'filters[clinic][name][$contains]=', marker],
    ['/api/accreditations', 'filters[clinic][name][$startsWith]=', 'Clinic Q'],
    ['/api/accreditations', 'filters[clinic][city]=', marker],
    ['/api/accreditations', 'filters[clinic][slug][$in][]=', 'hidden-clinic'],
    ['/api/accreditations', 'filters[clinic][summary][$containsi]=', marker],
    ['/api/accreditations', 'filters[$or][0][clinic][name][$contains]=', marker],
    ['/api/accreditations', 'filters[$and][0][$or][0][clinic][name][$contains]=', marker],
    ['/api/accreditations', 'filters[clinic][$or][0][name][$contains]=', marker],
    ['/api/accreditations', 'filters[clinic][$and][0][$or][0][name][$contains]=', marker],
    ['/api/accreditations', 'filters[clinic][$not][name][$contains]=', marker],
    ['/api/accreditations', 'filters[$not][clinic][name][$contains]=', marker],
    ['/api/accreditations', 'filters[$not][clinic][name][$notContains]=', marker],
    ['/api/accreditations', 'filters[$not][clinic][city]=', marker],
    ['/api/accreditations', 'filters[clinic][name][$notContains]=', marker],
    ['/api/accreditations', 'filters[clinic][city][$ne]=', marker],
    ['/api/accreditations', 'filters[clinic][doctors][name][$contains]=', marker],
    ['/api/accreditations', 'filters[clinic][photos][caption][$contains]=', marker],
    ['/api/accreditations', 'filters[clinic][localizations][name][$contains]=', marker],
    ['/api/accreditations', 'filters[clinic][$and][0][name][$contains]=', `${marker}&filters[$and][0][scheme]=ISO`],
    ['/api/accreditations', 'filters[clinic][publishedAt][$null]=true&filters[clinic][name][$contains]=', marker],
    ['/api/accreditations', 'filters[clinic][$and][0][publishedAt][$null]=true&filters[clinic][$and][1][name][$contains]=', marker],
    ['/api/accreditations', 'filters[clinic][documentId]=', 'HIDDEN'],
    ['/api/articles', 'filters[title][$contains]=', marker],
    ['/api/articles', 'filters[treatments][name][$contains]=', marker],
    ['/api/articles', 'filters[treatments][summary][$contains]=', marker],
    ['/api/articles', 'filters[medicalReviewer][name][$contains]=', marker],
    ['/api/articles', 'filters[related][title][$contains]=', marker],
    ['/api/articles', 'filters[cover][caption][$contains]=', marker],
    ['/api/articles', 'filters[localizations][title][$contains]=', marker],
    ['/api/articles', 'filters[treatments][conditions][name][$contains]=', marker],
    ['/api/articles', 'locale=*&filters[localizations][summary]=', marker],
    ['/api/clinics', 'filters[doctors][role][$contains]=', marker],
    ['/api/clinics', 'filters[doctors][clinic][summary][$contains]=', marker],
    ['/api/people', 'filters[clinic][summary][$contains]=', marker],
    ['/api/people', 'filters[clinic][doctors][name][$contains]=', marker],
    ['/api/cost-entries', 'filters[clinic][name][$contains]=', marker],
    ['/api/cost-entries', 'filters[$not][clinic][name][$contains]=', marker],
    ['/api/cost-entries', 'filters[amountFrom]=', '987654'],
    ['/api/safety-notices', 'filters[treatment][slug]=', 'hidden-cure'],
    ['/api/articles', 'filters[cover][image][related][id]=', '1'],
    ['/api/articles', 'filters[body][caption]=', marker],
    ['/api/articles', 'filters[importedFrom][$contains]=', 'private-origin'],
  ];

  it.each(oracles)('%s?%s%s', async (path, query, word) => {
    const asked = await cms.read(`${path}?${query}${word.replace('HIDDEN', ids.hiddenClinic)}`);
    const control = await cms.read(`${path}?${query}${word.replace(/^[^&]+/, /^\d+$/.test(word) ? '424242' : 'nothing-has-this')}`);
    expect(asked.status).toBe(control.status);
    expect(raw(asked.body).replace(/"path".*/, '')).toBe(raw(control.body).replace(/"path".*/, ''));
  });

  it.each(['$null]=true', '$notNull]=false', '$eq]', 'id][$null]=true', 'id][$notNull]=false', 'documentId][$null]=true', 'documentId][$notNull]=false'])(
    'a link to a draft looks like no link: clinic[%s',
    async (condition) => {
      const answer = await cms.read(`/api/cost-entries?filters[clinic][${condition}`);
      if (answer.status === 200) expect(total(answer.body)).toBe(1);
      const refused = await cms.read(`/api/accreditations?filters[clinic][${condition}`);
      expect(refused.status).toBe(400);
    },
  );

  it.each(['$notNull]=true', '$null]=false', 'id][$notNull]=true', 'documentId][$notNull]=true', 'id][$gt]=0'])('a link to what is published is one: clinic[%s', async (condition) => {
    expect(total((await cms.read(`/api/cost-entries?filters[clinic][${condition}`)).body)).toBe(0);
    expect((await cms.read(`/api/accreditations?filters[clinic][${condition}`)).body).toMatchObject({ data: [{ certificateNumber: 'A-1' }], meta: { pagination: { total: 1 } } });
  });

  it.each(['clinic.name', 'clinic.name:desc', 'clinic[name]', 'clinic', 'clinic.id', 'status', 'certificateNumber,clinic.name'])('no order by what is behind a relation: %s', async (sort) => {
    expect((await cms.read(`/api/accreditations?sort=${sort}`)).status).toBe(400);
    expect((await cms.read(`/api/accreditations?sort[]=${sort}`)).status).toBe(400);
  });

  it.each(['sort[clinic][name]=asc', 'sort[0][clinic][name]=asc', 'sort[clinic]=asc', 'sort[0]=certificateNumber&sort[1]=clinic.name'])('nor by %s', async (query) => {
    expect((await cms.read(`/api/accreditations?${query}`)).status).toBe(400);
  });

  it('filters through relations find what is published', async () => {
    const found = async (path: string) => (await cms.read(path)).body;
    expect(await found('/api/accreditations?filters[clinic][name][$startsWith]=Harbour&filters[clinic][city]=Porto')).toMatchObject({ data: [{ certificateNumber: 'A-1' }] });
    expect(await found('/api/articles?filters[treatments][slug]=rest&filters[author][slug]=ana-reis')).toMatchObject({ data: [{ slug: 'rest-in-porto' }] });
    expect(await found('/api/articles?filters[$or][0][treatments][slug]=rest&filters[$or][1][author][slug]=nobody')).toMatchObject({ data: [{ slug: 'rest-in-porto' }] });
    expect(await found('/api/articles?filters[treatments][slug]=rest&filters[author][slug]=nobody')).toMatchObject({ data: [] });
    expect(await found('/api/cost-entries?filters[treatment][slug]=rest&sort=amountFrom:desc')).toMatchObject({ data: [{ reference: 'rest-porto' }] });
  });
});
