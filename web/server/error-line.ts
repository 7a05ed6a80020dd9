/**
 * What the log says of a failed request: one line, and for a fault of ours (500) where in the code it was.
 *
 * Queries are left out wherever they stand: what somebody looked for on a medical site is nobody's business.
 * So is what opens a preview to whoever reads it.
 *
 * @param address as it was asked for, with its query.
 */
export function errorLine(error: Error, status: number, method: string, address: string): string {
  const line = `${method} ${withoutSecrets(address)} ${status} ${withoutSecrets(messages(error).join(': '))}`;
  const frames = (error.stack ?? '').split('\n').filter(frame => /^\s+at /.test(frame));
  return [line.replace(/\s+/g, ' '), ...(status === 500 ? frames.map(withoutSecrets) : [])].join('\n');
}

/** What an error says, and what it came of. */
function messages(error: Error): string[] {
  const cause = error.cause instanceof Error ? messages(error.cause) : [];
  return [...new Set([error.message, ...cause])].filter(message => message !== '');
}

function withoutSecrets(text: string): string {
  return text.replace(/\?[^\s"'<>)]*/g, '').replace(/(\/preview\/)[a-z]+-[^\s"'<>)]+/g, '$1…');
}
