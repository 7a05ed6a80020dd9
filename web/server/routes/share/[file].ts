import { join } from 'node:path';

import { defineEventHandler, getRouterParam, sendRedirect, setResponseHeader, setResponseHeaders } from 'h3';

import { notFound } from '../../content/parts/errors';
import { mediaDirectory } from '../../settings';
import { readShareFile } from '../../share/address';
import { readSharePicture } from '../../share/store';
import { drawInStudio } from '../../share/studio';

/** A share picture: its address changes with its words and its look, so who has it never asks again. */
export default defineEventHandler(async (event) => {
  const file = getRouterParam(event, 'file') ?? '';
  const asked = readShareFile(file);
  if (asked === null) throw notFound('picture at this address');
  if (asked.path !== `/share/${file}`) {
    setResponseHeader(event, 'cache-control', 'no-cache');
    return sendRedirect(event, asked.path, 301);
  }
  const body = await readSharePicture(asked, join(mediaDirectory(), 'share'), drawInStudio);
  setResponseHeaders(event, {
    'content-type': 'image/png',
    'content-length': body.byteLength,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  return body;
});
