import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { ReportData } from '../../report/index.ts';
import { anyDatabaseOption, domainOption, jsonOption, print, storeOption } from '../common.ts';
import { readOption, withGeneration } from '../read-dataset.ts';
import type { ReadOptions } from '../reading.ts';
import { writingTo } from '../write-place.ts';
import { integrityJson, verifyAndShow } from './verify.ts';

interface ReportFlags extends ReadOptions {
  readonly domain: string;
  readonly output?: string;
  readonly verify: boolean;
}

/** `seedgraph report --output report.html` */
export function reportCommand(): Command {
  return new Command('report')
    .description('What a dataset looks like: figures and charts, on the terminal or as one HTML file that can be printed.')
    .addOption(readOption())
    .addOption(domainOption())
    .addOption(storeOption())
    .addOption(anyDatabaseOption())
    .addOption(new Option('--output <file>', 'write an HTML file, and only say so here'))
    .addOption(new Option('--no-verify', 'leave out the integrity of the data, which takes reading all of it'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ seedgraph report
  $ seedgraph report --output report.html`,
    )
    .action(async (options: ReportFlags) => {
      // Not earlier: other commands draw nothing.
      const { reportOn, reportPage, reportText } = await import('../../report/index.ts');
      const report = await withGeneration(options, async (generation, signal) => {
        const integrity = options.verify ? await verifyAndShow(generation, signal) : undefined;
        return reportOn(generation, { signal, integrity });
      });
      const { output } = options;
      if (output !== undefined) await writingTo(output, () => writeFile(output, reportPage(report)));
      const said = () => (output === undefined ? reportText(report) : `Report written to: ${output}. Open it in a browser.`);
      print(options, reportJson(report), said);
    });
}

function reportJson({ integrity, ...report }: ReportData): unknown {
  return integrity ? { ...report, integrity: integrityJson(integrity) } : report;
}
