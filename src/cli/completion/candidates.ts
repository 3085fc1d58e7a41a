import type { Argument, Command, Option } from 'commander';
import { type Candidate, type Typed, valuesOf } from './values.ts';

/** What may stand in the place of the last word. `files` leaves it to the shell. */
export type Candidates = readonly Candidate[] | 'files';

/**
 * Reads the command tree: subcommands, options, and the values of options and arguments.
 *
 * @param words what was typed after the program's name; the last one is being completed, and may be empty.
 */
export async function candidatesFor(program: Command, words: readonly string[]): Promise<Candidates> {
  // Shells that break words at `=` give `--preset`, `=`, `small`.
  const typed = words.flatMap((word) => (word === '=' ? [] : splitAtEquals(word)));
  const current = words.at(-1) === '=' || words.length === 0 ? '' : (typed.pop() ?? '');
  const place = placeAfter(program, typed);
  // `--features students,cl`: the last of several is being typed.
  const before = isList(place.option) ? current.slice(0, current.lastIndexOf(',') + 1) : '';
  const found = await atPlace(place, current);
  if (found === 'files') return found;
  return found
    .map(({ value, description }) => ({ value: before + value, description }))
    .filter(({ value }) => value.startsWith(current));
}

/** Whether values are divided by commas; the name in the help says so. */
function isList(option: Option | undefined): boolean {
  return option?.flags.endsWith('<names>') ?? false;
}

function splitAtEquals(word: string): readonly string[] {
  const [, option, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
  return option === undefined || value === undefined ? [word] : [option, value];
}

/** Where the typed words lead to. */
interface Place extends Typed {
  readonly command: Command;
  /** The option whose value comes next. */
  readonly option: Option | undefined;
  readonly positionals: readonly string[];
}

function placeAfter(program: Command, words: readonly string[]): Place {
  let command = program;
  let option: Option | undefined;
  let positionals: string[] = [];
  const given = new Map<string, string>();
  for (const word of words) {
    const inner = command.commands.find((candidate) => candidate.name() === word);
    if (option) {
      given.set(option.attributeName(), word);
      option = undefined;
    } else if (word.startsWith('-')) {
      const known = command.options.find(({ long, short }) => word === long || word === short);
      option = known?.required || known?.optional ? known : undefined;
    } else if (inner && positionals.length === 0) {
      command = inner;
      positionals = [];
    } else positionals.push(word);
  }
  return { command, option, positionals, given };
}

async function atPlace(place: Place, current: string): Promise<Candidates> {
  const { command, option, positionals } = place;
  const help = command.createHelp();
  if (option) return taking(option, place);
  if (current.startsWith('-'))
    return help.visibleOptions(command).map(({ long, short, description }) => ({ value: long ?? short ?? '', description }));
  const commands = help.visibleCommands(command).map((inner) => ({ value: inner.name(), description: inner.description() }));
  if (commands.length > 0) return positionals.length === 0 ? commands : [];
  const argument =
    command.registeredArguments[positionals.length] ?? command.registeredArguments.find(({ variadic }) => variadic);
  return argument ? taking(argument, place) : [];
}

/** The values of an option or an argument: its own choices, else what its name stands for. */
async function taking(place: Option | Argument, typed: Typed): Promise<Candidates> {
  if (place.argChoices) return place.argChoices.map((value) => ({ value, description: '' }));
  const [name, form] = 'flags' in place ? [place.attributeName(), place.flags] : [place.name(), `<${place.name()}>`];
  if (/[<[](file|dir)[>\]]/.test(form)) return 'files';
  return valuesOf(name, typed);
}
