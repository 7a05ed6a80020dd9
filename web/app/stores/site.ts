import { defineStore } from 'pinia';
import type { SiteSettings } from '#shared/views/site';

/** What every page shares: the site's settings in the visitor's language. */
export const useSiteStore = defineStore('site', () => {
  const settings = ref<SiteSettings | null>(null);

  /** The currency that readers of this language compare in, unless an address names another. */
  const referenceCurrency = computed(() => settings.value?.referenceCurrency ?? null);

  /**
   * Fetches the settings in a locale, once.
   *
   * @throws The error of the data layer.
   */
  async function load(locale: string): Promise<void> {
    if (settings.value?.locale === locale) return;
    settings.value = typesetView(await $fetch<SiteSettings>('/api/site', { query: { locale }, retry: 0 }), locale);
  }

  return { settings, referenceCurrency, load };
});
