import { randomBytes } from 'node:crypto';

import { databases } from './databases.ts';

export type Settings = Record<string, string>;

const secret = () => randomBytes(24).toString('base64url');

/** New secrets for a CMS under test. They belong to a template: its tokens and passwords are stored with their help. */
export function generateSecrets(): Settings {
  return {
    APP_KEYS: `${secret()},${secret()}`,
    ADMIN_JWT_SECRET: secret(),
    API_TOKEN_SALT: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
    CMS_READ_TOKEN: randomBytes(64).toString('hex'),
    CMS_IMPORT_TOKEN: randomBytes(64).toString('hex'),
    CMS_PREVIEW_TOKEN: randomBytes(64).toString('hex'),
    PREVIEW_SECRET: secret(),
    ADMIN_EMAIL: 'admin@polyclinic.example',
    ADMIN_PASSWORD: `Aa1-${secret()}`,
    DEMO_PASSWORD: `Aa1-${secret()}`,
  };
}

/** Settings of a CMS whose uploads are in `folder`, and its database too where that is a file. */
export function storageSettings(database: string, folder: string): Settings {
  return {
    NODE_ENV: 'test',
    ...databases().settings(database, folder),
    CMS_PUBLIC_DIR: `${folder}/public`,
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_EE: 'true',
  };
}
