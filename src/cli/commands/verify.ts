import { Command } from 'commander';
import type { Generation } from '../../store/index.ts';
import { type CheckResult, type CheckStatus, type Integrity, type VerifyProgress, verifyGeneration } from '../../verify/index.ts';
import { anyDatabaseOption, domainOption, formatCount, jsonOption, print, storeOption } from '../common.ts';
import { readOption, withGeneration } from '../read-dataset.ts';
import type { ReadOptions } from '../reading.ts';
import { shareBar } from '../share-bar.ts';

/** `seedgraph verify --dataset demo`. Exit codes: 0 sound, 1 something is wrong, 2 wrong usage. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Checks a dataset: values, references, unique values, the digest, the recipe and the rules of its domain.')
    .addOption(readOption())
    .addOption(domainOption())
    .addOption(storeOption())
    .addOption(anyDatabaseOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExit codes: 0 sound, 1 something is wrong, 2 wrong usage.\n\nExamples:\n  $ seedgraph verify\n  $ seedgraph verify --dataset demo --json',
    )
    .action(async (options: ReadOptions & { readonly domain: string }) => {
      const integrity = await withGeneration(options, verifyAndShow);
      print(options, integrityJson(integrity), () => integrityText(integrity));
      if (!integrity.ok) process.exitCode = 1;
    });
}

/** Verifies with a bar on a terminal. */
export async function verifyAndShow(generation: Generation, signal: AbortSignal): Promise<Integrity> {
  const bar = shareBar('rows');
  const onProgress = ({ rows, total }: VerifyProgress) => bar.update(rows, total);
  return verifyGeneration(generation, { signal, onProgress }).finally(() => bar.end());
}

/** An integrity as JSON: the domain by its name. */
export function integrityJson({ domain, ...rest }: Integrity): Readonly<Record<string, unknown>> {
  return { domain: domain.name, ...rest };
}

const MARKS: Readonly<Record<CheckStatus, string>> = { OK: '✓', WARNING: '!', WRONG: '✗' };

/** A line a check, with examples of what is wrong, and a closing line. */
export function integrityText({ checks, checkedRows, digest, ok, dataset }: Integrity): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const counts = Math.max(...checks.map(({ checked }) => formatCount(checked).length));
  const wrong = checks.filter(({ status }) => status === 'WRONG').length;
  const verdict = ok ? 'is sound' : `is not sound: ${wrong} of ${checks.length} checks found something`;
  return [
    ...checks.flatMap((check) => linesOf(check, width, counts)),
    '',
    `Dataset "${dataset}" ${verdict}; ${formatCount(checkedRows)} rows.`,
    `Digest: ${digest}`,
  ].join('\n');
}

function linesOf(
  { name, description, status, checked, wrong, examples, note }: CheckResult,
  width: number,
  counts: number,
): string[] {
  const count = formatCount(checked).padStart(counts);
  const said = note === undefined ? description : `${description} (${note})`;
  const found = wrong > 0 ? [`      ${formatCount(wrong)} wrong, for example:`] : [];
  const shown = examples.map(({ entity, key, field, message }) => {
    const place = [entity, key, field].filter((part) => part !== null).join(' ');
    return `      ${place}: ${message}`;
  });
  return [`  ${MARKS[status]} ${name.padEnd(width)} ${count}  ${said}`, ...found, ...shown];
}
