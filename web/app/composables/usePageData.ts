import type { ComputedRef } from 'vue';
import type { Moved } from '#shared/views/page';

/** What a route answers beside a new address. */
type Still<Answer> = Exclude<Answer, Extract<Answer, Moved>>;

interface FetchOptions {
  query: Record<string, string>;
  /** A second try would only keep the reader waiting: the page cache has an older copy. */
  retry: 0;
}

/**
 * Fetches what a page shows.
 *
 * An address that has moved redirects (301). What the data layer refuses becomes the status of the
 * page, and a data layer that cannot answer becomes a 503: never a page that looks whole.
 *
 * @param load Asks one route of the site's own API with the given options.
 * @param parameters Names of the parameters that the page's address hands on.
 * @throws The error that the error page shows.
 */
// `Answering` is not said to be a promise: the checker would compare that with all that `$fetch` may answer, until it gives up.
export async function usePageData<Answering>(
  load: (options: FetchOptions) => Answering,
  ...parameters: string[]
): Promise<ComputedRef<Still<Awaited<Answering>>>> {
  const nuxtApp = useNuxtApp();
  const { fullPath, query: asked } = useRoute();
  const locale = useI18n().locale.value;
  const query = { locale, ...single(asked, parameters) };
  const { data, error } = await useAsyncData(fullPath, async () => ({ answer: await load({ query, retry: 0 }) }));

  if (!data.value) {
    throw pageError(error.value?.statusCode ?? 503);
  }
  const { answer } = data.value;
  if (isView(answer)) return computed(() => typesetView(answer, locale));
  // A browser that kept "a is now b" for good would go in circles once b is a again.
  useRequestEvent(nuxtApp)?.node.res.setHeader('cache-control', 'no-cache');
  await nuxtApp.runWithContext(() => navigateTo(newAddress(answer), { redirectCode: 301 }));
  // The answer to the visitor is settled by now; this only ends the rendering.
  throw createError({ statusCode: 301 });
}

function newAddress(answer: unknown): string | null {
  const moved = typeof answer === 'object' && answer !== null && 'movedTo' in answer;
  return moved && typeof answer.movedTo === 'string' ? answer.movedTo : null;
}

function isView<Answer>(answer: Answer): answer is Still<Answer> {
  return newAddress(answer) === null;
}

/** The named parameters of the address, each once; what is absent or empty is left out. */
function single(query: Record<string, unknown>, names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => {
    const value: unknown = [query[name]].flat()[0];
    // What a form offered was typeset.
    return typeof value === 'string' && value !== '' ? [[name, value.replaceAll('\u00A0', ' ')]] : [];
  }));
}
