import { describe, expect, it } from 'vitest';

import { allSchemas, attributesOf, components, contentTypes, places, type NamedAttribute } from '../helpers/schemas.ts';

const localizedTypes = contentTypes.filter(({ localized }) => localized);
const isLocalized = ({ attribute }: NamedAttribute) => attribute.pluginOptions?.i18n?.localized === true;

/**
 * Plain strings of localized types that are the same in every language, and why that is right.
 * Anything else with words in it must be marked as localized.
 */
const sharedStrings: Record<string, string> = {
  'article.importedFrom': 'an address',
  'clinic.country': 'a code after ISO 3166',
  'clinic.languagesSpoken': 'codes after ISO 639',
  'clinic.website': 'an address',
  'condition.icd10': 'a code after ICD-10',
  'cost-item.code': 'a code of our own',
  'person.licence': 'a number in a register',
  'review.displayName': 'the name that the patient agreed to',
  'review.country': 'a code after ISO 3166',
  'review.consentReference': 'a reference of our own files',
  'site.phone': 'a number',
  'site.openingHours': 'the notation of schema.org',
  'site.timeZone': 'a name of the IANA database',
};

/** Parts that no list or zone holds, and so need no key. */
const keyless = ['shared.seo'];

describe('rule 1: what has words or structure is localized', () => {
  const inLocalized = attributesOf(localizedTypes);

  it('texts, rich texts, media, components and zones are marked', () => {
    const structural = ['text', 'blocks', 'media', 'component', 'dynamiczone', 'uid'];
    expect(places(inLocalized.filter(entry => structural.includes(entry.attribute.type) && !isLocalized(entry)))).toEqual([]);
  });

  it('shared strings are codes and names, each with its reason', () => {
    const shared = inLocalized.filter(entry => entry.attribute.type === 'string' && !isLocalized(entry) && entry.name !== 'sourceLocale');
    expect(places(shared).sort()).toEqual(Object.keys(sharedStrings).sort());
  });

  it('each relation says whether it is a fact or a choice', () => {
    const relations = inLocalized.filter(({ attribute }) => attribute.type === 'relation');
    const unmarked = relations.filter(({ attribute }) => !['fact', 'choice'].includes(attribute.pluginOptions?.model?.relation ?? ''));
    expect(places(unmarked)).toEqual([]);
  });

  it('types without languages mark nothing', () => {
    const others = contentTypes.filter(({ localized }) => !localized);
    expect(places(attributesOf([...others, ...components]).filter(isLocalized))).toEqual([]);
  });
});

describe('rule 2: parts have keys', () => {
  const held = attributesOf(allSchemas).flatMap(({ attribute }) => [...(attribute.component ? [attribute.component] : []), ...(attribute.components ?? [])]);
  const withKeys = [...new Set(held)].filter(name => !keyless.includes(name)).sort();

  it('every part that a document holds has a key and the locales that leave it out', () => {
    const known = components.filter(({ attributes }) => 'key' in attributes && 'hiddenIn' in attributes).map(({ name }) => name);
    expect(known.sort()).toEqual(withKeys);
  });

  it('keys have one form, and are asked of nobody', () => {
    const forms = components.flatMap(({ attributes }) => (attributes['key'] ? [attributes['key']] : []));
    expect(new Set(forms.map(form => JSON.stringify(form)))).toEqual(new Set([JSON.stringify({ type: 'string', regex: '^[a-z0-9]{8}$', maxLength: 8 })]));
  });

  it('parts without a key stand in no list and no zone', () => {
    const listed = attributesOf(allSchemas).flatMap(({ attribute }) => [
      ...(attribute.repeatable && attribute.component ? [attribute.component] : []),
      ...(attribute.components ?? []),
    ]);
    expect(listed.filter(name => keyless.includes(name))).toEqual([]);
  });

  it('every part is used', () => {
    expect(components.map(({ name }) => name).filter(name => !held.includes(name))).toEqual([]);
  });
});

describe('rule 3: every document has a source locale', () => {
  it('as a shared value of every localized type', () => {
    const without = localizedTypes.filter(({ attributes }) => {
      const { type, pluginOptions } = attributes['sourceLocale'] ?? { type: 'none' };
      return type !== 'string' || pluginOptions?.i18n?.localized === true;
    });
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});

describe('rule 4: a picture is used through a figure', () => {
  it('which holds all media', () => {
    const media = attributesOf(allSchemas).filter(({ attribute }) => attribute.type === 'media');
    expect(new Set(media.map(({ schema }) => schema.name))).toEqual(new Set(['shared.figure']));
  });
});

describe('rule 8: there are no HTML strings', () => {
  it('only Strapi Blocks', () => {
    const closed = ['richtext', 'customField', 'html'];
    expect(places(attributesOf(allSchemas).filter(({ attribute }) => closed.includes(attribute.type)))).toEqual([]);
  });
});
