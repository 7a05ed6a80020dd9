import { afterAll, beforeAll, expect, it } from 'vitest';

import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, linked } from '../helpers/content.ts';

let cms: Cms;

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
});
afterAll(() => cms.stop());

interface ClinicAnswer {
  data: { name: string; founded: number; treatments: { documentId: string }[] };
}

it('what is changed and published in one language is read the same in both over REST', async () => {
  const [clinics, treatments] = [documentsOf(cms.strapi, 'api::clinic.clinic'), documentsOf(cms.strapi, 'api::treatment.treatment')];
  const treatment = async (english: string, russian: string) => {
    const id = await treatments.create('en', { name: english, specialty: 'Neurology', summary: 'A summary.' }, 'published');
    await treatments.save(id, 'ru', { name: russian, specialty: 'Неврология', summary: 'Описание.' }, 'published');
    return id;
  };
  const [first, second] = [await treatment('Transplantation', 'Трансплантация'), await treatment('Rehabilitation', 'Реабилитация')];
  const english = { name: 'Bosporus Clinic', summary: 'A clinic.', city: 'Istanbul', country: 'TR', founded: 1990, treatments: [first] };
  const id = await clinics.create('en', english, 'published');
  await clinics.save(id, 'ru', { name: 'Клиника «Босфор»', summary: 'Клиника.', city: 'Стамбул' }, 'published');

  const read = async (locale: string) => {
    const { status, body } = await cms.read(`/api/clinics/${id}?locale=${locale}&populate[treatments][fields][0]=name`);
    expect(status).toBe(200);
    const { data } = body as ClinicAnswer;
    return { founded: data.founded, treatments: linked(data.treatments) };
  };
  expect([await read('en'), await read('ru')]).toEqual(Array(2).fill({ founded: 1990, treatments: [first] }));

  await clinics.save(id, 'ru', { founded: 2001, treatments: [second, first] });
  expect([await read('en'), await read('ru')]).toEqual(Array(2).fill({ founded: 1990, treatments: [first] }));

  await clinics.publish(id, 'ru');
  expect([await read('en'), await read('ru')]).toEqual(Array(2).fill({ founded: 2001, treatments: [second, first] }));
});
