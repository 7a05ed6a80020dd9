import os from 'node:os';
import process from 'node:process';

/** What the figures depend on, and nothing that says whose machine it is. */
export function machineFacts() {
  const [processor] = os.cpus();
  return {
    processor: processor.model.trim(),
    cores: os.cpus().length,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release().split('-')[0]}`,
    node: process.versions.node,
    // Others at work on the machine show here.
    loadAtStart: Number(os.loadavg()[0].toFixed(2)),
  };
}

/** The cores of server and client, and of what is neither. */
export function coresOf(count = os.cpus().length) {
  return { server: 0, client: 1, rest: count > 2 ? 2 : 1 };
}
