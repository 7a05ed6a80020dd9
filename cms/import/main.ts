import { ImportError } from './errors.ts';
import { importPage } from './import-page.ts';
import { help, readOptions } from './options.ts';
import { printReport } from './report/print.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(help);
  } else {
    const report = await importPage(options, process.env);
    console.log(options.json ? JSON.stringify(report, null, 2) : printReport(report));
  }
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
