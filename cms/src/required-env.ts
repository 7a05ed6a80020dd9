/**
 * Reads a setting that has no safe default.
 *
 * @throws Error that names the missing setting and says where it comes from
 */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set. "npm start" writes it to .env; elsewhere, give it as an environment variable.`);
  }
  return value;
}
