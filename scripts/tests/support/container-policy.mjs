import { existsSync } from 'node:fs';
import path from 'node:path';

import { readCompose } from '../../lib/compose.mjs';
import { imageOf, readDockerfile } from '../../lib/dockerfile.mjs';
import { readDockerignore } from '../../lib/dockerignore.mjs';
import { inRoot } from '../../lib/paths.mjs';

/**
 * The container files as texts, so that a test can break them.
 *
 * @typedef {{ compose: string, ignore: string, dockerfiles: Record<string, string> }} Files
 */

const secretName = /PASSWORD|SECRET|TOKEN|SALT|KEY/;
const atRuntime = name => name.replace(/_FILE$/, '');
const pinned = /^[\w./-]+:\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/;
const listed = value => Object.entries(value ?? {});
const isJob = service => service.restart === 'no';

/** What holds for each service, with the image that is built for it, if one is. */
const serviceRules = {
  'runs as a user without rights': ({ service, image }) => /^[1-9]\d*:[1-9]\d*$/.test(service.user ?? image?.user ?? ''),
  'writes to volumes and memory alone': ({ service }) => service.read_only === true,
  'has no capabilities': ({ service }) => service.cap_drop?.includes('ALL') && !service.cap_add && !service.privileged,
  'gains no privileges': ({ service }) => service.security_opt?.includes('no-new-privileges:true'),
  'shares nothing with the host': ({ service }) => !['network_mode', 'pid', 'ipc', 'userns_mode', 'devices'].some(key => key in service),
  'mounts named volumes alone': ({ service, compose }) => (service.volumes ?? []).every(entry => typeof entry === 'string' && entry.split(':')[0] in compose.volumes),
  'mounts where its user may write': ({ service, steps }) => !steps || (service.volumes ?? []).every(entry => steps.some(step => step.includes('install -d -o node') && relativeIn(step, entry.split(':')[1]))),
  'is limited in memory, processors and processes': ({ service }) => ['memory', 'cpus', 'pids'].every(limit => service.deploy?.resources?.limits?.[limit]),
  'keeps its log short': ({ service }) => service.logging?.options?.['max-size'] && service.logging.options['max-file'],
  'tells its health': ({ service, image }) => isJob(service) || service.healthcheck?.test || image.health.length > 0,
  'waits for the health of what it needs': ({ service }) => listed(service.depends_on).every(([, { condition }]) => condition === 'service_healthy'),
  'has time to end': ({ service }) => Number.parseInt(service.stop_grace_period, 10) >= 20,
  'is told to end itself, not through a shell': ({ image }) => !image || image.command.length > 0,
  'comes back after a fault, unless it is run by hand': ({ service }) => service.restart === 'unless-stopped' || (isJob(service) && service.profiles?.length > 0),
  'comes from a pinned image or from this project': ({ service }) => service.build ? !service.image : pinned.test(service.image ?? ''),
  'is published on loopback, but for the site': ({ name, service }) => name === 'site' || (service.ports ?? []).every(port => port.startsWith('127.0.0.1:')),
  'is not published where it is the database': ({ service, compose }) => service.build !== undefined || (!service.ports && service.networks.every(network => compose.networks[network]?.internal)),
  'has no secret in its environment': ({ service, image }) => !service.env_file && listed({ ...image?.env, ...service.environment }).every(([name]) => !secretName.test(name) || name.endsWith('_FILE')),
  'is given the secrets that it reads, and no others': ({ service }) => {
    const read = listed(service.environment).filter(([name]) => secretName.test(atRuntime(name)) && name.endsWith('_FILE')).map(([, file]) => file);
    return read.sort().join() === (service.secrets ?? []).map(secret => `/run/secrets/${secret}`).sort().join();
  },
};

const relativeIn = (step, target) => step.split(/\s+/).some(word => target.endsWith(`/${word}`));

