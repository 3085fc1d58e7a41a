import type { Json } from '../definition/index.ts';
import type { HttpAnswer } from './http.ts';
import type { RecordId } from './record-id.ts';

/**
 * What an answer to a POST means. `refused`: for good; `duplicate`: the API has such a record already; `limited`: too many requests,
 * nothing was done; `doubtful`: it may have been done; `unsent`: it has not arrived; `stop`: no request can do any better.
 */
export type Verdict = 'done' | 'duplicate' | 'refused' | 'limited' | 'doubtful' | 'unsent' | 'stop';

/** Statuses that speak of the caller or the endpoint and not of the record. */
const STOPPING: readonly number[] = [401, 402, 403, 404, 405, 407, 410, 501, 505];

export function verdictOf(answer: HttpAnswer): Verdict {
  if (answer.kind === 'failure') return answer.sent ? 'doubtful' : 'unsent';
  const { status } = answer;
  if (status >= 200 && status < 300) return 'done';
  if (status === 429) return 'limited';
  if (status === 409) return 'duplicate';
  if (STOPPING.includes(status) || status < 400) return 'stop';
  return status === 408 || status >= 500 ? 'doubtful' : 'refused';
}

/** Ids longer than this are none. */
const LONGEST_ID = 500;

/** The id of the record that an answer tells of, bare or under `data`. */
export function idIn(body: Json): RecordId | undefined {
  const { id, data = null } = partsOf(body);
  return [id, partsOf(data).id].find((value) => typeof value === 'number' || (typeof value === 'string' && isIdText(value))) as
    | RecordId
    | undefined;
}

function isIdText(text: string): boolean {
  return text !== '' && text.length <= LONGEST_ID;
}

/** Whether an answer without an id may stand for success: it has nothing to say, or nothing that sounds like a failure or a web page. */
export function isPlain(body: Json): boolean {
  if (typeof body === 'string') return body.trim() === '';
  const { error = null, errors = null, success = true } = partsOf(body);
  return (
    success !== false &&
    (error === null || error === false) &&
    (errors === null || (Array.isArray(errors) && errors.length === 0))
  );
}

/** The records of a list, bare or under `data`, `items` or `results`; undefined when the answer has none. */
export function recordsIn(body: Json): readonly Readonly<Record<string, Json>>[] | undefined {
  const { data, items, results } = partsOf(body);
  const list = [body, data, items, results].find((candidate) => Array.isArray(candidate));
  if (!Array.isArray(list)) return undefined;
  const records: readonly Json[] = list;
  return records.map(partsOf);
}

/** So much of what an API says is told. */
const LONGEST_REASON = 300;

/** Why the API did not do as asked, in its own words without the secrets. */
export function reasonOf(answer: HttpAnswer, secrets: readonly string[] = []): string {
  if (answer.kind === 'failure') return hide(answer.reason, secrets);
  const { detail, message, error, errors } = partsOf(answer.body);
  const told = detail ?? message ?? errors ?? error ?? answer.body;
  const text = typeof told === 'string' ? told : JSON.stringify(told);
  // Hidden before it is cut, so that no part of a secret is left.
  const shown = hide(text, secrets).replaceAll(/\s+/g, ' ').slice(0, LONGEST_REASON);
  return `HTTP ${answer.status}${shown ? `: ${shown}` : ''}`;
}

/** Secrets as they are, and as JSON and addresses write them. */
function hide(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  return forms.reduce((shown, form) => shown.replaceAll(form, '***'), text);
}

/** The keys of an object; none of anything else. */
function partsOf(value: Json): Readonly<Record<string, Json>> {
  // Arrays have been sorted out, which TypeScript does not see for readonly ones.
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};
}
