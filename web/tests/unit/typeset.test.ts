import { expect, it } from 'vitest';

import { typeset } from '../../app/utils/typeset';

it.each([
  ['Лечение за рубежом и в Москве', 'Лечение за\u00A0рубежом и\u00A0в\u00A0Москве'],
  ['Цена — дата', 'Цена\u00A0— дата'],
  ['What is unproven, and to whom', 'What is\u00A0unproven, and to\u00A0whom'],
  ['«О нас» и «мы»', '«О\u00A0нас» и\u00A0«мы»'],
])('keeps short words with the next one in “%s”', (text, set) => {
  expect(typeset(text)).toBe(set);
});
