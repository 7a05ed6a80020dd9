import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signIn, type AdminFetch } from '../helpers/admin.ts';
import { startCms, type Cms } from '../helpers/cms.ts';
import { documentsOf, paragraphs, type Words } from '../helpers/content.ts';

let cms: Cms;
let russian: AdminFetch;
let english: AdminFetch;
let undecided: AdminFetch;
let articles: ReturnType<typeof documentsOf>;

/** Someone who has chosen a language in the profile; null for someone who never did. */
async function person(name: string, preferedLanguage: string | null): Promise<AdminFetch> {
  const ask = await signIn({ ...cms, settings: { ...cms.settings, ADMIN_EMAIL: `${name}@example.org` } });
  if (preferedLanguage) expect(await ask('/admin/users/me', { method: 'PUT', body: { preferedLanguage } })).toMatchObject({ status: 200 });
  return ask;
}

beforeAll(async () => {
  cms = await startCms({ template: 'empty' });
  [russian, english, undecided] = [await person('vera', 'ru'), await person('grace', 'en'), await person('alan', null)];
  articles = documentsOf(cms.strapi, 'api::article.article');
});
afterAll(() => cms.stop());

interface Texts {
  label?: string;
  description?: string;
}

interface Form {
  uid: string;
  settings: object;
  layouts: object;
  metadatas: Record<string, { edit: Texts; list: Texts }>;
}

const formPath = (uid: string) => `/content-manager/${uid.startsWith('api::') ? 'content-types' : 'components'}/${uid}/configuration`;

async function formOf(ask: AdminFetch, uid: string): Promise<{ own: Form; parts: Record<string, Form> }> {
  const { body } = await ask(formPath(uid)) as { body: { data: { contentType?: Form; component?: Form; components: Record<string, Form> } } };
  const own = body.data.contentType ?? body.data.component;
  if (!own) throw new Error(`No form of ${uid}: ${JSON.stringify(body)}`);
  return { own, parts: body.data.components };
}

const wordsOf = async (ask: AdminFetch, uid: string, attribute: string) => (await formOf(ask, uid)).own.metadatas[attribute];

const reviewer = {
  en: { edit: { label: 'Medical reviewer', description: expect.stringMatching(/^Who checked the medicine/) }, list: { label: 'Medical reviewer' } },
  ru: { edit: { label: 'Медицинский рецензент', description: expect.stringMatching(/^Кто проверил медицинскую сторону/) }, list: { label: 'Медицинский рецензент' } },
};

describe('a form', () => {
  it('speaks the language of whoever opens it, and English to someone who never chose', async () => {
    expect(await wordsOf(russian, 'api::article.article', 'medicalReviewer')).toMatchObject(reviewer.ru);
    expect(await wordsOf(english, 'api::article.article', 'medicalReviewer')).toMatchObject(reviewer.en);
    expect(await wordsOf(undecided, 'api::article.article', 'medicalReviewer')).toMatchObject(reviewer.en);
    expect(await wordsOf(russian, 'block.callout', 'title')).toMatchObject({ edit: { label: 'Заголовок', description: 'Передаёт суть сам по себе.' } });
  });

  it('does so in its parts', async () => {
    const { parts } = await formOf(russian, 'api::article.article');
    expect(parts['shared.figure']?.metadatas['alt']).toMatchObject({ edit: { label: 'Описание изображения', description: expect.stringMatching(/^Что изображено/) } });
  });

  it('has no field left in English, those that Strapi adds among them', async () => {
    const types = [...Object.values(cms.strapi.contentTypes).map(({ uid }) => uid).filter(uid => uid.startsWith('api::')), ...Object.keys(cms.strapi.components)];
    const left: string[] = [];
    for (const uid of types) {
      const { metadatas } = (await formOf(russian, uid)).own;
      for (const [name, { edit, list }] of Object.entries(metadatas)) {
        // Strapi shows `documentId` of a type as it is; DOI is so in both languages.
        const texts = [edit.label, edit.description, list.label].filter(text => text && !['documentId', 'DOI'].includes(text));
        if (texts.some(text => !/\p{Script=Cyrillic}/u.test(text ?? ''))) left.push(`${uid} ${name}`);
      }
    }
    expect(left).toEqual([]);
  });

  it('that a Russian administrator arranges is kept in English, with what was called otherwise', async () => {
    for (const uid of ['api::glossary-term.glossary-term', 'block.callout']) {
      const { settings, layouts, metadatas } = (await formOf(russian, uid)).own;
      // What the admin leaves out when it sends a form back.
      const { documentId: _unsent, ...known } = Object.fromEntries(Object.entries(metadatas).map(([name, { edit, list }]) => [name, { edit, list: { ...list, mainField: undefined } }]));
      const [first = '', second = ''] = Object.keys(known).filter(name => !['id', 'key'].includes(name));
      const renamed = { ...known, [first]: { ...known[first], edit: { ...known[first]?.edit, label: 'Иначе' } } };
      const before = await wordsOf(english, uid, second);

      const saved = await russian(formPath(uid), { method: 'PUT', body: { settings, layouts, metadatas: renamed } });
      expect(saved, JSON.stringify(saved.body)).toMatchObject({ status: 200 });
      expect(JSON.stringify(saved.body)).toContain(`"label":"${known[second]?.edit.label}"`);
      expect(await wordsOf(english, uid, second)).toEqual(before);
      expect(await wordsOf(english, uid, first)).toMatchObject({ edit: { label: 'Иначе' } });
      expect(await wordsOf(russian, uid, first)).toMatchObject({ edit: { label: 'Иначе' } });
    }
  });
});

