import { readFileSync } from 'node:fs';
import { defineNuxtModule } from 'nuxt/kit';

/** What an article is made of, from the frame of the page to the last block. */
const root = 'ArticleDocument';

/**
 * Puts the styles of all that an article shows into one file, which nearly every page shares, and leaves those of
 * lists, forms and single pages with these: a reader of an article loads no rule that it has no use for.
 */
export default defineNuxtModule({
  meta: { name: 'reading-styles' },
  setup(_options, nuxt) {
    const files = new Map<string, string>();
    nuxt.hook('components:extend', (components) => {
      for (const { pascalName, filePath } of components) files.set(pascalName, filePath);
    });
    nuxt.hook('vite:extendConfig', ({ build }, { isClient }) => {
      const output = build?.rollupOptions?.output;
      if (!isClient || output === undefined) return;
      const reading = shownBy(root, files);
      for (const each of [output].flat()) each.manualChunks = id => (reading.has(id.replace(/\?.*/, '')) ? 'reading' : undefined);
    });
  },
});

/** The files of a component and of all that its template names, and so on. */
function shownBy(name: string, files: Map<string, string>, found = new Set<string>()): Set<string> {
  const file = files.get(name);
  if (file === undefined || found.has(file)) return found;
  found.add(file);
  for (const [, tag = ''] of readFileSync(file, 'utf8').matchAll(/<([A-Z]\w+)/g)) shownBy(tag, files, found);
  return found;
}
