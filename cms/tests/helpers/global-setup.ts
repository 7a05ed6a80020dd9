import { compileServer } from './compile.ts';

/** Runs once before all suites: what they boot is the compiled server. */
export default function setup(): void {
  compileServer();
}
