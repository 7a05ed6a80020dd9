import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf } from '../helpers/content.ts';

let cms: Cms;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  const clinic = { name: 'Bay Clinic', summary: 'A clinic.', city: 'Izmir', country: 'TR', founded: 1990, latitude: 38.4, fictitious: true };
  await documentsOf(cms.strapi, 'api::clinic.clinic').create('en', clinic, 'published');
});
afterAll(() => cms.stop());

describe('a filter', () => {
  it.each([
    'filters[founded]=notanumber', 'filters[founded]=1.5', 'filters[founded]=', 'filters[founded]=99999999999', 'filters[founded][$contains]=19', 'filters[latitude][$lt]=abc',
    'filters[latitude][$lt]=Infinity', 'filters[founded][$in][0]=1990&filters[founded][$in][1]=x', 'filters[summary][$between][0]=a', 'filters[summary][$between]=a',
    'filters[name][$jsonSupersetOf]=x', 'filters[name][$eq][$ne]=x', 'filters[name][$nonsense]=x', 'filters[name]=a%00b', 'filters[description]=x', 'filters[description][$contains]=x',
    'filters[createdAt][$gt]=yesterday', 'filters[fictitious]=maybe', 'filters[id]=abc', 'filters[treatments][stayDaysFrom]=x', 'filters[$or][0][founded]=x', 'filters[$not][founded]=x',
    'filters[founded][$not][$eq]=x', 'populate[treatments][filters][stayDaysFrom]=x',
  ])('that makes no sense is answered with 400 and a sentence: %s', async (query) => {
    const { status, body } = await cms.read(`/api/clinics?${query}`);
    expect([status, body]).toMatchObject([400, { error: { message: expect.stringMatching(/\w{3,}/) } }]);
  });

  it.each([
    'filters[founded]=1990', 'filters[founded][$between][0]=1980&filters[founded][$between][1]=1999', 'filters[latitude][$lt]=40.5', 'filters[latitude][$gt]=-1e2',
    'filters[name][$containsi]=BAY', 'filters[name][$in][0]=Bay Clinic', 'filters[name][$not][$eq]=x', 'filters[createdAt][$gt]=2020-01-01', 'filters[createdAt][$gt]=2020-01-01T10:00:00.000Z',
    'filters[fictitious]=true', 'filters[id][$gt]=0', 'filters[description][$null]=true', 'filters[website][$null]=true',
  ])('that makes sense is answered: %s', async (query) => {
    expect(await cms.read(`/api/clinics?${query}`)).toMatchObject({ status: 200, body: { data: [{ name: 'Bay Clinic' }] } });
  });
});
