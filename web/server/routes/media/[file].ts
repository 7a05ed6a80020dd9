import { assertMethod, defineEventHandler, getRouterParam, setResponseHeaders } from 'h3';

import { notFound } from '../../content/parts/errors';
import { readMedia } from '../../media/store';
import { mediaDirectory } from '../../settings';

/** A picture's name changes with its content, so what a browser has it never asks for again. */
export default defineEventHandler(async (event) => {
  assertMethod(event, 'GET', true);
  const name = getRouterParam(event, 'file') ?? '';
  const file = await readMedia(name, mediaDirectory());
  if (file === null) throw notFound('picture at this address');
  setResponseHeaders(event, {
    'content-type': file.type,
    'content-length': file.body.byteLength,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  return file.body;
});
