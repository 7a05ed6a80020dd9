import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { contentPolicy, inlineScriptHashes, readingPolicy } from '../../server/content-policy';

const hashOf = (code: string) => `sha256-${createHash('sha256').update(code).digest('base64')}`;

const data = '<script type="application/ld+json">{"@context":"https://schema.org"}</script><script type="application/json" id="data">[1]</script>';
const scripted = `<head><script type="importmap">{"imports":{}}</script><script type="module" src="/_nuxt/a.js" crossorigin></script></head><body>${data}<script>window.a = 1;\nwindow.b = 2;</script></body>`;

describe('the content policy', () => {
  it('allows no script on a page that has only data', () => {
    expect(contentPolicy(`<p>Text</p>${data}`)).toBe(readingPolicy);
    expect(readingPolicy).not.toContain('script-src');
  });

  it('allows the inline scripts that a page has, and no others', () => {
    const hashes = [hashOf('{"imports":{}}'), hashOf('window.a = 1;\nwindow.b = 2;')];
    expect(inlineScriptHashes(scripted)).toEqual(hashes);
    expect(contentPolicy(scripted)).toBe(`${readingPolicy}; script-src 'self' '${hashes[0]}' '${hashes[1]}'`);
  });

  it('follows each letter of a script', () => {
    expect(inlineScriptHashes(scripted.replace('window.a', 'window.c'))).not.toEqual(inlineScriptHashes(scripted));
  });
});
