import { createHash } from 'node:crypto';
import type { LedgerState } from '../store/index.ts';
import { idIn, isPlain, verdictOf } from './answer.ts';
import { type Api, ATTEMPTS, type Judgement } from './api.ts';
import { unreachable } from './error.ts';
import type { HttpAnswer } from './http.ts';
import { type Finding, lookUp } from './look-up.ts';
import { bodyOf, filterOf, type SentRecord } from './record.ts';
import type { RecordId } from './record-id.ts';

/** What came of a record. */
export interface Outcome {
  readonly state: Extract<LedgerState, 'created' | 'adopted' | 'failed' | 'uncertain'>;
  /** Its id at the API; null where it has none. */
  readonly id: RecordId | null;
  readonly reason: string | null;
}

/** What senders share. */
export interface SenderOptions {
  readonly api: Api;
  readonly target: string;
  /** Tells this push from others, in `Idempotency-Key`. */
  readonly pushId: string;
  /** Whether a POST may be repeated that cannot be looked up. */
  readonly honoursIdempotencyKeys: boolean;
  /** Whether another row has the id. */
  readonly isTaken: (record: SentRecord, id: RecordId) => Promise<boolean>;
}

/**
 * Sends a record until it is known to be there, or not. A POST that may have succeeded is never simply repeated: the record is
 * looked up first. Undefined when the push was stopped before it was known.
 *
 * @param inDoubt The record may be there from an earlier run.
 * @throws PushError TARGET_UNREACHABLE, and those of `Api.send`.
 */
export async function sendRecord(options: SenderOptions, record: SentRecord, inDoubt: boolean): Promise<Outcome | undefined> {
  let doubtful = inDoubt;
  for (let attempt = 1; ; attempt++) {
    if (doubtful) {
      const known = await settleDoubt(options, record);
      if (known !== 'absent') return known;
    }
    const answer = await post(options, record, attempt);
    if (!answer) return undefined;
    const verdict = verdictOf(answer);
    if (verdict === 'done') return created(options, record, answer);
    if (verdict === 'duplicate' || verdict === 'refused') return refused(options, record, answer);
    doubtful ||= verdict === 'doubtful';
    if (attempt === ATTEMPTS) return givenUp(options, record, answer, doubtful);
    await options.api.pause(answer, attempt);
  }
}

/** `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): the same for each attempt at the same rows, in each run. */
export function idempotencyKey(pushId: string, path: string, keys: readonly string[]): Readonly<Record<string, string>> {
  return {
    'idempotency-key': createHash('sha256')
      .update([pushId, path, ...keys].join('\n'))
      .digest('hex'),
  };
}

/** Whether a record that may be there is: then its outcome, else `absent`. Undefined when the push was stopped. */
export async function settleDoubt(options: SenderOptions, record: SentRecord): Promise<Outcome | 'absent' | undefined> {
  if (!filterOf(record) && options.honoursIdempotencyKeys) return 'absent';
  const finding = await lookUp(options.api, record);
  if (!finding) return undefined;
  if (finding.kind === 'none') return 'absent';
  if (finding.kind === 'unknown') return uncertain(`It may be there; ${finding.reason}`);
  // All that were found belong to other rows: this one has not arrived.
  return (await adopted(options, record, finding)) ?? 'absent';
}

async function adopted(options: SenderOptions, record: SentRecord, { ids }: Extract<Finding, { kind: 'found' }>) {
  for (const id of ids) if (!(await options.isTaken(record, id))) return { state: 'adopted', id, reason: null } as const;
  return undefined;
}

async function post({ api, pushId }: SenderOptions, record: SentRecord, attempt: number): Promise<HttpAnswer | undefined> {
  const { key, path, resource, secrets } = record;
  const request = { method: 'POST', path, body: bodyOf(record), headers: idempotencyKey(pushId, path, [key]) } as const;
  return api.send(request, { entity: resource.entity.name, keys: [key], attempt, secrets }, judgementOf);
}

export function judgementOf(answer: HttpAnswer): Judgement {
  const verdict = verdictOf(answer);
  const isDone = verdict === 'done' && answer.kind === 'answer';
  return { outcome: isDone ? 'created' : verdict, id: isDone ? idIn(answer.body) : undefined };
}

/** The answer to a creation says the id. Where it does not, the record is looked up, should others refer to it, or the answer be odd. */
async function created(options: SenderOptions, record: SentRecord, answer: HttpAnswer): Promise<Outcome | undefined> {
  const id = answer.kind === 'answer' ? idIn(answer.body) : undefined;
  if (id !== undefined) return { state: 'created', id, reason: null };
  if (!record.resource.referred && answer.kind === 'answer' && isPlain(answer.body))
    return { state: 'created', id: null, reason: null };
  const known = await settleDoubt(options, record);
  return known === 'absent' ? uncertain('The answer to the POST has no id, and the record is not in the list') : known;
}

/** The API has the record, or something is wrong with it: which, the look-up tells. */
async function refused(options: SenderOptions, record: SentRecord, answer: HttpAnswer): Promise<Outcome | undefined> {
  const finding = filterOf(record) ? await lookUp(options.api, record) : { kind: 'none' as const };
  if (!finding) return undefined;
  const found = finding.kind === 'found' ? await adopted(options, record, finding) : undefined;
  return found ?? { state: 'failed', id: null, reason: options.api.reason(answer, record.secrets) };
}

/** After the last attempt. */
export async function givenUp(
  options: SenderOptions,
  record: SentRecord,
  answer: HttpAnswer,
  doubtful: boolean,
): Promise<Outcome | undefined> {
  const told = options.api.reason(answer, record.secrets);
  if (verdictOf(answer) === 'unsent') throw unreachable(options.target, told);
  if (!doubtful) return { state: 'failed', id: null, reason: told };
  const known = await settleDoubt(options, record);
  if (known !== 'absent') return known?.state === 'uncertain' ? uncertain(`${told}. ${known.reason}`) : known;
  return uncertain(`${told}; given up after ${ATTEMPTS} attempts`);
}

function uncertain(reason: string): Outcome {
  return { state: 'uncertain', id: null, reason };
}
