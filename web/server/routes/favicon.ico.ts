import { defineEventHandler, sendRedirect } from 'h3';

/** For who asks without having read a page, which names the icon. */
export default defineEventHandler(event => sendRedirect(event, '/icon.svg', 301));
