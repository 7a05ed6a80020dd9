import { CommandError } from '../command.ts';

/** What a writer of seed content must mend: each problem with its file, its document and its field. */
export class SeedError extends CommandError {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The first content cannot be loaded:\n${problems.map(problem => `  ${problem}`).join('\n')}`);
    this.name = 'SeedError';
    this.problems = problems;
  }
}
