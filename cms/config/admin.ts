import type { Core } from '@strapi/strapi';

import { required } from '../src/required-env';

export default (): Core.Config.Admin => ({
  auth: { secret: required('ADMIN_JWT_SECRET') },
  apiToken: { salt: required('API_TOKEN_SALT') },
  secrets: { encryptionKey: required('ENCRYPTION_KEY') },
  transfer: { token: { salt: required('TRANSFER_TOKEN_SALT') } },
  flags: { nps: false, promoteEE: false },
  ai: { enabled: false },
  // Said so, the form offers no button to set it up.
  preview: { enabled: false, config: { handler: () => null } },
});
