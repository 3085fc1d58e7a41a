import { Option } from 'commander';

/** `--features students,classes`: types by their names, in any case. May be repeated. */
export function featuresOption(description: string): Option {
  return new Option('--features <names>', `${description}; divided by commas`).argParser(
    (text: string, before: readonly string[] | undefined) => [...(before ?? []), ...namesIn(text)],
  );
}

function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
