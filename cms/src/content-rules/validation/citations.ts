import { richNodes } from './rich-text';
import { allFields, type DocumentRule, type Field } from './subject';

const bracket = /\[@([^\]]*)\]/g;
const key = /^@?([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Citations in text are `[@key]` or `[@one; @two]`, and lead to sources that exist. */
export const citations: DocumentRule = async (subject) => {
  const cited = allFields(subject).flatMap(field =>
    textsOf(field).flatMap(text => [...text.matchAll(bracket)].flatMap(([, inner = '']) => inner.split(';').map(entry => ({ entry: entry.trim(), path: field.path })))),
  );
  if (cited.length === 0) return [];

  const keys = cited.flatMap(({ entry }) => key.exec(entry)?.[1] ?? []);
  const sources: { citationKey: string }[] = await subject.strapi.db
    .query('api::source.source')
    .findMany({ where: { citationKey: { $in: keys } }, select: ['citationKey'] });
  const known = new Set(sources.map(({ citationKey }) => citationKey));
  return cited.flatMap(({ entry, path }) => {
    const asked = key.exec(entry)?.[1];
    if (asked && known.has(asked)) return [];
    const message = asked
      ? `No source has the key “${asked}”. Add the source, or correct the citation.`
      : `“[@${entry}]” is not a citation. Write [@key], or [@one; @two] for several sources.`;
    return [{ path, message }];
  });
};

function textsOf({ attribute, value, path }: Field): string[] {
  if (attribute.type === 'blocks') return richNodes(value, path).flatMap(({ node }) => (typeof node['text'] === 'string' ? [node['text']] : []));
  return (attribute.type === 'string' || attribute.type === 'text') && typeof value === 'string' ? [value] : [];
}
