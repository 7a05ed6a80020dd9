import type { Core } from '@strapi/strapi';

import { previewAddress } from '../src/preview/handler';
import { previewSettings } from '../src/preview/settings';
import { required } from '../src/required-env';

/** Said to be off, the form offers no button to set it up. */
function preview(): NonNullable<Core.Config.Admin['preview']> {
  const settings = previewSettings();
  if (!settings) return { enabled: false, config: { handler: () => null } };
  return { enabled: true, config: { allowedOrigins: [settings.site], handler: (uid, asked) => previewAddress(strapi, settings, uid, asked) } };
}

export default (): Core.Config.Admin => ({
  auth: { secret: required('ADMIN_JWT_SECRET') },
  apiToken: { salt: required('API_TOKEN_SALT') },
  secrets: { encryptionKey: required('ENCRYPTION_KEY') },
  transfer: { token: { salt: required('TRANSFER_TOKEN_SALT') } },
  flags: { nps: false, promoteEE: false },
  ai: { enabled: false },
  preview: preview(),
});
