// Said either way, Strapi does not print a notice about it.
export default () => ({ useLegacyMediaLibrary: false });
