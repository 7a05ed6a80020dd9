import words from './words/en.json';

type Coded<Key> = Key extends `exchange-rates.fault.${infer Code}` ? Code : never;

/** What can be wrong with an answer: each has its sentence in the catalogues. */
export type FaultCode = Coded<keyof typeof words>;

/** An answer that cannot be used. Its message is the English sentence; people in the admin read it in their language. */
export class RatesFault extends Error {
  constructor(readonly code: FaultCode, readonly values: Record<string, string> = {}) {
    super(sentence(`exchange-rates.fault.${code}`, values));
    this.name = 'RatesFault';
  }
}

/** A sentence of the English catalogue with its values. */
export function sentence(key: keyof typeof words, values: Record<string, string> = {}): string {
  return words[key].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
