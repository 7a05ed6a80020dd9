import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path, { posix } from 'node:path';
import process from 'node:process';

import { inRoot } from './paths.mjs';

/** What the two builds make, by the command that makes it: it need not be made a second time. */
const BUILT = { 'strapi.js build': 'cms/dist', 'nuxt.mjs build': 'web/.output' };

/**
 * Lays out the files of an image in a folder, which stands for its root, as its Dockerfile says: copies are copied, packages are installed.
 * What is missing is the base image, and who owns what.
 *
 * @param {object} options
 * @param {import('./dockerfile.mjs').Stage[]} options.stages
 * @param {string} options.target the stage
 * @param {string} options.folder
 * @param {(file: string) => boolean} options.isIgnored what of the project stays out of images
 * @param {boolean} options.rebuild runs the builds too, in place of taking what is built here
 */
export async function layImage({ stages, target, folder, isIgnored, rebuild }) {
  const laid = new Map();
  await layStage(target, folder);

  async function layStage(name, root) {
    const stage = stages.find(candidate => candidate.name === name);
    if (!stage) return '/';
    let at = await layStage(stage.from, root);
    const within = place => path.join(root, posix.resolve(at, place));
    for (const { keyword, text, args, flags } of stage.instructions) {
      if (keyword === 'WORKDIR') at = posix.resolve(at, text);
      if (keyword === 'RUN') await run(text, path.join(root, at));
      if (keyword === 'COPY') {
        for (const source of args.slice(0, -1)) await copy(source, flags.from, within(args.at(-1)), args.at(-1).endsWith('/'));
      }
      mkdirSync(path.join(root, at), { recursive: true });
    }
    return at;
  }

  async function copy(source, from, target, isFolder) {
    const place = from ? await inStage(from, source) : inRoot(source);
    const isFile = statSync(place).isFile();
    const destination = isFile && (isFolder || existsSync(target)) ? path.join(target, path.basename(source)) : target;
    mkdirSync(path.dirname(destination), { recursive: true });
    // Of a stage that was laid out for this, all is moved: there are tens of thousands of files.
    if (from && laid.has(from)) renameSync(place, destination);
    else cpSync(place, destination, { recursive: true, filter: file => from !== undefined || !isIgnored(path.relative(inRoot(), file)) });
  }

  async function inStage(name, file) {
    const own = path.relative('/app', file);
    if (!rebuild && Object.values(BUILT).includes(own)) return inRoot(own);
    if (!laid.has(name)) {
      laid.set(name, `${folder}.${name}`);
      await layStage(name, laid.get(name));
    }
    return path.join(laid.get(name), file);
  }

  async function run(command, cwd) {
    const [, result] = Object.entries(BUILT).find(([end]) => command.endsWith(end)) ?? [];
    if (result && !rebuild) return cpSync(inRoot(result), path.join(cwd, path.basename(result)), { recursive: true });
    // The users of an image are not those of this machine.
    await shell(command.replaceAll(/ -o \w+ -g \w+/g, ''), cwd);
  }
}

async function shell(command, cwd) {
  const child = spawn('sh', ['-c', command], { cwd, env: { ...process.env, npm_config_prefer_offline: 'true' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => output += chunk);
  const code = await new Promise(resolve => child.on('close', resolve));
  if (code !== 0) throw new Error(`This step of an image failed: ${command}\n${output.trim().split('\n').slice(-15).join('\n')}`);
}
