import { statSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { signIn } from '../helpers/admin.ts';
import { documentsOf, paragraphs } from '../helpers/content.ts';
import { useFollowedCms } from '../helpers/followed-cms.ts';

const followed = useFollowedCms();
const { ask, changes } = followed;

const articles = () => documentsOf(followed.cms.strapi, 'api::article.article');
const clinics = () => documentsOf(followed.cms.strapi, 'api::clinic.clinic');
const people = () => documentsOf(followed.cms.strapi, 'api::person.person');
const treatments = () => documentsOf(followed.cms.strapi, 'api::treatment.treatment');
const sources = () => documentsOf(followed.cms.strapi, 'api::source.source');

let count = 0;
const words = (title: string, text = 'Words.') => {
  count += 1;
  return { title: `${title} ${count}`, slug: `slug-${count}`, summary: text, body: [{ __component: 'block.text', body: paragraphs(text) }] };
};
const clinicWords = (name: string) => {
  count += 1;
  return { name: `${name} ${count}`, slug: `clinic-${count}`, summary: 'At the bay.', city: 'Izmir', country: 'TR' };
};

const pictureFile = async (color: string) => {
  count += 1;
  const filepath = path.join(followed.cms.settings['CMS_PUBLIC_DIR'] ?? '', `picture-${count}.png`);
  await sharp({ create: { width: 400, height: 300, channels: 3, background: color } }).png().toFile(filepath);
  return { filepath, originalFilename: 'bay.png', mimetype: 'image/png', size: statSync(filepath).size };
};
const picture = async (color: string): Promise<{ id: number; documentId: string }> => {
  const [stored] = await followed.cms.strapi.plugin('upload').service('upload').upload({ data: { fileInfo: {} }, files: await pictureFile(color) });
  return stored;
};

describe('a follower is told', () => {
  test('of a version that is published, again published, unpublished and deleted, and of no draft', async () => {
    const author = await people().create('en', { name: 'Ada Demir', slug: `ada-${(count += 1)}`, role: 'Editor' }, 'published');
    expect(await changes()).toEqual([`person ${author} en changed`]);
    const source = await sources().create(undefined, { citationKey: 'draft-2020', title: 'One', type: 'web_page', url: 'https://example.org/' });
    await changes();
    const id = await articles().create('en', { ...words('One'), author, sources: [source] });
    await articles().save(id, 'en', { title: 'Another', sources: [source] });
    expect(await changes()).toEqual([]);
    await articles().publish(id, 'en');
    expect(await changes()).toEqual(expect.arrayContaining([`article ${id} en changed`, expect.stringMatching(new RegExp(`^source ${source} .*linked by article$`))]));
    await articles().publish(id, 'en');
    expect(await changes()).toContain(`article ${id} en changed`);
    await followed.cms.strapi.documents('api::article.article').unpublish({ documentId: id, locale: 'en' });
    expect(await changes()).toContain(`article ${id} en gone`);
    await articles().publish(id, 'en');
    await changes();
    await followed.cms.strapi.documents('api::article.article').delete({ documentId: id, locale: '*' });
    expect(await changes()).toContain(`article ${id} en gone`);
  });

  test('of every locale that one action publishes or takes away', async () => {
    const author = await people().create('en', { name: 'Ada Demir', slug: `ada-${(count += 1)}`, role: 'Editor' }, 'published');
    await people().save(author, 'ru', { name: 'Ада Демир', slug: `ada-ru-${count}`, role: 'Редактор' }, 'published');
    const id = await articles().create('en', { ...words('Two'), author });
    await articles().save(id, 'ru', words('Два', 'Слова.'));
    await changes();
    await articles().publish(id, ['en', 'ru']);
    expect(await changes()).toEqual(expect.arrayContaining([`article ${id} en changed`, `article ${id} ru changed`]));
    await followed.cms.strapi.documents('api::article.article').unpublish({ documentId: id, locale: '*' });
    expect(await changes()).toEqual(expect.arrayContaining([`article ${id} en gone`, `article ${id} ru gone`]));
  });

  test('of all that is done to many at once in the admin', async () => {
    const admin = await signIn(followed.cms);
    const bulk = async (action: string, ids: string[]) => {
      expect(await admin(`/content-manager/collection-types/api::clinic.clinic/actions/${action}?locale=en`, { body: { documentIds: ids, locale: 'en' } })).toMatchObject({ status: 200 });
      return changes();
    };
    const ids = [await clinics().create('en', clinicWords('Bay')), await clinics().create('en', clinicWords('Cape'))];
    const all = (action: string) => expect.arrayContaining(ids.map(id => `clinic ${id} en ${action}`));
    expect(await bulk('bulkPublish', ids)).toEqual(all('changed'));
    expect(await bulk('bulkUnpublish', ids)).toEqual(all('gone'));
    expect(await bulk('bulkPublish', ids)).toEqual(all('changed'));
    expect(await bulk('bulkDelete', ids)).toEqual(all('gone'));
  });

  test('of the slug that a version had, and of the one that it has', async () => {
    const id = await clinics().create('en', clinicWords('Bay'), 'published');
    const { slug: old } = await clinics().read(id, 'en', 'published');
    const { head } = await ask();
    await clinics().save(id, 'en', { slug: 'another-bay' }, 'published');
    const told = (await ask(head)).changes.filter(({ type }) => type === 'clinic').map(({ slug, action }) => `${slug} ${action}`);
    expect(told).toEqual([`${old} changed`, 'another-bay changed']);
  });

  test('of what has no drafts: made, changed, deleted', async () => {
    const id = await sources().create(undefined, { citationKey: 'one-2020', title: 'One', type: 'web_page', url: 'https://example.org/' });
    expect(await changes()).toEqual([expect.stringMatching(new RegExp(`^source ${id} .*changed$`))]);
    await sources().save(id, undefined, { title: 'Another' });
    expect(await changes()).toEqual([expect.stringMatching(new RegExp(`^source ${id} .*changed$`))]);
    await followed.cms.strapi.documents('api::source.source').delete({ documentId: id });
    expect(await changes()).toEqual([expect.stringMatching(new RegExp(`^source ${id} .*gone$`))]);
  });

  test('of a fact that one locale’s publication brings to the other', async () => {
    const id = await clinics().create('en', clinicWords('Bay'), 'published');
    await clinics().save(id, 'ru', clinicWords('Бухта'), 'published');
    await changes();
    await clinics().save(id, 'en', { founded: 1999 });
    expect(await changes()).toEqual([]);
    await clinics().publish(id, 'en');
    expect(await changes()).toEqual(expect.arrayContaining([`clinic ${id} en changed`, `clinic ${id} ru changed`]));
  });

  test('of both ends of a link, from whichever side it is made', async () => {
    const clinic = await clinics().create('en', clinicWords('Bay'), 'published');
    const doctor = await people().create('en', { name: 'Ada Demir', slug: `ada-${(count += 1)}`, role: 'Doctor' }, 'published');
    await changes();
    await clinics().save(clinic, 'en', { doctors: [doctor] }, 'published');
    expect(await changes()).toEqual(expect.arrayContaining([`clinic ${clinic} en changed`, `person ${doctor} en relinked`]));
    await people().save(doctor, 'en', { clinic: null }, 'published');
    expect(await changes()).toEqual(expect.arrayContaining([expect.stringContaining(`clinic ${clinic} en`), `person ${doctor} en changed`]));
    await people().save(doctor, 'en', { clinic }, 'published');
    expect(await changes()).toEqual(expect.arrayContaining([expect.stringContaining(`clinic ${clinic} en`), `person ${doctor} en changed`]));
  });

  test('of what a version leads to, when it is published, changes in its place, or goes', async () => {
    const treatment = await treatments().create('en', { name: 'Care', slug: `care-${(count += 1)}`, specialty: 'Neurology', summary: 'What it is.' }, 'published');
    const id = await clinics().create('en', { ...clinicWords('Bay'), treatments: [treatment] });
    await changes();
    await clinics().publish(id, 'en');
    expect(await changes()).toEqual([`clinic ${id} en changed`, `treatment ${treatment} en linked by clinic`]);
    await followed.cms.strapi.db.connection('clinics').where({ document_id: id }).update({ city: 'Ankara' });
    expect(await changes()).toEqual([`clinic ${id} en changed`, `treatment ${treatment} en linked by clinic`]);
    await followed.cms.strapi.documents('api::clinic.clinic').unpublish({ documentId: id, locale: 'en' });
    expect(await changes()).toEqual(expect.arrayContaining([`clinic ${id} en gone`, `treatment ${treatment} en linked by clinic`]));
  });

  test('of a block that changed by itself, in an article and in another block', async () => {
    const treatment = await treatments().create('en', { name: 'Care', slug: `care-${(count += 1)}`, specialty: 'Neurology', summary: 'What it is.' }, 'published');
    const id = await articles().create('en', {
      ...words('Three'), treatments: [treatment],
      body: [{ __component: 'block.faq', title: 'Questions', items: [{ question: 'Why?', answer: paragraphs('Because.') }] }, { __component: 'block.cost-table', title: 'Costs', treatment }],
    }, 'published');
    await changes();
    await followed.cms.strapi.db.query('shared.faq-item').updateMany({ where: { question: 'Why?' }, data: { question: 'How?' } });
    expect(await changes()).toEqual([`article ${id} en changed`]);
    // The question is there still, but in no block.
    const { id: version } = await followed.cms.strapi.db.query('api::article.article').findOne({ where: { documentId: id, publishedAt: { $notNull: true } } });
    const { cmp_id } = await followed.cms.strapi.db.connection('articles_cmps').where({ entity_id: version, component_type: 'block.faq' }).first();
    const uses = () => followed.cms.strapi.db.connection('components_block_faqs_cmps');
    const use = await uses().where({ entity_id: cmp_id }).first();
    await uses().where({ id: use.id }).delete();
    expect(await changes()).toEqual([`article ${id} en changed`]);
    await uses().insert(use);
    expect(await changes()).toEqual([`article ${id} en changed`]);
    const tables: { id: number }[] = await followed.cms.strapi.db.query('block.cost-table').findMany({});
    for (const table of tables) await followed.cms.strapi.db.query('block.cost-table').update({ where: { id: table.id }, data: { treatment: null } });
    expect(await changes()).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^article ${id} en (changed|relinked)$`))]));
  });

  test('of where links lead, so that those which were only made anew can be told from others', async () => {
    const [one, other] = await Promise.all(['One', 'Another'].map(name => treatments().create('en', { name, slug: `care-${(count += 1)}`, specialty: 'Neurology', summary: 'What it is.' }, 'published')));
    const clinic = await clinics().create('en', { ...clinicWords('Bay'), treatments: [one, other] }, 'published');
    const article = await articles().create('en', {
      ...words('Five'), treatments: [one], body: [{ __component: 'block.cost-table', title: 'Costs', treatment: one }],
    }, 'published');
    /** Where the links of a document lead, after something has been done. */
    const leads = async (documentId: string, act: () => Promise<unknown>) => {
      const { head } = await ask();
      await act();
      const told = (await ask(head)).changes.filter(change => change.documentId === documentId);
      expect(told.filter(({ action }) => action !== 'linked').map(({ action }) => action)).toContain('relinked');
      return told.filter(({ action }) => action === 'relinked').map(({ by, leadsTo }) => `${by} ${leadsTo}`).sort();
    };
    const publish = () => treatments().publish(one ?? '', 'en');
    for (const document of [clinic, article]) expect(await leads(document, publish)).toEqual(await leads(document, publish));
    const [before] = await leads(clinic, publish);
    const { connection } = followed.cms.strapi.db;
    const version = connection('clinics').select('id').where({ document_id: clinic }).whereNotNull('published_at');
    const [first, last]: { id: number; treatment_ord: number }[] = await connection('clinics_treatments_lnk').where('clinic_id', 'in', version).orderBy('treatment_ord');
    const inOrder = (id: number | undefined, treatment_ord: number | undefined) => connection('clinics_treatments_lnk').where({ id }).update({ treatment_ord });
    const swapped = await leads(clinic, async () => {
      await inOrder(first?.id, last?.treatment_ord);
      await inOrder(last?.id, first?.treatment_ord);
    });
    expect(swapped).not.toContain(before);
    const shorter = await leads(clinic, () => connection('clinics_treatments_lnk').where({ id: last?.id }).delete());
    expect([before, ...swapped]).not.toContain(shorter[0]);
  });

  test('of a picture that is replaced, of another one in its place, and of one that is deleted', async () => {
    const [one, other] = [await picture('#7a9'), await picture('#a97')];
    const author = await people().create('en', { name: 'Ada Demir', slug: `ada-${(count += 1)}`, role: 'Editor' }, 'published');
    const id = await articles().create('en', { ...words('Four'), author, cover: { image: one.id, alt: 'The bay.' } }, 'published');
    expect(await changes()).toEqual(expect.arrayContaining([`file ${one.documentId} changed`, `article ${id} en changed`]));
    await followed.cms.strapi.plugin('upload').service('upload').replace(one.id, { data: { fileInfo: {} }, file: await pictureFile('#79a') });
    expect(await changes()).toContain(`file ${one.documentId} changed`);
    await followed.cms.strapi.db.connection('files_related_mph').where({ file_id: one.id }).update({ file_id: other.id });
    expect(await changes()).toContain(`article ${id} en changed`);
    await followed.cms.strapi.plugin('upload').service('upload').remove(await followed.cms.strapi.db.query('plugin::upload.file').findOne({ where: { id: other.id } }));
    expect(await changes()).toEqual([`article ${id} en changed`, `file ${other.documentId} gone`]);
  });

  test('of the settings of the site', async () => {
    const sites = documentsOf(followed.cms.strapi, 'api::site.site');
    const site = await sites.create('en', { brand: 'P', disclaimer: 'D', timeZone: 'Europe/Istanbul', tagline: 'T', referenceCurrency: 'EUR' }, 'published');
    expect(await changes()).toEqual([`site ${site} en changed`]);
    await sites.save(site, 'en', { tagline: 'Another' });
    expect(await changes()).toEqual([]);
    await sites.publish(site, 'en');
    expect(await changes()).toEqual([`site ${site} en changed`]);
  });

  test('of all that goes when a locale is removed', async () => {
    const locales = followed.cms.strapi.plugin('i18n').service('locales');
    const german: { id: number } = await locales.create({ code: 'de', name: 'German (de)' });
    const id = await clinics().create('en', clinicWords('Bay'), 'published');
    await clinics().save(id, 'de', clinicWords('Bucht'), 'published');
    await changes();
    await locales.delete({ id: german.id });
    expect(await changes()).toEqual(expect.arrayContaining([`clinic ${id} de gone`, expect.stringMatching(/^locale .*gone$/)]));
  });

  test('of what a script writes past everything else', async () => {
    const id = await clinics().create('en', clinicWords('Bay'), 'published');
    await changes();
    await followed.cms.strapi.db.connection('clinics').where({ document_id: id }).update({ city: 'Ankara' });
    expect(await changes()).toEqual([`clinic ${id} en changed`]);
  });

  test('of nothing that was rolled back', async () => {
    await expect(followed.cms.strapi.db.transaction(async () => {
      await clinics().create('en', clinicWords('Bay'), 'published');
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    expect(await changes()).toEqual([]);
  });
});
