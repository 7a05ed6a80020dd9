import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describe } from './generator/describe.ts';
import { render } from './generator/render.ts';
import { readSchemas } from './generator/schemas.ts';

// Both default to this checkout; the tests point them at a scratch copy.
const { values } = parseArgs({ options: { cms: { type: 'string' }, out: { type: 'string' } } });
const cms = resolve(values.cms ?? `${import.meta.dirname}/../cms`);
const out = resolve(values.out ?? `${import.meta.dirname}/src/generated.ts`);

writeFileSync(out, render(describe(readSchemas(cms))));
console.log(`Wrote ${out}`);
