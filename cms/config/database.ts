import path from 'node:path';

import type { Core } from '@strapi/strapi';
import type { Database } from 'better-sqlite3';

import { optional } from '../src/required-env';

/** SQLite survives a power cut only in this journal mode with full synchrony; the default is neither. */
function afterCreate(connection: unknown, done: (error?: Error, connection?: unknown) => void) {
  const sqlite = connection as Database;
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  done(undefined, connection);
}

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  if (env('DATABASE_CLIENT', 'sqlite') === 'postgres') {
    return {
      connection: {
        client: 'postgres',
        connection: {
          host: env('DATABASE_HOST', '127.0.0.1'),
          port: env.int('DATABASE_PORT', 5432),
          database: env('DATABASE_NAME', 'polyclinic'),
          user: env('DATABASE_USERNAME', 'polyclinic'),
          password: optional('DATABASE_PASSWORD') ?? '',
        },
        pool: { min: 0, max: 10 },
      },
    };
  }
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: path.resolve(__dirname, '..', '..', env('DATABASE_FILENAME', '.data/polyclinic.db')) },
      useNullAsDefault: true,
      pool: { min: 0, max: 1, afterCreate },
    },
  };
};
