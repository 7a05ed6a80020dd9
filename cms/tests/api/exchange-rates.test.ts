import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { fetchRates } from '../../src/exchange-rates/fetch-rates.ts';
import { isDue } from '../../src/exchange-rates/schedule.ts';
import { signIn, type AdminFetch } from '../helpers/admin.ts';
import { send, startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, type Words } from '../helpers/content.ts';
import { faultsOf } from '../helpers/faults.ts';
import { cmsRoot } from '../helpers/paths.ts';
import { ratesFile, usual } from '../helpers/rates-file.ts';

const uid = 'api::exchange-rate.exchange-rate';
const secret = 'key=5f4dcc3b5aa765d6';
const publisher = 'European Central Bank';

let cms: Cms;
let admin: AdminFetch;
let server: Server;
let origin: string;
let answer: RequestListener;
let folder: string;

const text = (body: string, status = 200): RequestListener => (_, response) => response.writeHead(status).end(body);

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'polyclinic-rates-'));
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  cms = await startCms({ template: 'empty', env: { EXCHANGE_RATES_URL: `${origin}/rates?${secret}` } });
  admin = await signIn(cms);
});

afterAll(async () => {
  await cms?.stop();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = () => cms.strapi.db.query(uid).findMany({ orderBy: ['date', 'id'] });
const dates = async () => (await rows()).map(row => `${row.date} ${row.publisher}`);
const enter = (data: Words) => documentsOf(cms.strapi, uid).create(undefined, { publisher, rates: { USD: 1.1 }, ...data });
const state = async () => (await admin('/exchange-rates/state')).body;

/** Runs the job of the schedule as it runs at its hour; gives what it logs as errors. */
async function fetchOnSchedule(): Promise<string[]> {
  const errors = vi.spyOn(cms.strapi.log, 'error').mockReturnThis();
  try {
    await cms.strapi.cron.jobs.find(({ name }) => name === 'exchange-rates')?.job.invoke();
    return errors.mock.calls.map(([line]) => String(line));
  } finally {
    errors.mockRestore();
  }
}

beforeEach(async () => {
  await cms.strapi.db.query(uid).deleteMany({});
  await cms.strapi.db.query('strapi::core-store').deleteMany({ where: { key: { $contains: 'exchange_rates' } } });
});

describe('rates that are fetched by schedule', () => {
  it('become a snapshot, with what they lack and where readers can check them', async () => {
    await enter({ date: '2026-01-12', rates: { USD: 1.15, BGN: 1.96 } });
    answer = text(ratesFile('2026-01-14'));
    expect(await fetchOnSchedule()).toEqual([]);
    expect((await rows())[1]).toMatchObject({
      date: '2026-01-14', base: 'EUR', publisher, rates: { USD: 1.16, GBP: 0.88, TRY: 49.2 }, url: expect.stringMatching(/^https:\/\/www\.ecb\.europa\.eu\//),
    });
    expect(await state()).toEqual({
      newest: { date: '2026-01-14', publisher },
      address: `${origin}/rates`,
      attempt: { at: expect.stringMatching(/^20\d\d-.*Z$/), address: `${origin}/rates`, outcome: 'stored', publisher, missing: ['BGN'], fault: null },
    });
    const read = await cms.read('/api/exchange-rates');
    expect(read.body).toMatchObject({ data: [{ date: '2026-01-12' }, { date: '2026-01-14' }] });
  });

  it('are stored once a day', async () => {
    answer = text(ratesFile('2026-01-14'));
    await fetchOnSchedule();
    const before = await rows();
    answer = text(ratesFile('2026-01-14', { ...usual, USD: '1.17' }));
    expect(await fetchOnSchedule()).toEqual([]);
    expect(await rows()).toEqual(before);
    expect(await state()).toMatchObject({ attempt: { outcome: 'known', publisher, fault: null } });
  });

  it('stand beside those that were entered by hand for the same day', async () => {
    await enter({ date: '2026-01-14', publisher: 'Bank of Russia', rates: { RUB: 92.5 } });
    answer = text(ratesFile('2026-01-14'));
    await fetchOnSchedule();
    expect(await dates()).toEqual(['2026-01-14 Bank of Russia', `2026-01-14 ${publisher}`]);
  });

  it('may come from a file', async () => {
    const file = path.join(folder, 'rates.xml');
    writeFileSync(file, ratesFile('2026-01-14'));
    expect(await fetchRates(cms.strapi, new URL(`file://${file}`))).toMatchObject({ outcome: 'stored' });
    expect(await fetchRates(cms.strapi, new URL(`file://${file}.bak`))).toMatchObject({ outcome: 'failed', fault: { code: 'unreachable', values: { reason: 'ENOENT' } } });
    expect(await dates()).toEqual([`2026-01-14 ${publisher}`]);
  });
});

describe('a bad answer changes nothing and is reported', () => {
  beforeEach(() => enter({ date: '2026-01-14', rates: { USD: 1.16, TRY: 49.2 } }));

  const good = ratesFile('2026-01-15');

  it.each<[string, RequestListener, string]>([
    ['older rates', text(ratesFile('2026-01-13')), 'older'],
    ['rates of a day to come', text(ratesFile('2999-01-01')), 'future'],
    ['XML that breaks off', text(good.slice(0, -40)), 'xml'],
    ['HTML with status 200', text('<!doctype html><p>Back soon'), 'xml'],
    ['good rates with status 500', text(good, 500), 'status'],
    ['no content', text('', 204), 'status'],
    ['another encoding', (_, response) => response.end(Buffer.from(good.replace('European', 'Europäische'), 'latin1')), 'encoding'],
    ['good rates and a lot more', text(good + ' '.repeat(70_000)), 'large'],
    ['a broken connection', (_, response) => response.writeHead(200, { 'content-length': 9999 }).write(good, () => response.destroy()), 'unreachable'],
    ['an implausible rate', text(ratesFile('2026-01-15', { ...usual, TRY: '4.92' })), 'moved'],
    ['a currency without a rate', text(good.replace(' rate=\'0.88\'', '')), 'form'],
    ['a redirect to good rates elsewhere', (_, response) => response.writeHead(302, { location: `http://localhost:1/x?${secret}` }).end(), 'redirect'],
    ['a redirect to good rates at the same place', (request, response) => (request.url === '/new' ? response.end(good) : response.writeHead(301, { location: '/new' }).end()), 'redirect'],
  ])('%s', async (_, badAnswer, code) => {
    const before = await rows();
    answer = badAnswer;
    const [line, ...others] = await fetchOnSchedule();
    expect(others).toEqual([]);
    expect(await rows()).toEqual(before);
    expect(await state()).toMatchObject({ newest: { date: '2026-01-14' }, attempt: { outcome: 'failed', fault: { code } } });
    expect(line).toMatch(/^Exchange rates\. Last attempt 20\d\d-.* at http:\/\/127\.0\.0\.1:\d+\/rates failed; nothing was changed\. \S.*\S$/);
    expect(line).not.toMatch(/\{\w+\}/);
    expect(line + JSON.stringify(await state())).not.toContain(secret);
  });

  it('a slow one', async () => {
    answer = (_, response) => response.write(good.slice(0, 300));
    const before = await rows();
    expect(await fetchRates(cms.strapi, new URL(`${origin}/rates`), { seconds: 0.3, kilobytes: 64 })).toMatchObject({ outcome: 'failed', fault: { code: 'slow' } });
    expect(await rows()).toEqual(before);
  });

  it('an address where nobody answers', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    await new Promise(resolve => closed.close(resolve));
    expect(await fetchRates(cms.strapi, new URL(`http://127.0.0.1:${port}/rates?${secret}`))).toMatchObject({ outcome: 'failed', fault: { code: 'unreachable', values: { reason: 'ECONNREFUSED' } } });
  });

  it('is told from one that was mended by hand', async () => {
    answer = text(ratesFile('2026-01-16', { ...usual, TRY: '80' }));
    expect((await fetchOnSchedule())[0]).toContain('TRY went from 49.2 on 2026-01-14 to 80');
    await enter({ date: '2026-01-15', rates: { USD: 1.16, TRY: 79 } });
    expect(await fetchOnSchedule()).toEqual([]);
    expect(await dates()).toContain(`2026-01-16 ${publisher}`);
  });
});

describe('several instances', () => {
  it('that store a day at once make one snapshot of it', async () => {
    answer = text(ratesFile('2026-01-14'));
    // Between what the job reads and what it writes, another process does all of its work.
    let other: Awaited<ReturnType<typeof fetchByCommand>> | undefined;
    cms.strapi.documents.use(async ({ uid: asked, action }, next) => {
      const found = await next();
      if (asked === uid && action === 'findFirst' && !other) other = await fetchByCommand();
      return found;
    });
    expect(await fetchOnSchedule()).toEqual([]);
    expect(other).toEqual({ code: 0, output: expect.stringContaining(`: a new snapshot from ${origin}/rates.`) });
    expect(await state()).toMatchObject({ attempt: { outcome: 'known' } });
    expect(await dates()).toEqual([`2026-01-14 ${publisher}`]);
  });
});

describe('the command', () => {
  it('ends with 1 and says what was wrong', async () => {
    answer = text('Sorry', 503);
    const [bad, wrong] = await Promise.all([{}, { EXCHANGE_RATES_SCHEDULE: 'daily' }].map(fetchByCommand));
    expect(bad).toEqual({ code: 1, output: expect.stringContaining('The answer had the status 503.') });
    expect(wrong).toEqual({ code: 1, output: expect.stringContaining('EXCHANGE_RATES_SCHEDULE is “daily”, which is no cron expression') });
  });
});

/** What `npm run rates:fetch` starts, on the database of the running CMS. */
async function fetchByCommand(env: Partial<Record<string, string>> = {}): Promise<{ code: unknown; output: string }> {
  const options = { cwd: cmsRoot, env: { ...process.env, ...cms.settings, ...env } };
  const run = promisify(execFile)(process.execPath, [path.join(cmsRoot, 'commands/fetch-rates.ts')], options);
  return run.then(({ stdout }) => ({ code: 0, output: stdout }), ({ code, stderr }) => ({ code, output: stderr }));
}

describe('a snapshot by hand', () => {
  it('is one of its publisher’s day', async () => {
    await enter({ date: '2026-01-14' });
    const second = (data: Words) => admin(`/content-manager/collection-types/${uid}`, { body: { date: '2026-01-14', base: 'EUR', publisher, rates: { USD: 1.2 }, ...data } });
    expect(await second({})).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('There is a snapshot of this day'), details: { errors: [{ path: ['date'] }] } } } });
    expect(await second({ publisher: 'Bank of Russia' })).toMatchObject({ status: 201 });
    const other = await enter({ date: '2026-01-15' });
    expect(await faultsOf(() => documentsOf(cms.strapi, uid).save(other, undefined, { date: '2026-01-14' }))).toHaveProperty('date');
  });
});

