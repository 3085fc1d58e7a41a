import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { type EntityModel, fromCell, snakeCase } from '../../src/definition/index.ts';
import type { Generation } from '../../src/store/index.ts';
import type { Fields, GreenSchool } from './green-school.ts';
import { kinds } from './green-school-table.ts';

/** Made by the server itself, hence not sent. */
const own = ['created_at', 'last_login_at'];

/** A server's records by kind. */
type Content = ReadonlyMap<string, readonly Fields[]>;

/**
 * The server has each row of the dataset exactly once, and every reference leads to the record of the row it leads to here.
 *
 * @param only Names of kinds. Default: all.
 */
export async function expectWhole(api: GreenSchool, source: Generation, only = Object.keys(kinds)): Promise<void> {
  const [there, here] = [labelled(api.records), labelled(await contentOf(source))];
  for (const kind of only) {
    expect({ kind, records: there.get(kind)?.length }).toEqual({ kind, records: here.get(kind)?.length });
    expect({ kind, labels: there.get(kind) }).toEqual({ kind, labels: here.get(kind) });
  }
}

/** A dataset as the server would have it, under the keys of its rows. */
export async function contentOf(source: Generation): Promise<Content> {
  const content = new Map<string, Fields[]>();
  for (const entity of source.domain.entities) content.set(kindOf(entity), await recordsOf(source, entity));
  return content;
}

/** How the table names the kind of an entity's rows. */
export function kindOf(entity: EntityModel): string {
  const kind = snakeCase(entity.plural).replaceAll('_', '-');
  return kind === 'attendances' ? 'attendance' : kind;
}

async function recordsOf(source: Generation, entity: EntityModel): Promise<Fields[]> {
  const [page] = await source.find({ entity, order: [], limit: 100_000 });
  return (page?.rows ?? []).map((row) => {
    const fields = entity.fields.map(({ name, field, index }) => {
      const value = fromCell(field, row[index] ?? null);
      return [snakeCase(name), field.kind === 'money' ? Number(value) / 100 : value] as const;
    });
    return Object.fromEntries(fields.filter(([name, value]) => value !== null && !own.includes(name)));
  });
}

/** Each record by what it holds, with what it refers to in the place of ids: alike for equal contents, whatever the ids are. */
function labelled(content: Content): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(
    [...content].flatMap(([kind, records]) => records.map((record) => [record.id, { kind, record }] as const)),
  );
  const labels = new Map<unknown, string>();
  const labelOf = (id: unknown): string => {
    const known = labels.get(id);
    const found = byId.get(id);
    if (known !== undefined || !found) return known ?? 'nothing';
    const { id: _id, ...fields } = found.record;
    const references = kinds[found.kind]?.references ?? {};
    const parts = Object.keys(fields)
      .sort()
      .map((name) => [name, name in references ? labelOf(fields[name]) : fields[name]]);
    const label = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
    labels.set(id, label);
    return label;
  };
  return new Map([...content].map(([kind, records]) => [kind, records.map(({ id }) => labelOf(id)).sort()]));
}
