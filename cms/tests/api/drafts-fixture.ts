import type { Core } from '@strapi/strapi';

/** Stands in every draft and in nothing that is published. */
export const marker = 'Quetzalcoatl';

const words = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const secret = (slug: string) => ({ slug, summary: `Summary ${marker}` });

/**
 * Fills a CMS with published documents that lead to drafts in every way the model knows: by a relation from a type with and
 * without drafts, from inside a component, backwards, by locale, by picture, and as the unpublished change of what is published.
 */
export async function writeDraftsAndPublished(strapi: Core.Strapi): Promise<{ hiddenClinic: string; hiddenArticle: string; openArticle: string }> {
  const picture = await strapi.db.query('plugin::upload.file').create({
    data: { name: 'harbour.jpg', hash: 'abc', ext: '.jpg', mime: 'image/jpeg', size: 1, url: '/uploads/abc.jpg', provider: 'local', folderPath: '/' },
  });
  const figure = (caption: string) => ({ image: picture.id, alt: caption, caption });

  const condition = await create('api::condition.condition', { name: `Condition ${marker}`, ...secret('hidden-condition') });
  const treatment = await create('api::treatment.treatment', { name: 'Rest', slug: 'rest', summary: 'Rest.', specialty: 'General', conditions: [condition] });
  const hiddenTreatment = await create('api::treatment.treatment', { name: `Cure ${marker}`, ...secret('hidden-cure'), specialty: 'General' });
  const clinic = await create('api::clinic.clinic', { name: 'Harbour Clinic', slug: 'harbour-clinic', summary: 'By the sea.', city: 'Porto', country: 'PT', treatments: [treatment] });
  const hiddenClinic = await create('api::clinic.clinic', { name: `Clinic ${marker}`, ...secret('hidden-clinic'), city: marker, country: 'XX' });
  const person = await create('api::person.person', { name: 'Ana Reis', slug: 'ana-reis', role: 'Author', clinic });
  const hiddenPerson = await create('api::person.person', { name: `Doctor ${marker}`, slug: 'hidden-doctor', role: marker, clinic });
  const review = await create('api::review.review', {
    title: `Review ${marker}`, slug: 'hidden-review', displayName: marker, verificationMethod: 'none', moderationState: 'submitted', clinic, treatment,
  });
  const hiddenArticle = await create('api::article.article', {
    title: `Article ${marker}`, ...secret('hidden-article'), cover: figure(marker), body: [{ __component: 'block.text', body: words(marker) }], treatments: [treatment],
  });
  const openArticle = await create('api::article.article', {
    title: 'Rest in Porto', slug: 'rest-in-porto', summary: 'What rest does.', cover: figure('The harbour'),
    treatments: [treatment, hiddenTreatment], conditions: [condition], author: person, medicalReviewer: hiddenPerson, related: [hiddenArticle], importedFrom: 'private-origin',
    body: [
      { __component: 'block.text', body: words('Rest helps.') },
      { __component: 'block.clinic-cards', clinics: [clinic, hiddenClinic] },
      { __component: 'block.cost-table', title: 'Costs', treatment: hiddenTreatment },
      { __component: 'block.patient-story', review },
    ],
  });
  const item = await create('api::cost-item.cost-item', { name: 'Stay', code: 'stay' });
  const source = await create('api::source.source', { citationKey: 'price-list', title: 'Prices', type: 'price_list' });
  const cost = await create('api::cost-entry.cost-entry', {
    reference: 'rest-porto', country: 'PT', amountFrom: 100, currency: 'EUR', asOf: '2026-01-01', clinic: hiddenClinic, treatment, source, included: [item],
  });
  await create('api::cost-entry.cost-entry', { reference: 'hidden-cost', country: 'PT', amountFrom: 987654, currency: 'EUR', asOf: '2026-01-01', clinic, treatment });
  const notice = await create('api::safety-notice.safety-notice', {
    title: 'Take care', body: words('Care.'), severity: 'caution', issuedOn: '2026-01-01', clinic: hiddenClinic, treatment: hiddenTreatment,
  });
  for (const [certificateNumber, of] of [['A-1', clinic], ['A-2', hiddenClinic], ['A-3', undefined]] as const) {
    await create('api::accreditation.accreditation', { scheme: 'ISO', certificateNumber, issuer: 'TÜV', validFrom: '2025-01-01', validTo: '2027-01-01', clinic: of });
  }

  await publish('api::treatment.treatment', treatment);
  await publish('api::clinic.clinic', clinic);
  await publish('api::person.person', person);
  await publish('api::article.article', openArticle);
  await publish('api::cost-entry.cost-entry', cost);
  await publish('api::safety-notice.safety-notice', notice);

  // What is published has changes that are not, and a locale that is not.
  await update('api::clinic.clinic', clinic, { summary: `New ${marker}`, doctors: [person, hiddenPerson], photos: [figure(marker)] });
  await update('api::treatment.treatment', treatment, { summary: `New ${marker}` });
  await update('api::person.person', person, { role: `New ${marker}` });
  await update('api::article.article', openArticle, { title: `New ${marker}`, cover: figure(marker) });
  await update('api::article.article', openArticle, { title: `Русский ${marker}`, slug: 'otdykh', summary: marker }, 'ru');
  await update('api::clinic.clinic', clinic, { name: `Русский ${marker}`, slug: 'klinika', summary: marker, city: marker }, 'ru');
  return { hiddenClinic, hiddenArticle, openArticle };

  // The tests write with plain objects: what is asked about is reading.
  async function create(uid: string, data: object): Promise<string> {
    return (await documents(uid).create({ data })).documentId;
  }
  async function publish(uid: string, documentId: string): Promise<void> {
    await documents(uid).publish({ documentId });
  }
  async function update(uid: string, documentId: string, data: object, locale?: string): Promise<void> {
    await documents(uid).update({ documentId, data, locale });
  }
  function documents(uid: string) {
    const type = Object.values(strapi.contentTypes).find(candidate => candidate.uid === uid);
    if (!type) throw new Error(`There is no ${uid}.`);
    const service = strapi.documents(type.uid);
    if (!service.publish) return { ...service, publish: async () => undefined };
    return service;
  }
}
