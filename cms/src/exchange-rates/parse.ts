// Strict about what is well-formed, without dependencies, and it never resolves entities.
import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { z } from 'zod';

import { isCurrency } from '../content-rules/validation/codes';
import { RatesFault, type FaultCode } from './fault';

/** The currency that all rates are of. */
export const base = 'EUR';

const fewestRates = 5;

/** The rates of one day as one publisher gives them: how much of each currency a euro buys. */
export interface DayOfRates {
  /** ISO date. */
  date: string;
  publisher: string;
  rates: Record<string, number>;
}

const fault = (code: FaultCode) => ({ error: code });

// Named as the elements are, so that the place of a fault can be found in the file.
const envelope = z.object({
  name: z.string().trim().min(1).max(160),
  Cube: z.tuple([
    z.object({
      time: z.iso.date(fault('date')),
      Cube: z.array(z.object({
        currency: z.string().refine(isCurrency, fault('currency')),
        // One digit at least is not zero.
        rate: z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,12})?$/, fault('rate')).transform(Number),
      })),
    }),
  ]),
});

/**
 * Reads an answer in the format of the European Central Bank's daily reference rates (`eurofxref-daily.xml`).
 *
 * @throws RatesFault that says what is wrong with it
 */
export function parseRates(text: string): DayOfRates {
  const read = envelope.safeParse(partsOf(rootOf(text)), { reportInput: true });
  if (!read.success) throw faultOf(read.error);
  const { name, Cube: [day] } = read.data;
  const rates: Record<string, number> = {};
  for (const { currency, rate } of day.Cube) {
    if (currency in rates || currency === base) throw new RatesFault('twice', { currency });
    rates[currency] = rate;
  }
  const number = day.Cube.length;
  if (number < fewestRates) throw new RatesFault('few', { number: String(number), least: String(fewestRates) });
  return { date: day.time, publisher: name, rates };
}

function rootOf(text: string): XmlElement {
  try {
    const { root } = parseXml(text);
    if (root) return root;
  } catch (error) {
    if (error instanceof XmlError) throw new RatesFault('xml', { line: String(error.line) });
    throw error;
  }
  throw new RatesFault('xml', { line: '1' });
}

function partsOf(root: XmlElement): unknown {
  const [sender] = childrenOf(root, 'Sender');
  const [name] = sender ? childrenOf(sender, 'name') : [];
  return {
    name: name?.text,
    Cube: childrenOf(root, 'Cube').flatMap(list => childrenOf(list, 'Cube')).map(day => ({
      time: day.attributes['time'],
      Cube: childrenOf(day, 'Cube').map(({ attributes: { currency, rate } }) => ({ currency, rate })),
    })),
  };
}

/** The elements of a name in an element, whatever prefix stands for their namespace. */
function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(child => child instanceof XmlElement).filter(child => child.name.replace(/^.*:/, '') === name);
}

function faultOf({ issues: [issue] }: z.ZodError): RatesFault {
  const place = issue?.path.join('.') || 'the root';
  const found = issue?.input;
  const code = typeof found === 'string' && (['date', 'currency', 'rate'] as const).find(known => known === issue?.message);
  if (!code) return new RatesFault('form', { place });
  return new RatesFault(code, { found: shown(found), place });
}

/** What an answer holds, short and on one line, as a log can take it. */
const shown = (text: string): string => JSON.stringify(text.slice(0, 20)).slice(1, -1);
