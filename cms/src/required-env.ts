import { readFileSync } from 'node:fs';

/**
 * Reads a setting that has no safe default: from the variable itself, or from the file that `<name>_FILE` names.
 *
 * @throws Error that names the missing setting and says where it comes from, or what is wrong with its file
 */
export function required(name: string): string {
  const value = optional(name);
  if (!value) {
    throw new Error(`${name} is not set. "npm start" writes it to .env; elsewhere, give it as an environment variable, or name a file that holds it in ${name}_FILE.`);
  }
  return value;
}

/**
 * Reads a secret from the variable itself or from the file that `<name>_FILE` names, without the line break at its end.
 *
 * @returns undefined where neither is given
 * @throws Error where both are given, or where the file cannot be read or is empty
 */
export function optional(name: string): string | undefined {
  const value = process.env[name];
  const file = process.env[`${name}_FILE`];
  if (!file) return value;
  if (value) throw new Error(`Both ${name} and ${name}_FILE are set: take one of them away.`);
  const text = readSecret(file, name).replace(/\r?\n$/, '');
  if (text === '') throw new Error(`${name}_FILE: ${file} is empty.`);
  return text;
}

function readSecret(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${name}_FILE: ${file} cannot be read (${cause instanceof Error ? cause.message : String(cause)}).`, { cause });
  }
}
