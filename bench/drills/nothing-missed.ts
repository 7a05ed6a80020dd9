import { setTimeout as delay } from 'node:timers/promises';

import { differences, everyAddress } from './support/compare.ts';
import { Editor } from './support/editor.ts';
import type { Report, Size } from './support/report.ts';
import { withSystem, type Database, type System } from './support/system.ts';
import { Writers } from './support/writers.ts';

/** How many things are written by each writer before the database is restored, and after it. */
const sizes: Record<Size, { writers: number; each: number }> = {
  short: { writers: 4, each: 5 },
  long: { writers: 8, each: 125 },
};
const PATIENCE_MS = 300_000;

/**
 * No change is missed: whatever is written, by however many at once, while instances of the site are stopped, killed, cut off, and the
 * database is put back to an older copy, at the end every page is what a fresh rendering is.
 */
export async function nothingMissed(size: Size, database: Database): Promise<Report> {
  const { writers: count, each } = sizes[size];
  return withSystem(`drill-nothing-missed-${database}`, { database, cmsCount: database === 'postgres' ? 2 : 1 }, async (system) => {
    const [first, second] = system.instances;
    if (first === undefined || second === undefined) throw new Error('Two instances are needed');
    for (const { url } of system.instances) await everyAddress(url);
    const editor = await Editor.signIn(system.cms.map(({ url }) => url), system.settings);
    const writers = await Writers.of(editor);

    const disturbances: string[] = [];
    const note = (what: string) => disturbances.push(what);
    const part = Math.ceil(each / 4);

    await writers.write(count, part, async () => {
      note('one stops and starts again');
      await first.program.end();
      await delay(500);
      await first.program.start();
    });
    const restore = await whileCmsIsDown(system, () => system.copyDatabase());
    note('the database is copied');
    writers.remember();
    await writers.write(count, part, async () => {
      note('one is cut off, the other one is killed and starts again');
      first.proxy.turn('cut');
      await second.program.end('SIGKILL');
      await delay(1500);
      await second.program.start();
    });
    note('the copy is put in place of the database, while one is cut off and the other one is stopped');
    await second.program.end();
    await whileCmsIsDown(system, restore);
    writers.recall();
    await writers.write(count, part, async () => {
      await delay(500);
      first.proxy.turn('pass');
      await second.program.start();
    });
    await writers.write(count, Math.max(1, each - 3 * part), async () => {
      note('the CMS is killed and starts again');
      await delay(300);
      for (const cms of system.cms) await cms.end('SIGKILL');
      await delay(300);
      for (const cms of system.cms) await cms.start();
    });

    const asked = performance.now();
    const broken: string[] = [];
    for (const instance of [first, second]) {
      if (!await system.settled(instance, PATIENCE_MS)) broken.push(`${instance.program.name} did not settle`);
    }
    const settledAfterMs = Math.round(performance.now() - asked);
    const fresh = await system.addInstance();
    const addresses = await everyAddress(fresh.url);
    for (const instance of [first, second]) broken.push(...await differences(instance, fresh, addresses, writers.leftAddresses));
    // A second restart: what is in the files is all that it knows.
    await first.program.end();
    await first.program.start();
    await system.settled(first, PATIENCE_MS);
    broken.push(...(await differences(first, fresh, addresses, writers.leftAddresses)).map(difference => `after a restart, ${difference}`));
    return {
      figures: { database, writers: count, written: writers.written, refused: writers.refused, repeated: writers.repeated, disturbances, pagesCompared: addresses.length, addressesLeft: writers.leftAddresses.length, settledAfterMs, faultsOfOurs: [first, second].flatMap(({ program }) => program.faults()).slice(0, 10) },
      broken,
    };
  });
}

async function whileCmsIsDown<Result>({ cms }: System, work: () => Promise<Result>): Promise<Result> {
  for (const each of cms) await each.end();
  const result = await work();
  for (const each of cms) await each.start();
  return result;
}
