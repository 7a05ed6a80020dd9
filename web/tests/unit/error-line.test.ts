import { describe, expect, test } from 'vitest';

import { CmsRefused, CmsUnavailable } from '../../server/cms/errors';
import { errorLine } from '../../server/error-line';

describe('the log of a failed request', () => {
  test('is one line that says what failed, and why', () => {
    const error = new CmsUnavailable('/api/articles', new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));
    expect(errorLine(error, 503, 'GET', '/en/articles')).toBe('GET /en/articles 503 The CMS did not answer: /api/articles: fetch failed: connect ECONNREFUSED');
  });

  test('leaves out what the visitor asked for, wherever it stands', () => {
    const error = new Error('[GET] "/api/clinics?treatment=secret%20wish&locale=en": 500\nServer Error', { cause: new CmsRefused('/api/clinics', 400) });
    const log = errorLine(error, 500, 'GET', '/en/clinics?treatment=secret%20wish');
    expect(log).not.toContain('secret');
    expect(log.split('\n')[0]).toBe('GET /en/clinics 500 [GET] "/api/clinics": 500 Server Error: The CMS refused /api/clinics with 400');
  });

  test('leaves out what opens a preview', () => {
    const error = new Error('[GET] "/api/preview/article-abc-draft-1-ff?locale=ru": 500', { cause: new CmsRefused('/api/articles', 400) });
    expect(errorLine(error, 500, 'GET', '/ru/preview/article-abc-draft-1-ff').split('\n')[0])
      .toBe('GET /ru/preview/… 500 [GET] "/api/preview/…": 500: The CMS refused /api/articles with 400');
  });

  test('says of a fault of ours where in the code it was', () => {
    expect(errorLine(new Error('x is undefined'), 500, 'GET', '/en')).toMatch(/^GET \/en 500 x is undefined\n\s+at .*error-line\.test\.ts/);
  });
});
