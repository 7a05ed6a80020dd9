import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { programs } from '../../scripts/lib/build.mjs';
import { makeAnotherBuild } from './support/another-build.ts';
import { waitUntil } from './support/clock.ts';
import { everyAddress } from './support/compare.ts';
import { reader, type Reply } from './support/readers.ts';
import type { Report, Size } from './support/report.ts';
import { withSystem, type Instance } from './support/system.ts';

const sizes: Record<Size, { readers: number; restMs: number }> = {
  short: { readers: 4, restMs: 500 },
  long: { readers: 16, restMs: 15_000 },
};
const PATIENCE_MS = 180_000;
const FAULTS = 20;

/**
 * Readers notice nothing of a new build, whether the CMS is there or not: every page of before is there, and all that a page names is
 * there and of the same build.
 */
export async function deploy(size: Size): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'polyclinic-build-'));
  try {
    const another = makeAnotherBuild(folder);
    return await withSystem('drill-deploy', { instanceCount: 2 }, async ({ instances, settled }) => {
      const [first] = instances;
      if (first === undefined) throw new Error('An instance is needed');
      const paths = (await everyAddress(first.url)).filter(isKeptPage);
      for (const instance of instances) {
        await everyAddress(instance.url);
        await settled(instance);
      }
      const old = assetsOf(programs.site);
      const broken: string[] = [];
      const figures: Record<string, unknown> = { pages: paths.length };
      const builds: [string, string, boolean][] = [['with the CMS', another, true], ['without the CMS', programs.site, false]];
      for (const [name, program, isCmsThere] of builds) {
        for (const { proxy } of instances) proxy.turn(isCmsThere ? 'pass' : 'cut');
        const readers = new Readers(instances, paths, sizes[size].readers);
        const awayMs: number[] = [];
        for (const instance of instances) {
          instance.program.change({ file: program });
          const stopped = performance.now();
          if (await instance.program.end() !== 0) broken.push(`${name}: an instance did not end by itself while readers kept asking`);
          await instance.program.start();
          awayMs.push(Math.round(performance.now() - stopped));
          await delay(sizes[size].restMs);
        }
        const seen = await readers.end();
        for (const { proxy } of instances) proxy.turn('pass');
        const started = performance.now();
        let late: string[] = [];
        await waitUntil(async () => {
          late = await pagesWith(assetsOf(program === another ? programs.site : another), first, paths);
          return late.length === 0;
        }, PATIENCE_MS, 500);
        if (late.length > 0) broken.push(`${name}: ${late.length} pages of the build before were not rendered anew: ${late.slice(0, FAULTS).join(', ')}`);
        const mixed = seen.pages.filter(({ assets }) => assets.some(asset => old.has(asset)) && assets.some(asset => !old.has(asset)));
        broken.push(...[...seen.faults, ...mixed.map(({ path }) => `${path} mixes two builds`)].slice(0, FAULTS).map(fault => `${name}: ${fault}`));
        figures[name] = { pagesRead: seen.pages.length, assetsRead: seen.assets, retried: seen.retried, faults: seen.faults.length, mixed: mixed.length, awayMs, allNewAfterMs: Math.round(performance.now() - started) };
      }
      return { figures, broken };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What somebody looked for is kept nowhere. */
const isKeptPage = (path: string) => !path.includes('?') && !/\.\w+$/.test(path) && !path.endsWith('/search');

/** The addresses of all assets of a build. */
function assetsOf(program: string): Set<string> {
  const folder = join(dirname(program), '../public');
  return new Set(globSync('_nuxt/**/*.*', { cwd: folder }).map(file => `/${file}`));
}

/** The pages of an instance that name one of the assets. */
async function pagesWith(assets: Set<string>, { url }: Instance, paths: string[]): Promise<string[]> {
  const { ask, end } = reader(url);
  const found: string[] = [];
  for (const path of paths) if (assetsIn((await ask(path)).body).some(asset => assets.has(asset))) found.push(path);
  end();
  return found;
}

const assetsIn = (html: string) => [...new Set([...html.matchAll(/["'(](\/_nuxt\/[^"')?#\s]+)/g)].map(([, asset = '']) => asset))];

/** Readers behind a balancer, which asks another instance where one does not answer. They get what a page names from where they got the page. */
class Readers {
  private readonly pages: { path: string; assets: string[] }[] = [];
  private readonly faults: string[] = [];
  private readonly lines: ReturnType<typeof reader>[];
  private readonly work: Promise<unknown>;
  private isOver = false;
  private assets = 0;
  private retried = 0;

  constructor(instances: Instance[], paths: string[], count: number) {
    this.lines = instances.map(({ url }) => reader(url));
    this.work = Promise.all(Array.from({ length: count }, async (_, number) => {
      for (let turn = number; !this.isOver; turn += count) await this.read(paths[turn % paths.length] ?? '/en', turn);
    }));
  }

  async end() {
    this.isOver = true;
    await this.work;
    for (const { end } of this.lines) end();
    return { pages: this.pages, faults: this.faults, assets: this.assets, retried: this.retried };
  }

  private async read(path: string, turn: number): Promise<void> {
    const { reply: page, from } = await this.ask(path, turn);
    if (page?.status !== 200) return void this.faults.push(`${path} was answered ${page?.status ?? 'by nobody'}`);
    const assets = assetsIn(page.body);
    this.pages.push({ path, assets });
    for (const asset of assets) {
      this.assets += 1;
      const { reply: answer } = await this.ask(asset, from);
      if (answer?.status !== 200) this.faults.push(`${asset} of ${path} was answered ${answer?.status ?? 'by nobody'}`);
    }
    await delay(5);
  }

  /** Asks one instance, and then the others; says which one answered. */
  private async ask(path: string, first: number): Promise<{ reply: Reply | null; from: number }> {
    for (let from = first; from < first + this.lines.length; from += 1) {
      const reply = await this.lines[from % this.lines.length]?.ask(path).catch(() => null);
      if (reply) return { reply, from };
      this.retried += 1;
    }
    return { reply: null, from: first };
  }
}
