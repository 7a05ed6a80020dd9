import golosCyrillic from '#fonts/golos-text-cyrillic.woff2?url';
import golosLatin from '#fonts/golos-text-latin.woff2?url';
import literataCyrillic from '#fonts/literata-cyrillic.woff2?url';
import literataLatin from '#fonts/literata-latin.woff2?url';
import { localeOf } from '#shared/locales';

/** The fonts that the first screen of a page in a script is set in: figures, spaces and marks are in the Latin ones. Other scripts use the machine's own. */
const fontsOfScript: Record<string, string[]> = {
  Latn: [golosLatin, literataLatin],
  Cyrl: [golosCyrillic, literataCyrillic, golosLatin, literataLatin],
};

/** What the head of every page says: language, direction, viewport, the fonts of the page's script. */
export function useShellHead(): void {
  const { locale } = useI18n();
  useHead(() => {
    const { dir, script } = localeOf(locale.value);
    return {
      htmlAttrs: { lang: locale.value, dir },
      meta: [
        { name: 'viewport', content: 'width=device-width, initial-scale=1' },
        { name: 'color-scheme', content: 'light dark' },
        { name: 'theme-color', content: '#faf8f3', media: '(prefers-color-scheme: light)' },
        { name: 'theme-color', content: '#10181d', media: '(prefers-color-scheme: dark)' },
      ],
      link: [
        { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
        ...(fontsOfScript[script] ?? []).map(href => ({
          rel: 'preload' as const, as: 'font' as const, type: 'font/woff2', crossorigin: 'anonymous' as const, href,
        })),
      ],
    };
  });
}
