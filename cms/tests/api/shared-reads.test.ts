import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf } from '../helpers/content.ts';
import { askFeed } from '../helpers/follower.ts';

const PATH = '/api/clinics?locale=en&fields[0]=name&sort=name';

let cms: Cms;
let clinic: string;
const asked: string[] = [];
const note = ({ sql }: { sql: string }) => asked.push(sql);
const clinics = () => documentsOf(cms.strapi, 'api::clinic.clinic');

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  cms.strapi.db.connection.on('query', note);
  clinic = await clinics().create('en', { name: 'Bay', slug: 'bay', summary: 'At the bay.', city: 'Izmir', country: 'TR' }, 'published');
});

afterAll(() => cms.stop());

beforeEach(() => {
  asked.length = 0;
});

/** How often the clinics were read. */
const readings = () => asked.filter(sql => /from [`"]clinics[`"]/.test(sql)).length;
const names = ({ body }: { body: unknown }) => (body as { data: { name: string }[] }).data.map(({ name }) => name);

describe('what the site reads', () => {
  it('is read once for all who ask at a time', async () => {
    await clinics().save(clinic, 'en', { name: 'Bay 1' }, 'published');
    asked.length = 0;
    await cms.read(PATH);
    const once = readings();
    expect(once).toBeGreaterThan(0);
    const answers = await Promise.all([1, 2, 3].map(() => cms.read(PATH)));
    expect(answers.map(names)).toEqual([['Bay 1'], ['Bay 1'], ['Bay 1']]);
    expect(readings()).toBe(once);
  });

  it('is read anew as soon as something has changed', async () => {
    for (const name of ['Bay 2', 'Bay 3']) {
      await clinics().save(clinic, 'en', { name }, 'published');
      expect(names(await cms.read(PATH))).toEqual([name]);
    }
    await cms.strapi.db.connection('clinics').where({ document_id: clinic }).update({ name: 'Bay 4' });
    expect(names(await cms.read(PATH))).toEqual(['Bay 4']);
  });

  it('is JSON, as without', async () => {
    const [first, second] = [await cms.read(PATH), await cms.read(PATH)];
    expect(second.body).toEqual(first.body);
    expect([first, second].map(({ headers }) => headers.get('content-type'))).toEqual(['application/json; charset=utf-8', 'application/json; charset=utf-8']);
  });

  it('says of itself how much of the change log it tells of', async () => {
    const place = async () => Number((await cms.read(PATH)).headers.get('change-log-sequence'));
    const head = async () => (await askFeed(cms)).head.sequence;
    for (const name of ['Bay 5', 'Bay 6']) {
      await clinics().save(clinic, 'en', { name }, 'published');
      expect([await place(), await place()]).toEqual([await head(), await head()]);
    }
  });

  it('is shared with nobody else', async () => {
    await cms.read(PATH);
    expect((await cms.fetch(PATH)).status).toBe(401);
    expect((await cms.fetch(PATH, { headers: { authorization: 'Bearer nonsense' } })).status).toBe(401);
  });

  it('is not kept where it was refused', async () => {
    const wrong = '/api/clinics?locale=en&filters[nothing]=1';
    expect((await cms.read(wrong)).status).toBe(400);
    expect((await cms.read(wrong)).status).toBe(400);
  });
});
