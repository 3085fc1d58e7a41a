import type { Generation } from '../store/store.ts';
import { type CacheHeader, isList, MARKED_ROWS, objectOfRow, sectionOf } from './format.ts';
import { markPages, rowPages } from './pages.ts';

/** A dataset as one JSON object, a row a line, so that mistakes can be told by line. */
export async function* jsonText(
  generation: Generation,
  { recipe, ...header }: CacheHeader,
  onRows: (entity: string, rows: number) => void,
): AsyncGenerator<string> {
  const fields = Object.entries(header).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  yield `{\n${fields.join('')}`;
  yield* section('recipe', '[]', [recipe.map((entry) => JSON.stringify(entry))]);
  for (const entity of generation.domain.entities) {
    const isListed = isList(entity);
    const lines = async function* () {
      for await (const rows of rowPages(generation, entity)) {
        onRows(entity.name, rows.length);
        yield rows.map((row) => {
          const object = JSON.stringify(objectOfRow(entity, row));
          return isListed ? object : `${JSON.stringify(row[entity.key.index])}: ${object}`;
        });
      }
    };
    yield ',\n';
    yield* section(sectionOf(entity), isListed ? '[]' : '{}', lines());
  }
  yield ',\n';
  yield* section(MARKED_ROWS, '[]', marks(generation));
  yield '\n}\n';
}

async function* marks(generation: Generation): AsyncGenerator<string[]> {
  for (const entity of generation.domain.entities) {
    for await (const page of markPages(generation, entity)) {
      yield page.map(({ key, mark }) => JSON.stringify({ entity: sectionOf(entity), key, mark }));
    }
  }
}

/** `"students": {`, the lines with commas between them, `}`. */
async function* section(
  name: string,
  brackets: '[]' | '{}',
  pages: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<string> {
  yield `  ${JSON.stringify(name)}: ${brackets[0]}`;
  let isFirst = true;
  for await (const lines of pages) {
    if (lines.length === 0) continue;
    yield `${isFirst ? '' : ','}\n    ${lines.join(',\n    ')}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n  '}${brackets[1]}`;
}
