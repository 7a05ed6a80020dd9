import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importPage } from '../import-page.ts';
import { readOptions } from '../options.ts';
import { pages } from './read.ts';

const command = path.resolve(import.meta.dirname, '../main.ts');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'polyclinic-import-'));
  writeFileSync(path.join(folder, 'empty.html'), ' \n');
  writeFileSync(path.join(folder, 'photo.jpg'), Buffer.from([0xff, 0xd8, 0, 1, 2]));
  writeFileSync(path.join(folder, 'renamed.html'), Buffer.from([0xff, 0xd8, 0, 1, 2]));
  writeFileSync(path.join(folder, 'untitled.html'), '<p>Words</p>');
  writeFileSync(path.join(folder, 'bare.html'), '<h1>Title</h1>');
  writeFileSync(path.join(folder, 'windows-1251.html'), Buffer.from([...Buffer.from('<meta charset="windows-1251"><h1>'), 0xcf, 0xf0, 0xe8, ...Buffer.from('</h1><p>x y</p>')]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { cwd: folder, env: { PATH: process.env['PATH'] } }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

describe('the command', () => {
  it.each([
    [['absent.html', '--locale', 'en'], /absent\.html cannot be read \(ENOENT\)\. Check the path/],
    [['.', '--locale', 'en'], /is a folder/],
    [['empty.html', '--locale', 'en'], /is empty\. Save the page again/],
    [['photo.jpg', '--locale', 'en'], /neither HTML nor Markdown/],
    [['renamed.html', '--locale', 'en'], /neither HTML nor Markdown/],
    [['untitled.html', '--locale', 'en'], /has no title/],
    [['bare.html', '--locale', 'en'], /has a title but no text/],
    [['bare.html', '--locale', 'tlh'], /"tlh" is not a locale of this site\. Use one of: en, ru/],
    [['bare.html'], /--locale en/],
    [['--locale', 'en'], /Name the page to import/],
    [['bare.html', '--locale', 'en', '--force'], /--force.*--help/s],
  ])('%j is refused with a sentence', async ([file = '', ...args], sentence) => {
    const attempt = async () => {
      const options = readOptions(file.startsWith('--') ? [file, ...args] : [path.join(folder, file), ...args]);
      return options === 'help' ? options : importPage(options, {});
    };
    await expect(attempt()).rejects.toMatchObject({ name: 'ImportError', exitCode: 3, message: expect.stringMatching(sentence) });
  });

  it('ends with the exit code, and says why on the other stream', async () => {
    const { code, out, err } = await run('absent.html', '--locale', 'en');
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^absent\.html cannot be read.*\n$/);
  });

  it('explains itself, its exit codes with it', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toMatch(/--replace[\s\S]*Exit codes: 0 done/);
  });

  it('reads without the CMS on a dry run, and prints a report for people', async () => {
    const { code, out, err } = await run(path.join(pages, 'cataract.html'), '--locale', 'en', '--dry-run');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/nothing written[\s\S]*What went where[\s\S]*2 × price row → draft cost entries[\s\S]*Left out on purpose[\s\S]*Not placed[\s\S]*To do before it can be published/);
  });

  it('reads the encoding that an older page names', async () => {
    const { out } = await run('windows-1251.html', '--locale', 'ru', '--dry-run', '--json');
    expect(JSON.parse(out)).toMatchObject({ title: 'При' });
  });
});
