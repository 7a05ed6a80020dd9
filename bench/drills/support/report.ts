import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';

import { inRoot } from '../../../scripts/lib/paths.mjs';

/** What a drill found out. */
export interface Report {
  /** By name; those of time are in milliseconds. */
  figures: Record<string, unknown>;
  /** Each way in which what is promised was not kept; none where all is well. */
  broken: string[];
}

/** How much a drill is given to do: `short` shows that a promise is kept, `long` is for figures. */
export type Size = 'short' | 'long';

/** Writes a report with the day and the machine into `bench/results`; returns the file. */
export function writeReport(name: string, size: Size, report: Report): string {
  const file = inRoot('bench/results', `${new Date().toISOString().slice(0, 10)}-drill-${name}${size === 'long' ? '' : '-short'}.json`);
  const machine = { processor: cpus()[0]?.model, processors: availableParallelism(), memoryBytes: totalmem(), system: release(), node: process.version, load: loadavg() };
  mkdirSync(inRoot('bench/results'), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ name, size, at: new Date().toISOString(), machine, ...report }, null, 2)}\n`);
  return file;
}
