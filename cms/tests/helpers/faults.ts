interface Refusal {
  details: { errors: { path: (string | number)[]; message: string }[] };
}

const isRefusal = (error: unknown): error is Refusal =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'ValidationError' && 'details' in error;

/** What a write is refused for, as path → message; nothing where it is done. */
export async function faultsOf(write: () => Promise<unknown>): Promise<Record<string, string>> {
  try {
    await write();
    return {};
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return Object.fromEntries(error.details.errors.map(({ path, message }) => [path.join('.'), message]));
  }
}
