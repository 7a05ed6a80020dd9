import { parseArgs } from 'node:util';

import { exitCodes, ImportError } from './errors.ts';

export interface Options {
  file: string;
  locale: string;
  /** Slug of the treatment that the prices are of; found by the heading over them otherwise. */
  treatment: string | null;
  replace: boolean;
  dryRun: boolean;
  json: boolean;
}

export const help = `Makes a draft article of a saved page, through the running CMS.

  npm run import:page -- FILE --locale CODE [options]

FILE is a page saved as HTML, or Markdown. Its pictures are taken where they lie beside it.

  --locale CODE      the page's language, one of locales.json
  --treatment SLUG   the treatment that the page's prices are of; otherwise the one
                     that the heading over them names, made as a draft if need be
  --replace          put the page in place of the draft that it made before; what was
                     changed by hand in that draft (words, pictures and their
                     descriptions, titles, links) is lost. Without it, the command
                     says what that would be
  --dry-run          read and report; write nothing, ask nothing of the CMS
  --json             the report as JSON
  --help             this text

A page is known again by its canonical address or, without one, by its own title, whatever
an editor has since made of the article. Clinics, sources and reviews that exist are linked
and left as they are; --replace puts the page's sums back into its cost entries. Published
versions are never touched.

Settings: CMS_URL (http://127.0.0.1:$CMS_PORT), CMS_PORT (1337), CMS_IMPORT_TOKEN; "npm start"
writes them to .env.

Exit codes: ${exitCodes.done} done; ${exitCodes.cms} the CMS cannot be reached or refuses; ${exitCodes.importedBefore} the page was imported
before (see --replace); ${exitCodes.usage} the command, the file or its content cannot be used.
`;

/**
 * Reads the command line.
 *
 * @returns the options, or `help` when that was asked for
 * @throws ImportError that says what is wrong with it
 */
export function readOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw usage(file ? `One page at a time: ${others.join(', ')} is too much.` : 'Name the page to import.');
  if (!values.locale) throw usage('Say which language the page is in, as in --locale en.');
  return {
    file,
    locale: values.locale,
    treatment: values.treatment ?? null,
    replace: values.replace,
    dryRun: values['dry-run'],
    json: values.json,
  };
}

function parse(args: string[]) {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { 'locale': { type: 'string' }, 'treatment': { type: 'string' }, 'replace': flag, 'dry-run': flag, 'json': flag, 'help': flag },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function usage(message: string): ImportError {
  return new ImportError(`${message} See "npm run import:page -- --help".`, exitCodes.usage);
}
