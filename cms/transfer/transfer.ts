import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { engine, file as archive, strapi as local } from '@strapi/data-transfer';
import type { Core } from '@strapi/strapi';

import { CommandError } from '../commands/run.ts';

const { createLocalFileDestinationProvider, createLocalFileSourceProvider } = archive.providers;
const { createLocalStrapiDestinationProvider, createLocalStrapiSourceProvider } = local.providers;

const ARCHIVE_ENDING = '.tar.gz';

/** What was moved. */
export interface Moved {
  /** Versions of documents, and records such as files and locales. */
  entries: number;
  relations: number;
  files: number;
  /** What Strapi had to leave out, in its words. */
  warnings: string[];
}

/**
 * Writes all content with its files into an archive. Administrators, their roles and the API tokens are not in it.
 *
 * @param strapi a loaded Strapi
 * @param file ends in `.tar.gz`; is replaced
 */
export async function exportContent(strapi: Core.Strapi, file: string): Promise<Moved> {
  const destination = createLocalFileDestinationProvider({
    // Strapi adds the ending itself.
    file: { path: file.slice(0, -ARCHIVE_ENDING.length) },
    compression: { enabled: true },
    encryption: { enabled: false },
  });
  return move(createLocalStrapiSourceProvider({ getStrapi: () => strapi, autoDestroy: false }), destination);
}

/**
 * Replaces all content and files by those of an archive, or leaves everything as it was.
 *
 * @param strapi a loaded Strapi that serves nobody: what it knows of the old content is stale afterwards
 * @throws CommandError when the file is no archive, or one of another release
 */
export async function importContent(strapi: Core.Strapi, file: string): Promise<Moved> {
  const source = createLocalFileSourceProvider({ file: { path: file }, compression: { enabled: true }, encryption: { enabled: false } });
  const destination = createLocalStrapiDestinationProvider({
    getStrapi: () => strapi,
    autoDestroy: false,
    strategy: 'restore',
    restore: {
      assets: true,
      configuration: { coreStore: true, webhook: true },
      entities: { exclude: [...Object.keys(strapi.contentTypes), ...local.getIgnoredOfficialTransferTypes()].filter(local.isIgnoredOfficialTransferType) },
    },
  });
  return keepingUploads(path.join(strapi.dirs.static.public, 'uploads'), () => move(source, destination));
}

/** Strapi rolls back the database when an import fails, but has removed the old uploads by then. */
async function keepingUploads(uploads: string, work: () => Promise<Moved>): Promise<Moved> {
  const aside = `${uploads}-before-import`;
  if (existsSync(aside)) throw new CommandError(`An earlier import was interrupted: its old uploads are in ${aside}. Put them back in place of ${uploads}, or remove them.`);
  renameSync(uploads, aside);
  mkdirSync(uploads);
  try {
    const moved = await work();
    rmSync(aside, { recursive: true });
    return moved;
  } catch (error) {
    rmSync(uploads, { recursive: true });
    renameSync(aside, uploads);
    throw error;
  }
}

async function move(source: engine.ISourceProvider, destination: engine.IDestinationProvider): Promise<Moved> {
  const transfer = engine.createTransferEngine(source, destination, {
    versionStrategy: 'exact',
    schemaStrategy: 'strict',
    transforms: {
      entities: [{ filter: ({ type }) => isContent(type) }],
      links: [{ filter: ({ left, right }) => isContent(left.type) && isContent(right.type) }],
    },
  });
  const warnings: string[] = [];
  transfer.diagnostics.onDiagnostic(({ kind, details }) => {
    if (kind === 'warning') warnings.push(details.message);
  });
  try {
    const { entities, links, assets } = (await transfer.transfer()).engine ?? {};
    return { entries: entities?.count ?? 0, relations: links?.count ?? 0, files: assets?.count ?? 0, warnings };
  } catch (error) {
    throw explained(error);
  }
}

const isContent = (type: string): boolean => !local.isIgnoredOfficialTransferType(type);

function explained(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('is not a valid Strapi data file')) {
    return new CommandError('The file is not an archive of content, or not whole. Nothing was changed.');
  }
  const [, theirs, ours] = /version is (\S+) and the destination .* version is (\S+)/.exec(message) ?? [];
  if (theirs) {
    return new CommandError(`The archive was written on Strapi ${theirs}; this is ${ours}. Import it with the release of Polyclinic that wrote it, and update then. Nothing was changed.`);
  }
  if (message.startsWith('Invalid schema changes')) {
    return new CommandError(`The archive was written by a release with another content model. Import it with that release, and update then. Nothing was changed.\n${message}`);
  }
  return error;
}