describe('the state of rates', () => {
  it('is for people who may read rates', async () => {
    expect(await cms.fetch('/exchange-rates/state')).toMatchObject({ status: 401 });
    expect(await cms.read('/exchange-rates/state')).toMatchObject({ status: 401 });
    const [stranger, reader] = [await personWith([]), await personWith([{ action: 'plugin::content-manager.explorer.read', subject: uid }])];
    expect(await stranger('/exchange-rates/state')).toMatchObject({ status: 403 });
    expect(await reader('/exchange-rates/state')).toMatchObject({ status: 200, body: { newest: null, address: `${origin}/rates`, attempt: null } });
  });

  it('tells of the address that is set now', async () => {
    answer = text('Sorry', 503);
    await fetchOnSchedule();
    process.env['EXCHANGE_RATES_URL'] = `${origin}/elsewhere`;
    expect(await state()).toMatchObject({ address: `${origin}/elsewhere`, attempt: null });
    process.env['EXCHANGE_RATES_URL'] = '';
    expect(await state()).toMatchObject({ address: null, attempt: null });
    process.env['EXCHANGE_RATES_URL'] = cms.settings['EXCHANGE_RATES_URL'];
  });
});

let people = 0;

/** Someone in the admin with just these rights. */
async function personWith(rights: { action: string; subject: string }[]): Promise<AdminFetch> {
  const [email, password] = [`person-${(people += 1)}@polyclinic.example`, 'Aa1-some-password'];
  const role = await cms.strapi.service('admin::role').create({ name: email, description: '' });
  await cms.strapi.service('admin::role').assignPermissions(role.id, rights.map(right => ({ ...right, conditions: [], properties: {} })));
  await cms.strapi.service('admin::user').create({ email, password, firstname: 'Ada', isActive: true, roles: [role.id] });
  const { body } = await cms.fetch('/admin/login', { body: { email, password } });
  const { token } = (body as { data: { token: string } }).data;
  return (where, options = {}) => send(cms.url + where, options, { authorization: `Bearer ${token}` });
}

