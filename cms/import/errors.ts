/** Exit codes of the command; `--help` prints them. */
export const exitCodes = { done: 0, cms: 1, importedBefore: 2, usage: 3 } as const;

/** Something a person can mend: its message is a sentence that says how. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
