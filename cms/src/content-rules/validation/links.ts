import type { UID } from '@strapi/strapi';

import type { Sentence } from '../../messages';
import { isSiteLocale } from '../locales';
import type { Path } from '../parts';
import { richNodes } from './rich-text';
import { allFields, type DocumentRule, type Fault, type Subject } from './subject';

/** Pages of the site that are not documents. */
const pages = new Set(['', 'articles', 'treatments', 'clinics', 'costs', 'reviews', 'glossary', 'request']);

/** Where documents of a type are shown. */
const sections: Record<string, UID.ContentType> = {
  articles: 'api::article.article',
  treatments: 'api::treatment.treatment',
  conditions: 'api::condition.condition',
  clinics: 'api::clinic.clinic',
  people: 'api::person.person',
  pages: 'api::page.page',
};

interface Link {
  href: string;
  path: Path;
}

/** Links are paths, web addresses, mail addresses or phone numbers; paths lead to something that exists, in any locale and state. */
export const links: DocumentRule = async (subject) => {
  const faults = await Promise.all(
    linksOf(subject).map(async ({ href, path }): Promise<Fault[]> => {
      const message = await problemOf(subject, href);
      return message ? [{ path, message }] : [];
    }),
  );
  return faults.flat();
};

function linksOf(subject: Subject): Link[] {
  return allFields(subject).flatMap(({ name, attribute, value, path }) => {
    if (attribute.type === 'blocks') {
      return richNodes(value, path).flatMap(({ node }) => (node['type'] === 'link' ? [{ href: String(node['url'] ?? ''), path }] : []));
    }
    return name === 'href' && typeof value === 'string' ? [{ href: value, path }] : [];
  });
}

async function problemOf(subject: Subject, href: string): Promise<Sentence | null> {
  if (/^(https?:\/\/[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+|tel:\+?[0-9-]+)$/i.test(href)) return null;
  if (!/^\/(?!\/)\S*$/.test(href)) return words => words.links.malformed(href);
  const noPage: Sentence = words => words.links.noPage(href);
  const [, ...segments] = href.replace(/[?#].*$/, '').replace(/\/$/, '').split('/');
  const [section = '', slug, ...rest] = isSiteLocale(segments[0] ?? '') ? segments.slice(1) : segments;
  if (slug === undefined) return pages.has(section) ? null : noPage;
  const uid = sections[section];
  if (!uid || rest.length > 0) return noPage;
  return (await isTaken(subject, uid, slug)) ? null : words => words.links.nowhere(href);
}

/** Whether a document has the address, or had it and is still there. */
async function isTaken({ strapi }: Subject, uid: UID.ContentType, slug: string): Promise<boolean> {
  if ((await strapi.db.query(uid).count({ where: { slug } })) > 0) return true;
  const type = strapi.contentType(uid).info.singularName;
  const left: { targetDocumentId: string }[] = await strapi.db.query('api::redirect.redirect').findMany({ where: { type, oldSlug: slug } });
  return (await strapi.db.query(uid).count({ where: { documentId: { $in: left.map(redirect => redirect.targetDocumentId) } } })) > 0;
}
