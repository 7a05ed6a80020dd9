import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { Change } from '../../server/cms/change-feed';
import type { SearchDocument } from '../../server/search/documents';
import { LiveIndex, type Source } from '../../server/search/live-index';

/** What the CMS has published, by the id of the entry. */
let published: Map<string, SearchDocument[]>;
let isDown: boolean;

beforeEach(() => {
  published = new Map([['knee', [document('knee', 'Knee replacement')]], ['hip', [document('hip', 'Hip replacement'), document('hip 1', 'How long does a hip last')]]]);
  isDown = false;
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

function document(id: string, title: string): SearchDocument {
  return { id, kind: 'article', path: `/${id}`, title, partOf: null, aliases: [], names: [title], headings: [], passages: [] };
}

function answer<Answer>(value: Answer): Promise<Answer> {
  return isDown ? Promise.reject(new Error('down')) : Promise.resolve(value);
}

const cms = () => ({
  all: vi.fn<Source['all']>(() => answer([...published.values()].flat())),
  entry: vi.fn<Source['entry']>((_type, id) => answer(published.get(id) ?? [])),
});

const change = (documentId: string | null, action: Change['action'] = 'changed', locale = 'en'): Change =>
  ({ type: documentId === null ? '*' : 'article', documentId, locale, slug: null, action, by: null, leadsTo: null });

const find = async (index: LiveIndex, words: string) => (await index.get()).search(words).found.map(({ document: { id } }) => id);

describe('the search index of a locale', () => {
  test('is built when it is first asked for, once for all who wait', async () => {
    const source = cms();
    const index = new LiveIndex('en', source);
    expect(source.all).not.toHaveBeenCalled();
    await Promise.all([index.get(), index.get()]);
    expect(source.all).toHaveBeenCalledTimes(1);
  });

  test('finds what has been published since, and no more what is gone', async () => {
    const source = cms();
    const index = new LiveIndex('en', source);
    await index.get();
    published.set('hip', [document('hip', 'Resurfacing')]);
    published.set('eye', [document('eye', 'Cataract')]);
    index.changed([change('hip'), change('eye')]);
    await vi.waitFor(async () => expect(await find(index, 'cataract')).toEqual(['eye']));
    expect(await find(index, 'resurfacing')).toEqual(['hip']);
    expect(await find(index, 'last')).toEqual([]);

    published.delete('knee');
    index.changed([change('knee', 'gone')]);
    expect(await find(index, 'knee')).toEqual([]);
    expect(source.all).toHaveBeenCalledTimes(1);
  });

  test('keeps what is gone in another language alone', async () => {
    const index = new LiveIndex('en', cms());
    await index.get();
    index.changed([change('knee', 'gone', 'ru')]);
    expect(await find(index, 'knee')).toEqual(['knee']);
  });

  test('learns after an outage what has changed during it', async () => {
    const index = new LiveIndex('en', cms());
    await index.get();
    isDown = true;
    published.set('hip', [document('hip', 'Resurfacing')]);
    index.changed([change('hip')]);
    await vi.waitFor(() => expect(console.error).toHaveBeenCalled());
    expect(await find(index, 'replacement')).toEqual(['knee', 'hip']);
    isDown = false;
    await vi.waitFor(async () => expect(await find(index, 'resurfacing')).toEqual(['hip']), { timeout: 4000 });
  });

  test('is built again where anything may have changed, and serves meanwhile', async () => {
    const source = cms();
    const index = new LiveIndex('en', source);
    await index.get();
    published.set('eye', [document('eye', 'Cataract')]);
    index.startOver();
    expect(await find(index, 'knee')).toEqual(['knee']);
    await vi.waitFor(async () => expect(await find(index, 'cataract')).toEqual(['eye']));
    expect(source.all).toHaveBeenCalledTimes(2);
  });

  test('misses no change that comes while it is built', async () => {
    const source = cms();
    const index = new LiveIndex('en', source);
    const built = index.get();
    published.set('eye', [document('eye', 'Cataract')]);
    index.changed([change('eye')]);
    await built;
    await vi.waitFor(async () => expect(await find(index, 'cataract')).toEqual(['eye']));
    expect(source.entry).toHaveBeenCalledTimes(1);
  });

  test('fails with its first build, and is built for the next who asks', async () => {
    const index = new LiveIndex('en', cms());
    isDown = true;
    await expect(index.get()).rejects.toThrow('down');
    isDown = false;
    expect(await find(index, 'knee')).toEqual(['knee']);
  });
});
