declare module '#catalogues' {
  type Catalogue = { [key: string]: string | Catalogue };
  /** By locale; the build makes it of `i18n/locales`. */
  const catalogues: { [locale: string]: Catalogue };
  export default catalogues;
}
