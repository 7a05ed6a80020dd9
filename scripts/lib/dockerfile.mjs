import { posix } from 'node:path';

// The parser behind the Docker language server; Node brings none.
import { DockerfileParser } from 'dockerfile-ast';

/**
 * @typedef {{ keyword: string, text: string, args: string[], flags: Record<string, string>, variables: Record<string, string> }} Instruction
 * @typedef {{ name: string, from: string, instructions: Instruction[] }} Stage
 * @typedef {{ env: Record<string, string>, user: string, folder: string, command: string[], health: string[], ports: string[] }} Image
 */

/**
 * Reads a Dockerfile as its stages.
 *
 * @param {string} text
 * @returns {Stage[]}
 */
export function readDockerfile(text) {
  const stages = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') stages.push({ name: instruction.getBuildStage() ?? '', from: instruction.getImage(), instructions: [] });
    else stages.at(-1)?.instructions.push(plain(instruction));
  }
  return stages;
}

function plain(instruction) {
  return {
    keyword: instruction.getKeyword(),
    text: instruction.getArgumentsContent() ?? '',
    args: instruction.getArguments().map(argument => argument.getValue()),
    flags: Object.fromEntries((instruction.getFlags?.() ?? []).map(flag => [flag.getName(), flag.getValue()])),
    variables: Object.fromEntries((instruction.getProperties?.() ?? []).map(property => [property.getName(), property.getValue() ?? ''])),
  };
}

/**
 * What a stage of a Dockerfile says of the container that runs it, with what it has from the stages that it builds on.
 *
 * @param {Stage[]} stages
 * @param {string} name
 * @returns {Image}
 */
export function imageOf(stages, name) {
  const stage = stages.find(candidate => candidate.name === name);
  if (!stage) return { env: {}, user: '', folder: '/', command: [], health: [], ports: [] };
  const image = imageOf(stages, stage.from);
  for (const { keyword, args, text, variables } of stage.instructions) {
    if (keyword === 'ENV') Object.assign(image.env, variables);
    if (keyword === 'USER') image.user = text;
    if (keyword === 'WORKDIR') image.folder = posix.resolve(image.folder, text);
    if (keyword === 'EXPOSE') image.ports.push(...args);
    if (keyword === 'CMD') image.command = execForm(text);
    if (keyword === 'HEALTHCHECK') image.health = execForm(text.replace(/^CMD\s*/, ''));
  }
  return image;
}

/** The words of `["program", "argument"]`; none for a line for a shell, which does not pass signals on. */
const execForm = text => text.startsWith('[') ? JSON.parse(text) : [];
