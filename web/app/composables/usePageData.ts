import type { ComputedRef } from 'vue';
import type { LocationQuery } from 'vue-router';
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
 * In a browser that runs the page's script, another query of the same address is answered in place; what
 * cannot be answered there is left to the browser to load.
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
  const ask = async (asked: LocationQuery) => ({ answer: await load({ query: { locale, ...single(asked, parameters) }, retry: 0 }) });
  // What follows the `#` is known to the browser alone.
  const fetched = useAsyncData(withoutHash(fullPath), () => ask(asked));
  const { data, error } = fetched;

  const inPlace = shallowRef<Still<Awaited<Answering>>>();
  let latest: string | undefined;
  onBeforeRouteUpdate(async (to, from) => {
    if (withoutHash(to.fullPath) === withoutHash(from.fullPath)) return;
    latest = to.fullPath;
    try {
      const { answer } = await ask(to.query);
      // The router gives up by itself what has been overtaken. If we refused it, it would take back the step that overtook it.
      if (latest !== to.fullPath) return;
      if (!isView(answer)) throw new Error(`${to.path} has moved`);
      inPlace.value = answer;
    } catch {
      if (latest !== to.fullPath) return;
      window.location.assign(to.fullPath);
      return false;
    }
  });
  await fetched;

  if (!data.value) {
    throw pageError(error.value?.statusCode ?? 503);
  }
  const { answer } = data.value;
  if (isView(answer)) return computed(() => typesetView(inPlace.value ?? answer, locale));
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

const withoutHash = (address: string) => address.replace(/#.*$/, '');

/** The named parameters of the address, each once; what is absent or empty is left out. */
function single(query: Record<string, unknown>, names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => {
    const value: unknown = [query[name]].flat()[0];
    // What a form offered was typeset.
    return typeof value === 'string' && value !== '' ? [[name, value.replaceAll('\u00A0', ' ')]] : [];
  }));
}
