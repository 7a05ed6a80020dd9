import { defaultLocale, type Locale } from '../content-rules/locales';

/** A role of the admin that is made in code. */
export interface Role {
  /** By which it is known again; never shown. */
  code: string;
  name: string;
  description: string;
  rights: Right[];
  /** Actions that are not about a type of content, by Strapi's names. */
  actions?: string[];
}

/** What a role may do with some types. */
export interface Right {
  /** Singular names of content types. */
  types: string[];
  actions: Action[];
  /** The attributes that it may read or write, of all. */
  fields?: Choice;
  /** Of localized types; all unless said otherwise. */
  locales?: string[];
}

interface Choice {
  /** Of those that each locale has for itself, not of the facts that all of them share. */
  words?: true;
  only?: string[];
  not?: string[];
}

export type Action = 'create' | 'read' | 'update' | 'delete' | 'publish';

const written = ['article', 'treatment', 'condition', 'clinic', 'person', 'review', 'safety-notice', 'glossary-term', 'page'];
const facts = ['accreditation', 'cost-entry', 'cost-item', 'source'];

/** By which a medical reviewer signs a version of an article. */
export const signature = ['reviewedOn', 'reviewDueOn'];
/** Where the patient's consent is filed: for those who publish reviews. */
const consent = ['consentReference'];

/**
 * All roles beside the super admin, each with the least rights that its work takes; docs/operators.md has the table in words.
 * Who writes does not sign, and who translates does not publish: each version passes two pairs of eyes.
 *
 * @param locales of the site; there is a translator for each but the default one
 */
export function rolesFor(locales: Locale[]): Role[] {
  return [
    {
      code: 'polyclinic-editor',
      name: 'Editor',
      description: 'Writes and publishes in every language; does not sign medical reviews.',
      rights: [
        { types: [...written, ...facts], actions: ['read', 'delete', 'publish'] },
        { types: [...written, ...facts], actions: ['create', 'update'], fields: { not: signature } },
        { types: ['site'], actions: ['create', 'read', 'update', 'publish'] },
        { types: ['exchange-rate'], actions: ['create', 'read', 'update'] },
        { types: ['redirect'], actions: ['read'] },
      ],
      actions: ['read', 'assets.create', 'assets.update', 'assets.download', 'assets.copy-link'].map(name => `plugin::upload.${name}`),
    },
    ...locales.filter(({ code }) => code !== defaultLocale()).map(translatorInto),
    {
      code: 'polyclinic-medical-reviewer',
      name: 'Medical reviewer',
      description: 'Reads everything and signs versions of articles; an editor publishes them.',
      rights: [
        { types: [...written, ...facts], actions: ['read'], fields: { not: consent } },
        { types: ['article'], actions: ['update'], fields: { only: signature } },
      ],
    },
    {
      code: 'polyclinic-coordinator',
      name: 'Coordinator',
      description: 'Looks up treatments, clinics, prices and opening hours; changes nothing.',
      rights: [{ types: [...written, ...facts, 'site', 'exchange-rate'], actions: ['read'], fields: { not: consent } }],
    },
  ];
}

function translatorInto({ code, name }: Locale): Role {
  const translated = [...written, 'cost-item', 'site'];
  return {
    code: `polyclinic-translator-${code}`,
    name: `Translator: ${name}`,
    description: `Writes drafts in ${name}: words alone, no facts. An editor publishes them.`,
    rights: [
      { types: translated, actions: ['read'], fields: { not: consent } },
      { types: translated, actions: ['create', 'update'], fields: { words: true, not: signature }, locales: [code] },
      // What texts cite.
      { types: ['source'], actions: ['read'] },
    ],
  };
}
