import type { Json } from '../definition/index.ts';
import { idIn, isPlain, recordsIn, verdictOf } from './answer.ts';
import { ATTEMPTS } from './api.ts';
import type { HttpAnswer } from './http.ts';
import { isSame } from './look-up.ts';
import type { SentRecord } from './record.ts';
import type { Resource } from './resource.ts';
import { givenUp, idempotencyKey, judgementOf, type Outcome, type SenderOptions, sendRecord, settleDoubt } from './sender.ts';

/** Records that one request is made of. */
export interface BulkGroup {
  readonly resource: Resource;
  readonly records: readonly SentRecord[];
}

/** Told of each record as soon as it is known what came of it. */
export type OnOutcome = (record: SentRecord, outcome: Outcome) => Promise<void>;

/**
 * Sends records that agree in what the API wants said once, by one request. A request that may have succeeded is not repeated: each
 * of its records is looked up first. Where the API refuses the whole for one of them, they go one by one.
 *
 * @param inDoubt The keys of records that may be there from an earlier run.
 * @throws as `sendRecord`.
 */
export async function sendBulk(
  options: SenderOptions,
  { resource, records }: BulkGroup,
  inDoubt: ReadonlySet<string>,
  onOutcome: OnOutcome,
): Promise<void> {
  let pending = records;
  let doubtful = (record: SentRecord) => inDoubt.has(record.key);
  for (let attempt = 1; ; attempt++) {
    pending = await settled(options, pending, doubtful, onOutcome);
    if (pending.length === 0 || options.api.shouldStop) return;
    const answer = await post(options, resource, pending, attempt);
    if (!answer) return;
    const verdict = verdictOf(answer);
    if (verdict === 'done') return done(options, pending, answer, onOutcome);
    if (verdict === 'duplicate' || verdict === 'refused') return oneByOne(options, pending, onOutcome);
    if (verdict === 'doubtful') doubtful = () => true;
    if (attempt === ATTEMPTS) {
      for (const record of pending) await tell(record, await givenUp(options, record, answer, doubtful(record)), onOutcome);
      return;
    }
    await options.api.pause(answer, attempt);
  }
}

/** What a bulk request holds: what all agree in, and a list of the rest. */
export function bulkBody({ bulk }: Resource, records: readonly SentRecord[]): Record<string, Json> {
  const shared = new Set(bulk?.group.map(({ name }) => name));
  const part = (record: SentRecord | undefined, isShared: boolean) =>
    Object.fromEntries(Object.entries(record?.values ?? {}).filter(([name]) => shared.has(name) === isShared));
  return { ...part(records[0], true), [bulk?.list ?? '']: records.map((record) => part(record, false)) };
}

/** Finds out about those that may be there, and returns those that are not. */
async function settled(
  options: SenderOptions,
  records: readonly SentRecord[],
  isDoubtful: (record: SentRecord) => boolean,
  onOutcome: OnOutcome,
): Promise<SentRecord[]> {
  const absent: SentRecord[] = [];
  for (const record of records) {
    const known = isDoubtful(record) ? await settleDoubt(options, record) : 'absent';
    if (known === 'absent') absent.push(record);
    else await tell(record, known, onOutcome);
  }
  return absent;
}

async function post(
  { api, pushId }: SenderOptions,
  resource: Resource,
  records: readonly SentRecord[],
  attempt: number,
): Promise<HttpAnswer | undefined> {
  const path = resource.bulk?.path ?? resource.path;
  const keys = records.map(({ key }) => key);
  const secrets = records.flatMap((record) => record.secrets);
  const request = {
    method: 'POST',
    path,
    body: bulkBody(resource, records),
    headers: idempotencyKey(pushId, path, keys),
  } as const;
  return api.send(request, { entity: resource.entity.name, keys, attempt, secrets }, judgementOf);
}

/** The answer has the records, or only says that they were made. Those that it leaves out are looked up. */
async function done(
  options: SenderOptions,
  records: readonly SentRecord[],
  answer: HttpAnswer,
  onOutcome: OnOutcome,
): Promise<void> {
  const listed = answer.kind === 'answer' ? recordsIn(answer.body) : undefined;
  for (const record of records) {
    const id = listed?.filter((found) => isThe(record, found)).map((found) => idIn(found))[0];
    const needsId = record.resource.referred || listed !== undefined || (answer.kind === 'answer' && !isPlain(answer.body));
    if (id !== undefined || !needsId) await onOutcome(record, { state: 'created', id: id ?? null, reason: null });
    else await tell(record, await sendRecord(options, record, true), onOutcome);
  }
}

/** Within one request, what is not shared tells records apart, and has to be there. */
function isThe({ resource, values }: SentRecord, found: Readonly<Record<string, Json>>): boolean {
  const shared = resource.bulk?.group.map(({ name }) => name) ?? [];
  return resource.naturalKey.every(({ name }) => (name in found ? isSame(found[name], values[name]) : shared.includes(name)));
}

async function oneByOne(options: SenderOptions, records: readonly SentRecord[], onOutcome: OnOutcome): Promise<void> {
  for (const record of records) await tell(record, await sendRecord(options, record, false), onOutcome);
}

/** A stop leaves what is not known as it was. */
async function tell(record: SentRecord, outcome: Outcome | undefined, onOutcome: OnOutcome): Promise<void> {
  if (outcome) await onOutcome(record, outcome);
}
