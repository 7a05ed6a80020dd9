import { describe, expect, it } from 'vitest';

import { typeset, typesetText, typesetView } from '../../app/utils/typeset';

/** No-break spaces made visible. */
const seen = (text: string) => text.replaceAll('\u00A0', '~');

it.each([
  ['Лечение за рубежом и в Москве', 'Лечение за~рубежом и~в~Москве'],
  ['Цена — дата', 'Цена~— дата'],
  ['What is unproven, and to whom', 'What is~unproven, and to~whom'],
  ['«О нас» и «мы»', '«О~нас» и~«мы»'],
])('keeps short words with the next one in the heading “%s”', (text, set) => {
  expect(seen(typeset(text))).toBe(set);
});

it.each([
  ['ru', 'В исследовании не было ни одного случая', 'В~исследовании не~было ни~одного случая'],
  ['ru', 'и в статье', 'и~в~статье'],
  ['ru', 'Знает ли врач, что так же бывает', 'Знает~ли врач, что так~же бывает'],
  ['ru', 'Отзыв — не доказательство', 'Отзыв~— не~доказательство'],
  ['ru', '110 человек, 34 года, § 5, № 7, 40 %', '110~человек, 34~года, §~5, №~7, 40~%'],
  ['ru', 'читайте в ', 'читайте в~'],
  // Within a word, or with a hyphen, nothing leans.
  ['ru', 'из-за дождя, что-то к-то', 'из-за дождя, что-то к-то'],
  ['ru', 'Он мой', 'Он мой'],
  ['en', 'What is in a name — 18 people', 'What is in a name — 18 people'],
  ['de', 'Es ist so', 'Es ist so'],
])('sets running text in %s: “%s”', (locale, text, set) => {
  expect(seen(typesetText(text, locale))).toBe(set);
});

describe('a view', () => {
  it('is typeset throughout, its addresses apart', () => {
    const view = { title: 'В Москве', path: '/ru/o-nas', rows: [{ label: 'от 5 дней', count: 3, none: null }], src: '/media/a 5 b.avif' };
    expect(typesetView(view, 'ru')).toEqual({
      title: 'В\u00A0Москве', path: '/ru/o-nas', rows: [{ label: 'от\u00A05\u00A0дней', count: 3, none: null }], src: '/media/a 5 b.avif',
    });
  });

  it('is typeset by the language of each part', () => {
    const view = { contentLocale: 'en', title: '18 people', quote: { lang: 'ru', text: 'и так' }, own: { lang: null, text: '18 people' } };
    expect(typesetView(view, 'ru')).toEqual({ contentLocale: 'en', title: '18 people', quote: { lang: 'ru', text: 'и\u00A0так' }, own: { lang: null, text: '18 people' } });
  });
});