describe('types and blocks', () => {
  interface Named {
    uid: string;
    info: { displayName: string };
  }
  const nameIn = (list: Named[], uid: string) => list.find(model => model.uid === uid)?.info.displayName;

  it.each([
    ['Russian', () => russian, 'Статья', 'Список'],
    ['English', () => english, 'Article', 'List'],
    ['no language chosen', () => undecided, 'Article', 'List'],
  ])('are named in the menu, the headings and the pickers: %s', async (_language, who, article, list) => {
    const init = await who()('/content-manager/init') as { body: { data: { contentTypes: Named[]; components: Named[] } } };
    const types = await who()('/content-manager/content-types') as { body: { data: Named[] } };
    const components = await who()('/content-manager/components') as { body: { data: Named[] } };
    expect([nameIn(init.body.data.contentTypes, 'api::article.article'), nameIn(types.body.data, 'api::article.article')]).toEqual([article, article]);
    expect([nameIn(init.body.data.components, 'block.list'), nameIn(components.body.data, 'block.list')]).toEqual([list, list]);
  });

  it('are named on the start page', async () => {
    await articles.create('en', { title: 'Newest', summary: 'x' });
    const path = '/content-manager/homepage/recent-documents?action=update';
    expect(await russian(path)).toMatchObject({ body: { data: [{ title: 'Newest', contentTypeDisplayName: 'Статья' }] } });
    expect(await english(path)).toMatchObject({ body: { data: [{ title: 'Newest', contentTypeDisplayName: 'Article' }] } });
  });
});