describe('soon after a start', () => {
  it('rates are due when none came from there, the last attempt failed, or they are older than a day', async () => {
    const [address, now] = [new URL(`${origin}/rates`), new Date('2026-01-15T09:00:00Z')];
    const due = () => isDue(cms.strapi, address, now);
    await enter({ date: '2026-01-14' });
    expect(await due()).toBe(true);
    answer = text(ratesFile('2026-01-14'));
    await fetchOnSchedule();
    expect(await due()).toBe(false);
    expect(await isDue(cms.strapi, address, new Date('2026-01-16T09:00:00Z'))).toBe(true);
    answer = text('', 500);
    await fetchOnSchedule();
    expect(await due()).toBe(true);
  });

  it('they are fetched once', async () => {
    const job = cms.strapi.cron.jobs.find(({ name }) => name === 'exchange-rates-at-start')?.job;
    expect(job?.nextInvocation()?.getTime() ?? Date.now()).toBeLessThan(Date.now() + 15_000);
    answer = text(ratesFile(new Date().toISOString().slice(0, 10)));
    await job?.invoke();
    expect(await state()).toMatchObject({ attempt: { outcome: 'stored' } });
    answer = text('', 500);
    await job?.invoke();
    expect(await state()).toMatchObject({ attempt: { outcome: 'stored' } });
  });
});

