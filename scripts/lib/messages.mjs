// What people read when something is in the way: what it is, and what to do.
import process from 'node:process';

/**
 * Prints the sentence and ends the process with code 1.
 *
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

export const nodeTooOld = version =>
  `Node ${version} is too old: Polyclinic needs Node 20 or newer. Install a current one from https://nodejs.org and run the command again.`;

export const noSuitableNode = version =>
  `Polyclinic runs on Node 24, this is Node ${version}, and there is no packaged Node 24 for ${process.platform} on ${process.arch}. Install Node 24 from https://nodejs.org and run the command again.`;

export const unknownTask = task =>
  `There is no command "${task ?? ''}". "npm run" lists those that there are.`;

export const diskFull = (folder, freeBytes, neededBytes) =>
  `The disk that holds ${folder} has ${gigabytes(freeBytes)} free; ${gigabytes(neededBytes)} are needed. Make room and run the command again; what is done already is kept.`;

export const portTaken = (port, variable) =>
  `Port ${port} is in use by another program. Stop it, or choose another port: ${variable}=${port + 1} npm start`;

export const noPostgres = () =>
  `The tests on PostgreSQL need its programs, and there is no package of them for ${process.platform} on ${process.arch}. Install PostgreSQL 15 or newer (macOS: "brew install postgresql@18") and run the command again; it need not be started.`;

export const usage = command => `Usage: npm run ${command}`;

export const archiveExists = file => `There is ${file} already. Choose another name, or move it away.`;

export const archiveMissing = file => `There is no ${file}.`;

export const cmsRuns = url =>
  `The CMS runs at ${url}. Stop it and run the command again: it would go on working with content that is gone.`;

export const importUnconfirmed = () =>
  'An import replaces all content and uploads. Where nobody can be asked, say so with --yes.';

const gigabytes = bytes => `${(bytes / 1e9).toFixed(1)} GB`;

/**
 * Says in a sentence what went wrong in a program's output, where that is known.
 *
 * @param {string} output
 * @returns {string | null}
 */
export function explain(output) {
  if (/ENOSPC|no space left on device|database or disk is full/i.test(output)) {
    return 'The disk is full. Make room and run the command again; what is done already is kept.';
  }
  return null;
}

/** The same for the output of npm and pnpm. */
export function explainInstall(output) {
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL/.test(output)) {
    return 'The package registry cannot be reached. Check the network (or the proxy and registry in your npm settings) and run the command again; what was fetched already is kept.';
  }
  return explain(output);
}
