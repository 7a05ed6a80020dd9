import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { localeCodes } from './shared/locales';

/** The source of the module `#catalogues`: the interface words of every locale, for what is written outside of Vue. */
export function cataloguesModule(): string {
  const catalogues = localeCodes.map(code => `${JSON.stringify(code)}: ${readFileSync(join(import.meta.dirname, `i18n/locales/${code}.json`), 'utf8')}`);
  return `export default { ${catalogues.join(', ')} };`;
}
