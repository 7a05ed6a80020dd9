import { en, type Catalogue } from './en';
import { ru } from './ru';

/** The languages of the admin; not those of the site, which `locales.json` lists. */
export type Language = 'en' | 'ru';

export interface Words extends Catalogue {
  language: Language;
}

/** Something to say, in whichever language it is asked for. */
export type Sentence = (words: Words) => string;

const catalogues: Record<Language, Catalogue> = { en, ru };

/** What to say to the person who asks, in the language that is chosen in the profile; in English to programs and to all others. */
export function words(): Words {
  // Strapi's own spelling.
  const chosen: unknown = strapi.requestContext.get()?.state['user']?.preferedLanguage;
  const language = isLanguage(chosen) ? chosen : 'en';
  return { ...catalogues[language], language };
}

const isLanguage = (value: unknown): value is Language => typeof value === 'string' && Object.hasOwn(catalogues, value);
