import type { Core } from '@strapi/strapi';

// One string each: Strapi mixes lists with its own, which name other hosts.
const ownOnly = "'self' data: blob:";
const megabyte = 1024 * 1024;

const config: Core.Config.Middlewares = [
  'global::health',
  'global::request-log',
  'global::closed-to-others',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      // The admin asks no other host for anything.
      contentSecurityPolicy: { directives: { 'connect-src': "'self'", 'img-src': ownOnly, 'media-src': ownOnly, 'font-src': "'self' data:", 'style-src': "'self' 'unsafe-inline'" } },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'no-referrer' },
    },
  },
  // Strapi insists on this one. No foreign page may read answers; the admin is of the same origin and needs no leave.
  { name: 'strapi::cors', config: { origin: [] } },
  'strapi::query',
  // More than the limit of the upload plugin, whose message is the better one; this is where reading stops.
  { name: 'strapi::body', config: { formidable: { maxFileSize: 40 * megabyte }, jsonLimit: '4mb' } },
  'strapi::favicon',
  'strapi::public',
  'global::background-reads',
  'global::shared-reads',
];

export default config;