/** What holds for each Dockerfile. */
const imageRules = {
  'is made of pinned images': ({ stages }) => stages.every(({ from }) => stages.some(({ name }) => name === from) || pinned.test(from)),
  'takes only what is there and not left out': ({ stages, isIgnored }) => copies(stages).filter(({ flags }) => !flags.from).every(({ args }) => args.slice(0, -1).every(file => existsSync(inRoot(file)) && !isIgnored(path.normalize(file)))),
  'takes from stages that there are': ({ stages }) => copies(stages).filter(({ flags }) => flags.from).every(({ flags }) => stages.some(({ name }) => name === flags.from)),
  'belongs to root': ({ stages }) => copies(stages).every(({ flags }) => !flags.chown),
  'fetches nothing by address': ({ stages }) => stages.every(({ instructions }) => instructions.every(({ keyword, text }) => keyword !== 'ADD' && !/\b(curl|wget)\b/.test(text))),
  'holds no secret': ({ stages }) => stages.every(({ instructions }) => instructions.every(({ keyword, variables, text }) =>
    Object.keys(variables).every(name => !secretName.test(name))
    && (keyword !== 'ARG' || !secretName.test(text))
    // What the build needs to be told, it is told to be nothing.
    && (keyword !== 'RUN' || [...text.matchAll(/(\w+)=(\S+)/g)].every(([, name, value]) => !secretName.test(name) || value === 'none')))),
  'is built with no package that only development needs': ({ stages, targets }) => targets.filter(name => name !== 'demo').every((name) => {
    const { instructions } = stages.find(stage => stage.name === name) ?? { instructions: [] };
    const from = instructions.filter(({ args, flags }) => flags.from && args.some(file => file.includes('node_modules'))).map(({ flags }) => flags.from);
    return from.every(source => stages.find(stage => stage.name === source)?.instructions.some(({ text }) => text.includes('install --prod')));
  }),
};

const copies = stages => stages.flatMap(({ instructions }) => instructions).filter(({ keyword }) => keyword === 'COPY');

/** What stays out of every image, one example each. */
const keptOut = ['.env', '.env.production', '.secrets/app_keys', '.git/config', '.data/logs/cms.log', 'cms/.env', 'cms/.data/polyclinic.db', 'cms/public/uploads/a.jpg',
  'cms/node_modules/a/index.js', 'web/node_modules/a/index.js', 'cms/dist/src/index.js', 'web/.output/server/index.mjs', 'web/.nuxt/app.mjs', 'cms/.tmp/data.db', 'backup.sql'];

const allRules = {
  'secrets come from files of .secrets': ({ compose }) => listed(compose.secrets).every(([name, { file }]) => file === `.secrets/${name}`),
  '.dockerignore keeps secrets, data and packages out': ({ isIgnored }) => keptOut.every(isIgnored),
};

export const ruleNames = [serviceRules, imageRules, allRules].flatMap(rules => Object.keys(rules));

/**
 * Names what the container files break of the rules above.
 *
 * @param {Files} files
 * @returns {string[]} each complaint as `place: rule`
 */
export function complaints({ compose: text, ignore, dockerfiles }) {
  const compose = readCompose(text);
  const isIgnored = readDockerignore(ignore);
  const stagesOf = Object.fromEntries(Object.entries(dockerfiles).map(([file, content]) => [file, readDockerfile(content)]));
  const subjects = Object.entries(compose.services).map(([name, service]) => {
    const stages = service.build && stagesOf[service.build.dockerfile];
    const steps = stages?.find(stage => stage.name === service.build.target)?.instructions.map(instruction => instruction.text);
    return [name, { name, service, compose, image: stages && imageOf(stages, service.build.target), steps }];
  });
  const images = Object.entries(stagesOf).map(([file, stages]) => [file, {
    stages, isIgnored, targets: Object.values(compose.services).filter(({ build }) => build?.dockerfile === file).map(({ build }) => build.target),
  }]);
  return [
    ...subjects.flatMap(([name, subject]) => broken(serviceRules, name, subject)),
    ...images.flatMap(([file, subject]) => broken(imageRules, file, subject)),
    ...broken(allRules, 'all', { compose, isIgnored }),
  ];
}

const broken = (rules, place, subject) => Object.entries(rules).filter(([, holds]) => !holds(subject)).map(([rule]) => `${place}: ${rule}`);
