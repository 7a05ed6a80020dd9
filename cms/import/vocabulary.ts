import words from './words.json' with { type: 'json' };

import { clean } from './text.ts';

/**
 * Words by which a page names its parts. All languages are asked at once, since a page may carry another language's words;
 * one that has no words here is read by its structure alone.
 */
type Topic = keyof (typeof words)['en'];

/** All words of a topic, in every language. */
export function vocabulary(topic: Topic): string[] {
  return Object.values(words).flatMap(language => language[topic]);
}

/** The words of a topic in one language; none where it has none here. */
export function wordsFor(locale: string, topic: Topic): string[] {
  const [language] = locale.split('-');
  return Object.entries(words).find(([code]) => code === language)?.[1][topic] ?? [];
}

/** Tells whether a heading is, but for punctuation and case, one of a topic's words. */
export function isNamed(heading: string, topic: Topic): boolean {
  const name = clean(heading).toLowerCase().replace(/[\s:.!]+$/u, '');
  return vocabulary(topic).includes(name);
}

/** Tells whether a text has one of a topic's words, as whole words. */
export function mentions(text: string, topic: Topic): boolean {
  const folded = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return vocabulary(topic).some(word => folded.includes(` ${word} `));
}

/** Tells whether a text begins with one of a topic's words. */
export function opensWith(text: string, topic: Topic): boolean {
  const folded = `${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  return vocabulary(topic).some(word => folded.startsWith(`${word} `));
}
