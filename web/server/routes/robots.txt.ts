import { defineEventHandler, setResponseHeader } from 'h3';

import { writeRobots } from '../found/sitemap';
import { siteOrigin } from '../site-origin';

export default defineEventHandler((event) => {
  setResponseHeader(event, 'content-type', 'text/plain; charset=utf-8');
  return writeRobots(`${siteOrigin(event)}/sitemap.xml`);
});
