import { median, medianRatio } from './statistics.mjs';
import { measure } from './wrk.mjs';

/** Milliseconds between an answer and the next request of a connection when readers are imitated. */
const PACE_MS = 5;

/**
 * Measures each target once a round, one after the other, so that a bad minute of the machine meets them all.
 *
 * @param {{ name: string, url: string, pid: number, connections: number }[]} targets
 * @param {{ rounds: number, seconds: number, core: number, say: (line: string) => void }} options
 * @returns {Promise<Map<string, { rate: number, p50: number, p90: number, p99: number }[]>>} by name
 */
export async function inRounds(targets, { rounds, seconds, core, say }) {
  const results = new Map(targets.map(({ name }) => [name, []]));
  for (const { name, ...load } of targets) {
    say(`  warming up: ${name}`);
    await measure({ ...load, core, seconds: 2 });
  }
  for (let round = 1; round <= rounds; round++) {
    for (const { name, ...load } of targets) {
      const result = await measure({ ...load, core, seconds });
      results.get(name).push(result);
      say(`  round ${round}, ${name}: ${Math.round(result.rate)} a second`);
    }
  }
  return results;
}

/**
 * The load of about half of what a target can bear, as readers make it: so many connections, each of which waits between requests.
 * wrk cannot hold a rate; what rate it came to stands in the result.
 *
 * @param {{ name: string, url: string, pid: number }} target
 * @param {{ rate: number }[]} atPeak
 */
export function atHalf({ name, url, pid }, atPeak) {
  const half = median(atPeak.map(({ rate }) => rate)) / 2;
  return { name, url, pid, connections: Math.max(1, Math.round(half * PACE_MS / 1000)), paceMs: PACE_MS };
}

/** What the rounds of a target come to. */
export function summary(results) {
  const middle = key => median(results.map(result => result[key]));
  return { rate: middle('rate'), perProcessorSecond: middle('perProcessorSecond'), lowest: Math.min(...results.map(({ rate }) => rate)), highest: Math.max(...results.map(({ rate }) => rate)), p50: middle('p50'), p90: middle('p90'), p99: middle('p99') };
}

/** What a target does in parts of what another does: in the time that passed, and in the time of processor that it had. */
export function ratio(results, name, other) {
  const parts = key => medianRatio(...[name, other].map(target => results.get(target).map(result => result[key])));
  return { rate: parts('rate'), perProcessorSecond: parts('perProcessorSecond') };
}