describe('the schedule', () => {
  it('is the late afternoon of working days in Central Europe, where nothing else is said', () => {
    const next = cms.strapi.cron.jobs.find(({ name }) => name === 'exchange-rates')?.job.nextRuns(10, '2026-01-15T00:00:00Z').map(date => date.toISOString());
    expect(next?.slice(0, 4)).toEqual(['2026-01-15T16:15:00.000Z', '2026-01-15T17:15:00.000Z', '2026-01-16T16:15:00.000Z', '2026-01-16T17:15:00.000Z']);
    expect(next?.[4]).toBe('2026-01-19T16:15:00.000Z');
  });

  it('can be another, and is kept', async () => {
    answer = text(ratesFile('2026-01-14'));
    await cms.restart({ EXCHANGE_RATES_SCHEDULE: '* * * * * *' });
    await vi.waitFor(async () => expect(await dates()).toEqual([`2026-01-14 ${publisher}`]), 5000);
    await cms.restart({ EXCHANGE_RATES_URL: '', EXCHANGE_RATES_SCHEDULE: '' });
    expect(cms.strapi.cron.jobs.filter(({ name }) => name?.startsWith('exchange-rates'))).toEqual([]);
    admin = await signIn(cms);
    expect(await state()).toMatchObject({ address: null, attempt: null, newest: { date: '2026-01-14' } });
  });
});
