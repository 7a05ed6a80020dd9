import { isToMany, type Attribute, type ContentType, type Model } from '../model.ts';
import { isRecord, type Fields } from '../read/content.ts';
import { mapLinks } from '../read/walk.ts';

/** Where the ids of the seed lead at this moment. */
export interface Targets {
  /** The document of that name and the locales that it has, once it is made. */
  document(name: string): { documentId: string; locales: Set<string> } | undefined;
  /** The id of an uploaded picture. */
  picture(name: string): number;
  /** All locales, the default one first. */
  locales: string[];
}

/**
 * Turns the fields of a version into what the Document Service takes.
 *
 * @param locale of the version; `*` for a type without languages
 * @returns the data, and the names of documents that could not be linked because they do not exist (yet)
 */
export function toData(type: ContentType, fields: Fields, locale: string, model: Model, targets: Targets) {
  const missing: string[] = [];

  const link = (attribute: Attribute, id: unknown) => {
    const target = model.types.get(attribute.target ?? '');
    const name = `${target?.plural}/${String(id)}`;
    const found = targets.document(name);
    // A type without languages must say which version it means: the first that there is.
    const version = locale === '*' ? targets.locales.find(each => found?.locales.has(each)) : locale;
    if (found && !target?.localized) return [{ documentId: found.documentId }];
    if (found && version && found.locales.has(version)) return [{ documentId: found.documentId, locale: version }];
    missing.push(name);
    return [];
  };

  const data = mapLinks(model, type.attributes, fields, (attribute, value) => {
    if (attribute.type === 'media') return targets.picture(String(value));
    if (isToMany(attribute)) return [value].flat().flatMap(id => link(attribute, id));
    return value === null ? null : (link(attribute, value)[0] ?? null);
  });
  for (const [name, attribute] of Object.entries(type.attributes)) {
    const entries = data[name];
    if (attribute.type === 'dynamiczone' && Array.isArray(entries)) data[name] = entries.map(asZoneEntry);
  }
  return { data, missing };
}

/** What empties each attribute that the seed no longer mentions. Relations that the other side owns are left to it. */
export function blanks(type: ContentType): Fields {
  return Object.fromEntries(
    Object.entries(type.attributes)
      .filter(([, attribute]) => !attribute.mappedBy)
      .map(([name, attribute]) => [name, attribute.default ?? (isList(attribute) ? [] : null)]),
  );
}

function isList(attribute: Attribute): boolean {
  return isToMany(attribute) || attribute.repeatable === true || attribute.type === 'dynamiczone';
}

function asZoneEntry(entry: unknown): unknown {
  if (!isRecord(entry)) return entry;
  const { component, ...fields } = entry;
  return { __component: component, ...fields };
}
