import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { TestProject } from 'vitest/node';

import { startPostgres } from '../../../scripts/lib/postgres.mjs';
import type { TestPostgres } from './databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}

/** Runs once before all suites that are on PostgreSQL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  const templates = fs.mkdtempSync(path.join(os.tmpdir(), 'polyclinic-templates-'));
  project.provide('postgres', { server: postgres.settings, templates });
  return async () => {
    await postgres.stop();
    fs.rmSync(templates, { recursive: true, force: true });
  };
}
