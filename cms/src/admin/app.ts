/** What the admin's pages are told when they are built. */
export default {
  config: {
    // Asks another host, which the content policy refuses.
    notifications: { releases: false },
    tutorials: false,
    translations: {
      // Only slugs are checked in the form; all other forms the server explains.
      en: { 'components.Input.error.validation.regex': 'A slug has lower-case Latin letters, digits and single hyphens, such as knee-replacement. Empty it to have it made from the title.' },
    },
  },
  bootstrap() {
    // Strapi's news, as if it had been closed: there is no setting for it.
    localStorage.setItem('STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false', 'true');
  },
};
