import { z } from 'zod';

import type { Cms } from '../../tests/helpers/cms.ts';
import { documentsOf } from '../../tests/helpers/content.ts';

const article = z.object({
  data: z.object({
    body: z.array(
      z.looseObject({ __component: z.string(), id: z.number(), title: z.string().nullish(), image: z.object({ id: z.number() }).nullish() }),
    ),
  }),
});

/** Does to all drafts what the report's last section asks an editor for, and publishes them, the article last. */
export async function publishImported(cms: Cms, documentId: string): Promise<void> {
  const file = await cms.strapi.db.query('plugin::upload.file').findOne({});
  await publishEach(cms, 'api::treatment.treatment', { specialty: 'Invented', summary: 'An invented treatment.' });
  await publishEach(cms, 'api::clinic.clinic', { city: 'Sampletown', photos: [{ image: file.id, alt: 'A drawing of a door' }] });
  await publishEach(cms, 'api::review.review', { moderationState: 'approved', consentReference: 'TEST-1', fictitious: true });
  const source = await cms.strapi.documents('api::source.source').findFirst({});
  await publishEach(cms, 'api::cost-entry.cost-entry', { asOf: '2026-01-01', source: source?.documentId });

  const { body } = article.parse((await cms.import(`/api/articles/${documentId}?locale=en&status=draft&populate[body][populate]=*`)).body).data;
  // A part that is named by its id keeps what is not said anew.
  const mended = body.map(({ __component, id, title, image }, index) => ({
    __component,
    id,
    ...(__component === 'shared.figure' ? { image: image?.id ?? file.id, alt: `Drawing ${index}` } : {}),
    ...(['block.callout', 'block.video', 'block.call-to-action'].includes(__component) ? { title: /[a-z]/.test(title ?? '') ? title : `Title ${index}` } : {}),
  }));
  await documentsOf(cms.strapi, 'api::article.article').save(documentId, 'en', { body: mended });
  await documentsOf(cms.strapi, 'api::article.article').publish(documentId, 'en');
}

async function publishEach(cms: Cms, uid: Parameters<typeof documentsOf>[1], supplied: Record<string, unknown>): Promise<void> {
  const locale = uid === 'api::cost-entry.cost-entry' ? undefined : 'en';
  for (const { documentId } of await cms.strapi.documents(uid).findMany({ status: 'draft', ...(locale ? { locale } : {}) })) {
    await documentsOf(cms.strapi, uid).save(documentId, locale, supplied);
    await documentsOf(cms.strapi, uid).publish(documentId, locale);
  }
}
