/** A part that is shown untranslated speaks its own language to the last word: pages may need any catalogue. The pages that a browser takes over have no such part. */
export default defineNuxtPlugin({
  name: 'catalogues',
  dependsOn: ['i18n:plugin'],
  async setup(nuxtApp) {
    await Promise.all(nuxtApp.$i18n.localeCodes.value.map(code => nuxtApp.$i18n.loadLocaleMessages(code)));
  },
});