describe('a refusal', () => {
  const path = '/content-manager/collection-types/api::article.article';
  const article = { title: 'Knee replacement', summary: 'What to ask.' };
  const faulty = {
    ...article,
    sourceLocale: 'fr',
    reviewedOn: '2999-01-01',
    body: [
      { __component: 'block.list', title: 'Кто оперирует?', items: paragraphs('Who operates?') },
      { __component: 'block.faq', title: 'Questions', items: [{ question: 'Кто?', answer: paragraphs('They say [@absent].') }] },
      { __component: 'block.video', title: 'A film', provider: 'youtube', videoId: 'dQw4w9WgXcQ', durationSeconds: 10 },
    ],
  };
  const publish = (who: AdminFetch, id: string, body: Words) => who(`${path}/${id}/actions/publish?locale=en`, { body });
  const messageOf = async (answer: ReturnType<AdminFetch>) => (await answer as { body: { error?: { message: string } } }).body.error?.message;

  const inRussian = [
    'Сначала нужно исправить 6 ошибок.',
    '(1) Язык оригинала: Языка «fr» на сайте нет. Есть: en, ru.',
    '(2) Проверено врачом: 2999-01-01 ещё не наступило. Укажите день, когда это было сделано.',
    '(3) Блоки № 1 (Список), пункты: Здесь может быть только список. Превратите абзацы в его пункты.',
    '(4) Блоки № 2 (Вопросы-ответы), вопросы № 1, ответ: Источника с ключом «absent» нет. Добавьте источник или исправьте ссылку на него.',
    '(5) Блоки № 1 (Список), заголовок; Блоки № 2 (Вопросы-ответы), вопросы № 1, вопрос: Здесь нужен английский, а большинство букв — не латиница. Переведите.',
  ].join(' ');

  it('names faults and their places as the form does, in its language', async () => {
    const id = await articles.create('en', { ...article, slug: 'places' });
    expect(await messageOf(publish(russian, id, faulty))).toBe(inRussian);
  });

  it('to several people at the same time is in the language of each', async () => {
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map(slug => articles.create('en', { ...article, slug: `same-time-${slug}` })));
    const everyone = [russian, english, russian, undecided];
    const messages = await Promise.all(everyone.map((who, index) => messageOf(publish(who, ids[index] ?? '', faulty))));
    const inEnglish = expect.stringMatching(/^6 things must be mended first\. \(1\) Source locale: The site has no locale/);
    expect(messages).toEqual([inRussian, inEnglish, inRussian, inEnglish]);
  });

  it('counts in Russian, and says what Strapi itself finds and what form a value has', async () => {
    const two = { citationKey: 'a-b', title: 'x'.repeat(600), type: 'book', pmid: 'x' };
    expect(await messageOf(russian('/content-manager/collection-types/api::source.source', { body: two }))).toBe(
      'Сначала нужно исправить 2 ошибки. (1) Название: Слишком длинно: можно не больше 255 знаков. (2) Номер PubMed: Значение записано не в том виде. Номер в PubMed, например 33275119.',
    );
  });

  it('of several documents names each', async () => {
    const id = await articles.create('en', { ...article, slug: 'bulk', reviewedOn: '2999-01-01' });
    expect(await messageOf(russian(`${path}/actions/bulkPublish?locale=en`, { body: { documentIds: [id], locale: 'en' } }))).toBe(
      '«Knee replacement»: Проверено врачом: 2999-01-01 ещё не наступило. Укажите день, когда это было сделано.',
    );
  });

  it('of a picture is in the language of whoever uploads it', async () => {
    const { body } = await cms.fetch('/admin/login', { body: { email: 'vera@example.org', password: cms.settings['ADMIN_PASSWORD'] } }) as { body: { data: { token: string } } };
    const upload = async (content: Buffer) => {
      const form = new FormData();
      form.set('files', new Blob([new Uint8Array(content)], { type: 'image/jpeg' }), 'photo.jpg');
      const answer = await fetch(`${cms.url}/upload`, { method: 'POST', headers: { authorization: `Bearer ${body.data.token}` }, body: form });
      return (await answer.json()).error.message;
    };
    const picture = (height: number) => sharp({ create: { width: 20, height, channels: 3, background: '#7a9' } }).jpeg().toBuffer();
    expect(await upload((await picture(200)).subarray(0, 300))).toBe('Этот файл — не изображение, которое можно загрузить, или он повреждён.');
    expect(await upload(await picture(17_000))).toBe('Размер изображения — 20 × 17000 пикселей. Ни одна сторона не может быть больше 16383: уменьшите или обрежьте его.');
  });

  it('to delete a source that is cited says where', async () => {
    const sources = '/content-manager/collection-types/api::source.source';
    const { body } = await english(sources, { body: { citationKey: 'mesems-2021', title: 'MESEMS', type: 'journal_article' } }) as { body: { data: { documentId: string } } };
    await articles.create('en', { ...article, slug: 'citing', body: [{ __component: 'block.text', body: paragraphs('They say [@mesems-2021].') }] });
    const remove = (who: AdminFetch) => messageOf(who(`${sources}/${body.data.documentId}`, { method: 'DELETE' }));
    expect(await remove(russian)).toBe('На «mesems-2021» ссылаются, поэтому источник нельзя удалить. Сначала уберите ссылки здесь: статья «Knee replacement» (en).');
    expect(await remove(english)).toBe('“mesems-2021” is cited and cannot be deleted. Take it out there first: article “Knee replacement” (en).');
  });
});
