import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { startCms, type Cms } from '../../../cms/tests/helpers/cms';
import { documentsOf } from '../../../cms/tests/helpers/content';
import { localeCodes } from '../../shared/locales';
import type { Running } from './support/processes';
import { startSite } from './support/programs';

const siteUrl = inject('siteUrl');
const { pages } = inject('siteMap');

const read = async (address: string) => (await fetch(address, { headers: { accept: 'text/html' } })).text();

/** What the head says for networks, by property; without no-break spaces. */
function shareHead(html: string): Record<string, string> {
  const tags = html.matchAll(/<meta (?:property|name)="(og:[\w:]+|twitter:card)" content="([^"]*)">/g);
  return Object.fromEntries([...tags].map(([, name = '', content = '']) => [name, content.replaceAll('\u00A0', ' ')]));
}

const pictureOf = async (address: string) => shareHead(await read(address))['og:image'] ?? '';

describe('each page', () => {
  const pictures = new Map<string, string[]>();

  it.each(pages)('%s has a picture where its address is passed on', async (path) => {
    const html = await read(siteUrl + path);
    const head = shareHead(html);
    expect(head).toMatchObject({
      'og:type': path.includes('/articles/') ? 'article' : path.includes('/people/') ? 'profile' : 'website',
      'og:site_name': 'Polyclinic',
      'og:url': siteUrl + path,
      'og:title': expect.stringMatching(/\S/),
      'og:description': expect.stringMatching(/\S/),
      'og:image:alt': expect.stringMatching(/^Polyclinic\. \S/),
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    });
    if (!html.includes('content="noindex"')) expect(head['og:locale'], path).toBe(path.startsWith('/ru') ? 'ru_RU' : 'en_GB');

    const address = head['og:image'] ?? '';
    pictures.set(address, [...(pictures.get(address) ?? []), path]);
    const answer = await fetch(address);
    const body = Buffer.from(await answer.arrayBuffer());
    expect(Object.fromEntries(['content-type', 'cache-control', 'x-content-type-options'].map(name => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'image/png', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff',
    });
    expect(body.subarray(1, 4).toString()).toBe('PNG');
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(body.byteLength).toBeLessThan(80_000);
  });

  it('has one of its own, but for what is shown untranslated: that has the picture of its original', () => {
    const shared = [...pictures.values()].filter(paths => paths.length > 1);
    expect(pictures.size).toBeGreaterThan(localeCodes.length * 20);
    for (const paths of shared) expect(new Set(paths.map(path => path.split('/').slice(2).join('/'))).size, String(paths)).toBe(1);
  });

  it('is drawn with the name of the list, whatever was chosen or looked for in it', async () => {
    const plain = await pictureOf(`${siteUrl}/ru/clinics`);
    expect(await pictureOf(`${siteUrl}/ru/clinics?country=TR`)).toBe(plain);
    expect(await pictureOf(`${siteUrl}/en/search?q=words+of+a+stranger`)).toBe(await pictureOf(`${siteUrl}/en/search`));
  });
});

it('does not name one on the page of an error', async () => {
  expect(shareHead(await read(`${siteUrl}/en/articles/no-such-article`))).toEqual({});
});

it.each(['x.png', 'a.b.c', `${'a'.repeat(40)}.${'a'.repeat(22)}.00000000.png`, '%00.png'])('draws nothing for %s', async (junk) => {
  expect((await fetch(`${siteUrl}/share/${junk}`)).status).toBe(404);
});

it('sends who asks for an older look of a picture to the present one', async () => {
  const present = await pictureOf(`${siteUrl}/en/costs`);
  const answer = await fetch(present.replace(/[\da-f]{8}\.png$/, '00000000.png'), { redirect: 'manual' });
  expect([answer.status, siteUrl + (answer.headers.get('location') ?? '')]).toEqual([301, present]);
});

describe('when content changes', () => {
  let cms: Cms;
  let site: Running;
  let other: Running;

  beforeAll(async () => {
    cms = await startCms();
    const token = cms.settings['CMS_READ_TOKEN'] ?? '';
    [site, other] = await Promise.all([startSite(cms.url, token), startSite(cms.url, token)]);
  });

  afterAll(async () => {
    await Promise.all([site.stop(), other.stop()]);
    await cms.stop().catch(() => undefined);
  });

  it('gives a changed title a picture of its own, which every instance draws, with the CMS or without', async () => {
    const articles = documentsOf(cms.strapi, 'api::article.article');
    const id = await articles.create('en', { title: 'Before', slug: 'before', summary: 'Before.' }, 'published');
    const before = await pictureOf(`${site.url}/en/articles/before`);
    await articles.save(id, 'en', { title: 'After' }, 'published');
    await expect.poll(() => pictureOf(`${site.url}/en/articles/before`), { timeout: 5000 }).not.toBe(before);
    const after = await pictureOf(`${site.url}/en/articles/before`);
    expect(shareHead(await read(`${site.url}/en/articles/before`))['og:image:alt']).toBe('Polyclinic. Article. After');

    await cms.stop();
    expect((await fetch(`${site.url}/en/articles/never-shown`)).status).toBe(503);
    const drawn = await Promise.all([site, other].map(async ({ url }) => {
      const answer = await fetch(url + new URL(after).pathname);
      return [answer.status, Buffer.from(await answer.arrayBuffer()).toString('base64')];
    }));
    expect(drawn[0]?.[0]).toBe(200);
    expect(drawn[0]).toEqual(drawn[1]);
  });
});
