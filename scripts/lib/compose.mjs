import { parse } from 'yaml';

/**
 * Reads a Compose file, with anchors and variables resolved.
 *
 * @param {string} text
 * @param {Record<string, string>} [env] what its variables stand for; their defaults where it lacks them
 */
export function readCompose(text, env = {}) {
  const resolve = value => value.replace(/\$\{(\w+)(?::-([^}]*))?\}/g, (_, name, fallback = '') => env[name] || fallback);
  return JSON.parse(JSON.stringify(parse(text, { merge: true })), (_, value) => typeof value === 'string' ? resolve(value) : value);
}

/**
 * The names of the services, each after those that it waits for.
 *
 * @param {Record<string, { depends_on?: Record<string, unknown> }>} services
 * @returns {string[]}
 */
export function inOrder(services) {
  const order = new Set();
  const add = (name) => {
    for (const other of Object.keys(services[name].depends_on ?? {})) add(other);
    order.add(name);
  };
  Object.keys(services).forEach(add);
  return [...order];
}
