import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localeNames, localeOf } from '../../src/domains/school/locales/index.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

test('the README’s table of locales is true', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const section = readme.split('\n## Locales\n')[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\| (`.*`) \| (.*) \| .* \| (.*) \| (.*) \|$/gm)].flatMap(([, names = '', ...cells]) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name]) => [name, ...cells]),
  );
  const expected = localeNames.map((name) => {
    const { country, dates, admission } = localeOf({ locale: name });
    const day = `${admission.day} ${months[admission.month - 1]}`;
    return [name, country, `${dates.start} to ${dates.end}`, `${admission.age} on ${day}`];
  });
  // The head of the table looks like a row.
  expect(rows.filter(([name]) => name !== 'locale')).toEqual(expected);
});
