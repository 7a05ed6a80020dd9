import { documentPath, type PagedType } from '../../shared/paths';
import type { DocumentPage } from '../../shared/views/page';
import type { Preview, PreviewedPage } from '../../shared/views/preview';
import { writeArticlePage } from '../content/article';
import { writeClinicPage } from '../content/clinic';
import { writeConditionPage } from '../content/condition';
import { notFound } from '../content/parts/errors';
import { findVersions, type Place } from '../content/parts/locate';
import { addressIn, bestVersion, languageLinksBy, sourceLocaleOf } from '../content/parts/versions';
import { writePersonPage } from '../content/person';
import { writeStaticPage } from '../content/static-page';
import { writeTreatmentPage } from '../content/treatment';
import { adminUrl, previewSecret } from '../settings';
import { message } from '../words';
import { readTicket, type Ticket } from './ticket';
import { draftVersions, missingFields } from './versions';

const writers: { [Type in PagedType]: (place: Place, locale: string) => Promise<PreviewedPage> } = {
  article: async (...at) => ({ type: 'article', page: named(await writeArticlePage(...at)) }),
  treatment: async (...at) => ({ type: 'treatment', page: named(await writeTreatmentPage(...at)) }),
  clinic: async (...at) => ({ type: 'clinic', page: named(await writeClinicPage(...at)) }),
  condition: async (...at) => ({ type: 'condition', page: named(await writeConditionPage(...at)) }),
  person: async (...at) => ({ type: 'person', page: named(await writePersonPage(...at)) }),
  page: async (...at) => ({ type: 'page', page: named(await writeStaticPage(...at)) }),
};

/**
 * The page that a ticket lets somebody see: its document as a draft or as published, everything around it published.
 *
 * @param text the ticket, as it stands in the address.
 * @param now in milliseconds since 1970.
 * @throws 404 where the ticket is not as it was signed, or the document has no such version any more; 503.
 */
export async function previewOf(text: string, locale: string, now = Date.now()): Promise<Preview> {
  const ticket = readTicket(text, locale, previewSecret());
  if (ticket === null) throw notFound('such preview');
  const editUrl = editAddress(ticket);
  if (ticket.expires * 1000 <= now) return { expired: true, editUrl };

  const { type, documentId, status } = ticket;
  const [drafts, [published = []]] = await Promise.all([
    status === 'draft' ? draftVersions(type, documentId) : [],
    findVersions(type, { documentId: { $in: [documentId] } }),
  ]);
  const versions = status === 'draft' ? drafts : published;
  const shown = bestVersion(versions, locale);
  if (shown === null) throw notFound(`${status} version of this ${type}`);
  const own = drafts.find(draft => draft.locale === locale);
  const live = published.find(version => version.locale === locale);
  // An address that is not given yet would end in nothing.
  const path = addressIn(type, published, locale) ?? documentPath(type, shown.slug || documentId, locale);

  return {
    expired: false,
    shown: await writers[type]({
      documentId,
      contentLocale: shown.locale,
      sourceLocale: sourceLocaleOf(shown),
      path,
      // Of itself it is no version that search engines may know.
      languages: languageLinksBy(code => (code === locale ? path : addressIn(type, published, code)), code => code !== locale),
      draft: status === 'draft',
    }, locale),
    note: {
      status,
      exists: shown.locale === locale,
      missing: own === undefined ? [] : missingFields(own),
      expires: new Date(ticket.expires * 1000).toISOString(),
      editUrl,
      livePath: live === undefined ? null : documentPath(type, live.slug, locale),
    },
  };
}

function editAddress({ type, documentId, locale }: Ticket): string {
  return new URL(`/admin/content-manager/collection-types/api::${type}.${type}/${documentId}?plugins[i18n][locale]=${locale}`, adminUrl()).href;
}

/** A page without a title has a heading all the same. */
function named<Page extends DocumentPage>(page: Page): Page {
  const title = page.title || message(page.locale, 'preview.untitled');
  return { ...page, title, headTitle: page.headTitle || title, ...('name' in page ? { name: title } : {}) };
}
