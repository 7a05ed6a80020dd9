import { assertMethod, defineEventHandler, getRequestHeader, sendRedirect, setResponseHeaders } from 'h3';

import { negotiateLocale } from '../../shared/negotiate-locale';
import { sectionPath } from '../../shared/paths';

/** The one address that asks for the visitor's languages; it is never stored, here or on the way. */
export default defineEventHandler((event) => {
  assertMethod(event, 'GET', true);
  setResponseHeaders(event, { 'vary': 'Accept-Language', 'cache-control': 'no-store' });
  return sendRedirect(event, sectionPath('', negotiateLocale(getRequestHeader(event, 'accept-language'))), 302);
});
