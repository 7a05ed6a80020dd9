import { getValidatedQuery, getValidatedRouterParams, type H3Event } from 'h3';
import { z } from 'zod';

import { localeCodes } from '../shared/locales';
import { QUERY_LENGTH, searchKinds } from '../shared/views/search';
import { costSorts } from './content/cost-list';
import { notFound } from './content/parts/errors';
import { verifications } from './content/review';

/*
 * The allow-list of what an address may ask. A parameter that is not named is ignored, a value that
 * makes no sense is as good as none: a link with a typing error still shows the page. Only an
 * unknown locale, slug or page is an address where nothing lives.
 */

const locale = z.enum(localeCodes);
/** A number beyond any list is still a page, one that is not there. */
const page = z.string().regex(/^[1-9]\d*$/).transform(digits => Math.min(Number(digits), 10_000)).catch(1);
const word = z.string().max(160).nullable().catch(null).default(null);

export const localeQuery = z.object({ locale });
export const pageQuery = z.object({ locale, page });
export const reviewsQuery = z.object({ locale, page, verification: z.enum(verifications).nullable().catch(null).default(null) });
export const sheetQuery = z.object({ locale, with: word });
export const clinicsQuery = z.object({ locale, page, country: word, treatment: word, accreditation: word });
export const comparisonQuery = z.object({ locale, currency: word });
const costs = { treatment: word, country: word, currency: word, sort: z.enum(costSorts).catch('price') };
export const costsQuery = z.object({ locale, page, ...costs });
export const costChoices = z.object(costs);

export const searchQuery = z.object({
  locale,
  page,
  q: z.string().transform(text => text.replace(/\s+/g, ' ').trim().slice(0, QUERY_LENGTH).trim()).catch(''),
  kind: z.enum(searchKinds).nullable().catch(null),
});

const slugParams = z.object({ slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(120) });

/** The query of a request by its schema. Throws 404 where the locale is none of the site's. */
export async function readQuery<Schema extends z.ZodType>(event: H3Event, schema: Schema): Promise<z.infer<Schema>> {
  const { success, data } = await getValidatedQuery(event, schema.safeParse);
  if (!success) throw notFound('page in this locale');
  return data;
}

/** The locale of an address that begins with it. Throws 404 where it is none of the site's. */
export async function readLocale(event: H3Event): Promise<string> {
  const { success, data } = await getValidatedRouterParams(event, localeQuery.safeParse);
  if (!success) throw notFound('address in this locale');
  return data.locale;
}

/** The slug of a document's address. Throws 404 where no document can live there. */
export async function readSlug(event: H3Event): Promise<string> {
  const { success, data } = await getValidatedRouterParams(event, slugParams.safeParse);
  if (!success) throw notFound('document at this address');
  return data.slug;
}

/** The slug and the locale of a document's address. Throws 404 where no document can live there. */
export async function readAddress(event: H3Event): Promise<{ slug: string; locale: string }> {
  const { locale } = await readQuery(event, localeQuery);
  return { slug: await readSlug(event), locale };
}
