import type { Json } from '../definition/index.ts';
import { idIn, recordsIn } from './answer.ts';
import { type Api, ATTEMPTS, type Judgement } from './api.ts';
import type { HttpAnswer } from './http.ts';
import { filterOf, type SentRecord } from './record.ts';
import type { RecordId } from './record-id.ts';

/** Whether the API has a record. `unknown`: it cannot be told; undefined: the push was stopped. */
export type Finding =
  | { readonly kind: 'found'; readonly ids: readonly RecordId[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Looks for a record by its natural key, in the list that the key filters. */
export async function lookUp(api: Api, record: SentRecord): Promise<Finding | undefined> {
  const filter = filterOf(record);
  if (!filter) return { kind: 'unknown', reason: 'nothing tells the record from others' };
  const request = { method: 'GET', path: record.path, query: filter } as const;
  for (let attempt = 1; ; attempt++) {
    const operation = { entity: record.resource.entity.name, keys: [record.key], attempt, secrets: record.secrets };
    const answer = await api.send(request, operation, (given) => judgementOf(findingOf(given, record, api)));
    if (!answer) return undefined;
    const finding = findingOf(answer, record, api);
    const again = finding.kind === 'unknown' && mayChange(answer) && attempt < ATTEMPTS;
    if (!again) return finding;
    await api.pause(answer, attempt);
  }
}

function judgementOf(finding: Finding): Judgement {
  return { outcome: finding.kind, id: finding.kind === 'found' ? finding.ids[0] : undefined };
}

function mayChange(answer: HttpAnswer): boolean {
  return answer.kind === 'failure' || answer.status >= 500 || answer.status === 408;
}

function findingOf(answer: HttpAnswer, record: SentRecord, api: Api): Finding {
  const records = answer.kind === 'answer' && answer.status === 200 ? recordsIn(answer.body) : undefined;
  if (!records) return { kind: 'unknown', reason: `it cannot be looked up: ${api.reason(answer, record.secrets)}` };
  const filter = Object.keys(filterOf(record) ?? {});
  // What the path says need not be said again; without the rest, a record could be any.
  const isTold = records.every((found) => filter.every((name) => name in found));
  if (!isTold) return { kind: 'unknown', reason: `it cannot be looked up: the records of the list have no ${filter.join(', ')}` };
  const key = record.resource.naturalKey.map(({ name }) => [name, record.values[name]] as const);
  const alike = records.filter((found) => key.every(([name, value]) => !(name in found) || isSame(found[name], value)));
  // A list that does not heed the filter may have the record on a later page.
  if (records.length > 0 && alike.length === 0) {
    return { kind: 'unknown', reason: 'it cannot be looked up: the list does not heed its filter' };
  }
  const ids = alike.map((found) => idIn(found)).filter((id) => id !== undefined);
  return ids.length > 0 ? { kind: 'found', ids } : { kind: 'none' };
}

/** An API may write numbers as texts, and dates with a time. */
export function isSame(found: Json | undefined, wanted: Json | undefined): boolean {
  if (typeof found === 'object' || typeof wanted === 'object') return JSON.stringify(found) === JSON.stringify(wanted);
  const [there, here] = [String(found), String(wanted)];
  return there.toLowerCase() === here.toLowerCase() || (/^\d{4}-\d\d-\d\d$/.test(here) && there.startsWith(`${here}T`));
}
