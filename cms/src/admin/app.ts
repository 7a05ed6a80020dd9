import type { StrapiApp } from '@strapi/strapi/admin';

import evidence from '../edit-views/ru/evidence.claim.json';
import figure from '../edit-views/ru/shared.figure.json';
import ratesWords from '../exchange-rates/words/en.json';
import ratesWordsRu from '../exchange-rates/words/ru.json';
import { ratesWidget } from './exchange-rates/widget';
import untranslated from './strapi-ru.json';

/** What the admin's pages are told when they are built. */
export default {
  config: {
    // Beside English, for people who choose it in their profile.
    locales: ['ru'],
    // Asks another host, which the content policy refuses.
    notifications: { releases: false },
    tutorials: false,
    translations: {
      en: {
        // Only slugs are checked in the form; all other forms the server explains.
        'components.Input.error.validation.regex': 'A slug has lower-case Latin letters, digits and single hyphens, such as knee-replacement. Empty it to have it made from the title.',
        // A block that stands in another group of the picker than its name says is not found by its name.
        'shared.figure': 'Figure',
        'evidence.claim': 'Evidence',
        ...ratesWords,
      },
      ru: {
        // What Strapi leaves in English of what editors meet in lists, forms and dialogs, and what it says in a broken plural.
        ...untranslated,
        ...ratesWordsRu,
        'components.Input.error.validation.regex': 'В адресе (slug) бывают строчные латинские буквы, цифры и одиночные дефисы, например knee-replacement. Очистите поле, и он получится из заголовка.',
        // The group of blocks in the picker, and those whose own group is another.
        'block': 'Блоки',
        'shared.figure': figure.name,
        'evidence.claim': evidence.name,
      },
    },
  },
  register(app: StrapiApp) {
    app.widgets.register(ratesWidget);
  },
  bootstrap() {
    // Strapi's news, as if it had been closed: there is no setting for it.
    localStorage.setItem('STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false', 'true');
  },
};
