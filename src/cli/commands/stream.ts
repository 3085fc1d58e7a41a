import { Command, InvalidArgumentError, Option } from 'commander';
import { createPlan } from '../../plan/index.ts';
import { type FieldNaming, parseShard, type StreamFormat, streamRows } from '../../stream/index.ts';
import { domainNamed, presetOption, seedOption } from '../common.ts';
import { entityNamed } from '../entity-named.ts';
import { configOption, type RequestOptions, requestOf } from '../request.ts';
import { writeToFile, writeToOutput } from '../write-pieces.ts';

interface StreamOptions extends RequestOptions {
  readonly entity: readonly string[];
  readonly format: StreamFormat;
  readonly naming: FieldNaming;
  readonly shard: string;
  readonly output: string;
}

const details = `
Rows come in the order of their keys; those of several types school by school. With one type a line of NDJSON is
a row: {"id": …}. With several, or all, it says whose row it is: {"entity": NAME, "row": {"id": …}}.
CSV takes one type. Values are as in cache files: enumerations in lower case, money in minor units (cents).
Shards 1 to n, one behind the other, are byte for byte what there is without --shard.

Examples:
  $ seedgraph stream school --preset district --entity attendance > attendance.ndjson
  $ seedgraph stream school --entity students --format csv --naming snake --output students.csv
  $ seedgraph stream school --preset large --shard 3/8 --output part-3.ndjson.gz`;

/** `seedgraph stream school --preset district --entity attendance --format ndjson` */
export function streamCommand(): Command {
  return new Command('stream')
    .description('Writes rows as they are made, and keeps none: there is no store, and memory stays small.')
    .argument('<domain>', 'what to make: school')
    .addOption(
      new Option('--entity <names>', 'only rows of these types; divided by commas, or repeated')
        .default([], 'all')
        .argParser(namesIn),
    )
    .addOption(new Option('--format <format>', 'how rows are written').choices(['ndjson', 'csv']).default('ndjson'))
    .addOption(new Option('--naming <naming>', 'gradeLevel or grade_level').choices(['camel', 'snake']).default('camel'))
    .addOption(new Option('--shard <k/n>', 'only the kth of n parts; the parts before it are not made').default('1/1', 'all'))
    .addOption(new Option('--output <file>', 'where to; - is standard output; *.gz is compressed').default('-'))
    .addOption(configOption())
    .addOption(presetOption())
    .addOption(seedOption())
    .addHelpText('after', details)
    .action(async (name: string, { format, naming, shard, output, ...options }: StreamOptions, command: Command) => {
      const domain = domainNamed(name);
      const entities = options.entity.map((given) => entityNamed(given, [domain]));
      const plan = createPlan(domain, await requestOf(domain, options, command));
      const pieces = streamRows({
        plan,
        entities: entities.length > 0 ? entities : undefined,
        format,
        naming,
        shard: parseShard(shard),
      });
      await (output === '-' ? writeToOutput(pieces) : writeToFile(output, pieces));
    });
}

function namesIn(text: string, before: readonly string[]): string[] {
  const names = text.split(',').map((name) => name.trim());
  // An empty variable of a script must not mean everything.
  if (names.includes('')) throw new InvalidArgumentError('Name a type.');
  return [...before, ...names];
}
