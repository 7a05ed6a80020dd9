import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cataloguesModule } from './catalogues';
import { documentHeaders } from './server/response-headers';
import { defaultLocale, locales } from './shared/locales';
import { scriptedSections, sectionPath } from './shared/paths';

const folderOf = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

export default defineNuxtConfig({
  modules: ['@pinia/nuxt', '@nuxtjs/i18n'],

  // Not in development, where pages bring the script of hot reload.
  $production: {
    routeRules: {
      // Without a rule that says `ssr`, Nuxt takes a route with other rules for one without it.
      '/**': { ssr: true },
      ...Object.fromEntries(locales.map(({ code }) => [`/${code}/**`, { noScripts: true, headers: documentHeaders(code) }])),
      ...Object.fromEntries(locales.flatMap(({ code }) => scriptedSections.map(section => [sectionPath(section, code), { noScripts: false }]))),
      // Where Nuxt renders the page of an error.
      '/__nuxt_error': { ssr: true, noScripts: true },
      '/speculation-rules.json': { headers: { 'content-type': 'application/speculationrules+json' } },
    },
    nitro: { entry: fileURLToPath(new URL('server/entry.ts', import.meta.url)), compressPublicAssets: { gzip: true, brotli: true } },
  },

  components: [{ path: '~/components', pathPrefix: false }],
  devtools: { enabled: false },

  app: {
    // html-validate takes the stock `__nuxt` for a malformed id.
    rootId: 'site',
  },
  css: ['~/assets/css/main.css'],
  vue: { runtimeCompiler: false },

  // What somebody looked for on a medical site is kept nowhere on the way.
  routeRules: Object.fromEntries([...locales.map(({ code }) => `/${code}/search`), '/api/search'].map(path => [
    path, { ssr: true, headers: { 'cache-control': 'private, no-store' } },
  ])),

  // One stylesheet for all pages, cached for good: nothing inline that a content policy would have to allow.
  features: { inlineStyles: false },
  experimental: {
    componentIslands: false,
    // A page that is open for hours would ask again and again whether the site was built anew.
    appManifest: false,
  },
  compatibilityDate: '2026-11-01',

  nitro: {
    preset: 'node-server',
    virtual: { '#catalogues': cataloguesModule },
    publicAssets: [{ dir: join(folderOf('country-flag-icons'), '3x2'), baseURL: 'flags', maxAge: 60 * 60 * 24 * 30 }],
    // Share pictures are drawn with whole fonts: what is cut to a page's letters is for browsers.
    serverAssets: [
      { baseName: 'serif', dir: join(folderOf('@fontsource-variable/literata'), 'files'), pattern: '*-opsz-normal.woff2' },
      { baseName: 'sans', dir: join(folderOf('@fontsource-variable/golos-text'), 'files'), pattern: '*-wght-normal.woff2' },
    ],
  },
  vite: {
    build: { assetsInlineLimit: 0 },
    // The names of scoped styles stand at nearly every element of a page.
    vue: { features: { componentIdGenerator: file => createHash('sha256').update(file).digest('base64url').replace(/[^a-z]/g, '').slice(0, 5) } },
  },

  typescript: {
    strict: true,
    // A misspelt component or attribute in a template is an error, not an empty place on the page.
    tsConfig: { compilerOptions: { noUncheckedIndexedAccess: true }, vueCompilerOptions: { strictTemplates: true } },
  },
  telemetry: false,

  i18n: {
    strategy: 'prefix',
    // Detection sets cookies, and what is cached may not depend on the visitor.
    detectBrowserLanguage: false,
    defaultLocale,
    locales: locales.map(({ code, name, dir, intl }) => ({ code, name, dir, language: intl, file: `${code}.json` })),
    vueI18n: 'i18n.config.ts',
    compilation: { strictMessage: true },
    bundle: { fullInstall: false },
    // A browser asks for the words of its language by an address that changes with them.
    experimental: { preload: false, httpCacheDuration: 60 * 60 * 24 * 30 },
  },
});
