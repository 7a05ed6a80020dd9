import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  writeFileSync(path.join(folder, 'unnamed.html'), Buffer.from([...Buffer.from('<h1>'), 0xcf, 0xf0, 0xe8, ...Buffer.from('</h1><p>x y</p>')]));
  writeFileSync(path.join(folder, 'misnamed.html'), Buffer.from([...Buffer.from('<meta charset="utf-8"><h1>'), 0xcf, 0xf0, 0xe8, ...Buffer.from('</h1><p>x y</p>')]));
  writeFileSync(path.join(folder, 'converted.html'), '<meta charset="windows-1251"><h1>При</h1><p>x y</p>');
  writeFileSync(path.join(folder, 'utf-16.html'), Buffer.from('\uFEFF<h1>При</h1><p>x y</p>', 'utf16le'));
  writeFileSync(path.join(folder, 'broken.md'), '---\ntitle: "open\n---\n# Title\n\nText.');
  writeFileSync(path.join(folder, 'bomb.md'), `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[index]}`).join(',')}]`).join('\n')}\n---\n# Title\n\nText.`);
  writeFileSync(path.join(folder, 'deep.html'), `<h1>Title</h1>${'<div>'.repeat(20_000)}Text`);
  writeFileSync(path.join(folder, 'cited.md'), '# Title\n\nLead.\n\nTrue [@nobody-1999; @nobody-2000].');
  writeFileSync(path.join(folder, 'russian.md'), '# Заголовок\n\nВступление, и больше ничего.');
  mkdirSync(path.join(folder, 'pics'));
  writeFileSync(path.join(folder, 'folder-as-picture.html'), '<h1>Title</h1><p>Lead.</p><h2>Part</h2><figure><img src="pics" alt="A"></figure>');
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

const options = (file: string, locale: string) => ({ file: path.join(folder, file), locale, treatment: null, replace: false, dryRun: true, json: false });

describe('the command', () => {
  it.each([
    [['absent.html', '--locale', 'en'], /absent\.html cannot be read \(ENOENT\)\. Check the path/],
    [['.', '--locale', 'en'], /is a folder/],
    [['empty.html', '--locale', 'en'], /is empty\. Save the page again/],
    [['photo.jpg', '--locale', 'en'], /neither HTML nor Markdown/],
    [['renamed.html', '--locale', 'en'], /neither HTML nor Markdown/],
    [['untitled.html', '--locale', 'en'], /has no title/],
    [['bare.html', '--locale', 'en'], /has a title but no text/],
    [['unnamed.html', '--locale', 'ru'], /encoding is not UTF-8, and it does not name another one\. Save it as UTF-8/],
    [['misnamed.html', '--locale', 'ru'], /says that its encoding is utf-8, but it is not/],
    [['broken.md', '--locale', 'en'], /front matter .* cannot be read: .*Mend it, or take it out/],
    [['bomb.md', '--locale', 'en'], /front matter .* cannot be read: /],
    [['deep.html', '--locale', 'en'], /thousands of its elements stand inside one another/],
    [['bare.html', '--locale', 'tlh'], /"tlh" is not a locale of this site\. Use one of: en, ru/],
    [['cited.md', '--locale', 'ru'], /^This page looks English; did you mean --locale en\?$/],
    [['russian.md', '--locale', 'en'], /^This page looks Russian; did you mean --locale ru\?$/],
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
    expect(out).toMatch(/--replace[\s\S]*changed by hand in that draft[\s\S]*is lost[\s\S]*Exit codes: 0 done/);
  });

  it('reads without the CMS on a dry run, and prints a report for people', async () => {
    const { code, out, err } = await run(path.join(pages, 'cataract.html'), '--locale', 'en', '--dry-run');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/nothing written[\s\S]*What went where[\s\S]*2 × price row → draft cost entries[\s\S]*Left out on purpose[\s\S]*Not placed[\s\S]*To do before it can be published, in this order/);
  });

  it('reads the encoding that an older page names', async () => {
    const { out } = await run('windows-1251.html', '--locale', 'ru', '--dry-run', '--json');
    expect(JSON.parse(out)).toMatchObject({ title: 'При' });
  });

  it.each(['converted.html', 'utf-16.html'])('believes the bytes of %s rather than its words', async (file) => {
    expect(await importPage(options(file, 'ru'), {})).toMatchObject({ title: 'При' });
  });

  it('takes no folder for a picture', async () => {
    const { unplaced } = await importPage(options('folder-as-picture.html', 'en'), {});
    expect(unplaced).toContainEqual(expect.objectContaining({ what: 'picture', text: 'pics' }));
  });

  it('asks for the sources of citations', async () => {
    const { mend } = await importPage(options('cited.md', 'en'), {});
    expect(mend).toContain('See that the CMS has a source for [@nobody-1999], [@nobody-2000].');
  });
});
