// Runs everything: types, lint, dead code, and all test suites with the real CMS, database, site and browser.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';

import { buildWeb } from '../lib/build.mjs';
import { lintChecks, suites, typeChecks } from '../lib/checks.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { startNode } from '../lib/processes.mjs';
import { runAll } from '../lib/run-checks.mjs';
import { readSettings } from '../lib/settings.mjs';
import { stopOnSignals } from '../lib/system.mjs';

stopOnSignals();
const env = readSettings(root);
const results = inRoot('.data/test-results');
mkdirSync(results, { recursive: true });

const checks = await runAll([...typeChecks, ...lintChecks]);
let passed = checks.passed;
const failures = [...checks.failed];

for (const { name, cwd, program, args = [], needsSite } of suites) {
  if (needsSite) await buildWeb(env);
  const file = `${results}/${name.replaceAll(/\W+/g, '-')}.json`;
  rmSync(file, { force: true });
  const { ended } = startNode(name, [program, 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], { cwd, env: process.env, show: true });
  const code = await ended;
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
  passed += report.numPassedTests;
  if (report.numFailedTests > 0) failures.push(...Array(report.numFailedTests).fill(name));
  // A suite that broke before or after its tests, or ran none, has failed too.
  else if (code !== 0 || report.numPassedTests === 0) failures.push(name);
}

if (failures.length > 0) console.error(`\nFailed: ${[...new Set(failures)].join('; ')}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
