import type { Generation, Ledger } from '../store/index.ts';
import type { Api } from './api.ts';
import { type OnOutcome, sendBulk } from './bulk.ts';
import { PushError } from './error.ts';
import { inParallel } from './in-parallel.ts';
import type { Level } from './levels.ts';
import { keptId } from './record-id.ts';
import { type SenderOptions, sendRecord } from './sender.ts';
import { type Unit, unitsOf } from './units.ts';

/** What is sent, where it is written down, and how. */
export interface PushOptions {
  readonly generation: Generation;
  readonly ledger: Ledger;
  readonly levels: readonly Level[];
  readonly api: Api;
  readonly target: string;
  readonly concurrency: number;
  readonly password: string | undefined;
  readonly honoursIdempotencyKeys: boolean;
  /** A row is at the API. */
  readonly onRow: (entity: string) => void;
}

/** So many records in a row that came to nothing: it is not the records. */
const MOST_IN_A_ROW = 20;

/**
 * Sends everything that the ledger does not know to be at the API: one level after the other, and within a level so many requests at
 * a time. Records that are refused are written down, and those that refer to them are skipped.
 *
 * @throws PushError when there is no sense in going on; what was sent is in the ledger.
 */
export async function push(options: PushOptions): Promise<void> {
  const { generation, ledger, levels, api, target, concurrency, password, honoursIdempotencyKeys } = options;
  const head = await ledger.head();
  if (!head) throw new TypeError('The ledger has not been begun.');
  const sender: SenderOptions = {
    api,
    target,
    pushId: head.id,
    honoursIdempotencyKeys,
    isTaken: async ({ key, resource }, id) => ((await ledger.holder(resource.entity.name, keptId(id))) ?? key) !== key,
  };
  const onOutcome = recorder(options);
  for (const level of levels) {
    const units = unitsOf({ generation, ledger, unknownBefore: head.unknownBefore, password }, level);
    await inParallel(untilStopped(units, api), concurrency, (unit) => sendUnit(sender, unit, onOutcome));
  }
}

async function sendUnit(sender: SenderOptions, { resource, records, inDoubt }: Unit, onOutcome: OnOutcome): Promise<void> {
  const [record] = records;
  if (!record) return;
  const isBulk = resource.bulk?.group.every(({ name }) => name in record.values) ?? false;
  if (isBulk) return sendBulk(sender, { resource, records }, inDoubt, onOutcome);
  const outcome = await sendRecord(sender, record, inDoubt.has(record.key));
  if (outcome) await onOutcome(record, outcome);
}

/** Writes down what came of each record, and ends the push when nothing works any more. */
function recorder({ ledger, onRow, target }: PushOptions): OnOutcome {
  let inARow = 0;
  return async ({ key, resource }, outcome) => {
    const { name } = resource.entity;
    await ledger.write(name, [{ key, ...outcome, id: outcome.id === null ? null : keptId(outcome.id) }]);
    if (outcome.state === 'created' || outcome.state === 'adopted') onRow(name);
    inARow = outcome.state === 'uncertain' ? inARow + 1 : 0;
    if (inARow < MOST_IN_A_ROW) return;
    throw new PushError(
      'TARGET_FAILING',
      `${target} has failed ${inARow} records in a row, the last with: ${outcome.reason}. Mend it and push again; it goes on where it stopped.`,
    );
  };
}

async function* untilStopped(units: AsyncIterable<Unit>, api: Api): AsyncGenerator<Unit> {
  for await (const unit of units) {
    if (api.shouldStop) return;
    yield unit;
  }
}
