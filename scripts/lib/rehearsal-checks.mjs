import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

import { inRoot } from './paths.mjs';

const locales = JSON.parse(readFileSync(inRoot('locales.json'), 'utf8'));

/**
 * What has to hold while the services of docker-compose.yml run, each named by what a visitor or an operator gets.
 *
 * @type {Record<string, (system: Awaited<ReturnType<typeof import('./rehearsal.mjs').rehearse>>) => Promise<void>>}
 */
export const checks = {
  'CMS and site say that they are alive and ready': async ({ urls }) => {
    for (const url of Object.values(urls)) {
      for (const name of ['alive', 'ready']) assert.deepEqual(await fetch(`${url}/health/${name}`).then(answer => answer.json()), { status: 'ok' });
    }
  },

  'the site serves pages in every language': async ({ urls }) => {
    for (const { code } of locales) {
      const [, article] = new RegExp(`href="(/${code}/articles/[a-z-]+)"`).exec(await page(`${urls.site}/${code}`, code)) ?? [];
      assert.ok(article, `no article on the home page in ${code}`);
      await page(urls.site + article, code);
    }
  },

  'pictures go from the volume of the CMS to that of the site': async ({ urls, volume }) => {
    assert.ok(readdirSync(volume('uploads')).length > 0);
    const [picture] = /\/media\/[\w.-]+/.exec(await page(`${urls.site}/en`, 'en')) ?? [];
    assert.equal((await fetch(urls.site + picture)).status, 200);
    assert.deepEqual(readdirSync(volume('media')), [picture.replace('/media/', '')]);
  },

  'no service can change what its image holds': async ({ containers }) => {
    for (const [name, { run }] of Object.entries(containers)) {
      const place = JSON.stringify(name === 'site' ? '.output/x' : 'dist/x');
      for (const file of [place, '"x"']) assert.notEqual(await run(['node', '-e', `require('fs').writeFileSync(${file}, '')`]), 0, `${name} could write ${file}`);
    }
  },

  'secrets are in no environment and on no terminal': async ({ containers, secrets, environments }) => {
    for (const [name, { output }] of Object.entries(containers)) {
      for (const [secret, value] of Object.entries(secrets)) {
        assert.ok(!environments[name].includes(value), `${secret} is in the environment of ${name}`);
        assert.ok(!output().includes(value), `${secret} is in the log of ${name}`);
      }
    }
  },

  'memory stays well below the limits': async ({ containers, compose }) => {
    for (const [name, { peakMemory }] of Object.entries(containers)) {
      assert.ok(peakMemory() < 0.8 * bytes(compose.services[name].deploy.resources.limits.memory), `${name} took ${peakMemory()} bytes`);
    }
  },

  'all end by themselves when told to': async ({ containers, compose, end }) => {
    for (const [name, seconds] of Object.entries(await end())) {
      assert.ok(seconds < Number.parseFloat(compose.services[name].stop_grace_period), `${name} took ${seconds} s`);
      assert.equal(await containers[name].ended, 0, `${name} ended with a fault`);
    }
  },
};

async function page(url, locale) {
  const answer = await fetch(url);
  const html = await answer.text();
  assert.equal(answer.status, 200, url);
  assert.match(html, new RegExp(`<html[^>]* lang="${locale}"`));
  return html;
}

const bytes = text => Number.parseFloat(text) * { M: 1e6, G: 1e9 }[text.at(-1)];
