/**
 * Reads a `.dockerignore`: https://docs.docker.com/build/concepts/context/#dockerignore-files
 * The last pattern that matches a path or a folder around it decides.
 *
 * @param {string} text
 * @returns {(file: string) => boolean} whether a path below the project's folder stays out of the images
 */
export function readDockerignore(text) {
  const lines = text.split('\n').map(line => line.trim()).filter(line => line && !line.startsWith('#'));
  const patterns = lines.map(line => ({ takesBack: line.startsWith('!'), form: expression(line.replace(/^!/, '')) }));
  return (file) => {
    const around = file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
    const last = patterns.findLast(({ form }) => around.some(place => form.test(place)));
    return last !== undefined && !last.takesBack;
  };
}

const wildcards = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };

/** Node's own globs take no `*` for a name that begins with a dot; Docker's do. */
function expression(pattern) {
  return new RegExp(`^${pattern.replace(/\*\*\/|\*\*|\*|\?|[^*?]+/g, part => wildcards[part] ?? RegExp.escape(part))}$`);
}
