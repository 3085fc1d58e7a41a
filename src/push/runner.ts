import { randomUUID } from 'node:crypto';
import type { DomainModel } from '../definition/index.ts';
import type { Generation, Ledger, Store } from '../store/index.ts';
import { Api } from './api.ts';
import { type AuditLog, noAudit } from './audit.ts';
import { checkTarget } from './check-target.ts';
import { PushError } from './error.ts';
import { openHttp } from './http.ts';
import { completeInput, type PushInput } from './input.ts';
import { type Level, levelsOf } from './levels.ts';
import { push } from './push.ts';
import { missingRows, type PushReport, reportOf } from './report.ts';
import { restApiOf } from './resource.ts';
import { headersOf, type PushSettings } from './settings.ts';
import { targetOf } from './target.ts';

/** What pushes of one process have in common. */
export interface PushRunnerOptions {
  readonly store: Store;
  /** Throws for a target that must not be pushed to. */
  readonly admit: (target: string) => void;
  readonly settings: PushSettings;
  /** Opens the log of operations. Default: there is none. */
  readonly audit?: () => Promise<AuditLog>;
}

/** What is pushed. */
export interface PushTask {
  readonly domain: DomainModel;
  readonly generation: Generation;
  /** The digest of the generation. */
  readonly digest: string;
  /** A `PushInput`; with `restart` what is known of earlier pushes is forgotten, and each record looked up before it is sent. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a push tells, and is told, while it runs. */
export interface PushHooks {
  readonly onRows: (entity: string, rows: number) => void;
  readonly shouldStop: () => boolean;
}

/** How a push ended. */
export interface PushEnd {
  /** False when it was stopped. */
  readonly complete: boolean;
  readonly error?: { readonly code: string; readonly message: string };
  readonly report: PushReport;
}

/** Pushes as jobs run them: checked first, then run; a run that was cut off is gone on with by another. */
export class PushRunner {
  readonly #options: PushRunnerOptions;

  constructor(options: PushRunnerOptions) {
    this.#options = options;
  }

  /**
   * Checks all that can be checked, and tells what there is to do and what is done of it. Nothing is recorded on an error.
   *
   * @throws PushError.
   */
  async prepare({ domain, generation, digest, input }: PushTask) {
    const { restart, ...kept } = input;
    const { target, levels, timeout } = this.#plan(domain, kept);
    await checkTarget({ target, timeout, headers: headersOf(this.#options.settings), connections: 1 }, levels);
    const ledger = await this.#ledger(generation, domain, target);
    try {
      await beginIn(ledger, digest, restart === true);
      const { entities } = await reportOf(target, levels, await generation.state(), ledger);
      const steps = entities.map(({ entity, rows, created, adopted }) => ({
        entity,
        planned: rows,
        inserted: created + adopted,
      }));
      return { input: kept, steps };
    } finally {
      await ledger.close();
    }
  }

  /** @throws PushError PUSH_OUTDATED; whatever else ends it is in the result. */
  async run({ domain, generation, digest, input }: PushTask, hooks: PushHooks): Promise<PushEnd> {
    const { settings } = this.#options;
    const { target, levels, timeout, concurrency } = this.#plan(domain, input);
    const headers = headersOf(settings);
    const audit = (await this.#options.audit?.()) ?? noAudit;
    const ledger = await this.#ledger(generation, domain, target);
    const http = await openHttp({ target, timeout, connections: concurrency, headers });
    try {
      await beginIn(ledger, digest, false);
      const secrets = settings.apiKey === undefined ? [] : [settings.apiKey];
      const api = new Api({ http, target, timeout, audit, secrets, shouldStop: hooks.shouldStop });
      const { honoursIdempotencyKeys = false } = restApiOf(domain);
      const error = await push({
        ...{ generation, ledger, levels, api, target, concurrency, honoursIdempotencyKeys },
        password: settings.password,
        onRow: (entity) => hooks.onRows(entity, 1),
      }).then(() => undefined, expected);
      return endOf(await reportOf(target, levels, await generation.state(), ledger), error, hooks.shouldStop());
    } finally {
      await http.close();
      await audit.close();
      await ledger.close();
    }
  }

  #plan(domain: DomainModel, input: Readonly<Record<string, unknown>>) {
    // Inputs are written by those who know this runner, and kept by jobs as they are.
    const { baseUrl, features, concurrency, timeout } = completeInput(input as unknown as PushInput);
    const target = targetOf(baseUrl);
    this.#options.admit(target);
    const levels: readonly Level[] = levelsOf(domain, features);
    return { target, levels, concurrency, timeout };
  }

  #ledger({ dataset }: Generation, domain: DomainModel, target: string): Promise<Ledger> {
    return this.#options.store.ledger(dataset, domain, target);
  }
}

async function beginIn(ledger: Ledger, digest: string, restart: boolean): Promise<void> {
  const head = await ledger.head();
  if (!head || restart) return ledger.begin({ id: randomUUID(), digest, unknownBefore: restart });
  if (head.digest === digest) return;
  throw new PushError(
    'PUSH_OUTDATED',
    'The dataset has changed since it was pushed there. With --restart (GraphQL: restart: true) all of it is pushed anew: records that exist are looked up and kept as they are.',
    { path: ['restart'] },
  );
}

/** What a push raises on purpose ends it; other errors are mistakes of ours. */
function expected(error: unknown): PushError {
  if (error instanceof PushError) return error;
  throw error;
}

function endOf(report: PushReport, error: PushError | undefined, stopped: boolean): PushEnd {
  if (error) return { complete: true, error: { code: error.code, message: error.message }, report };
  if (stopped) return { complete: false, report };
  const missing = missingRows(report);
  if (missing === 0) return { complete: true, report };
  const message = `${missing} of ${report.entities.reduce((sum, { rows }) => sum + rows, 0)} rows are not at ${report.target}. Push again to try them once more.`;
  return { complete: true, error: { code: 'PUSH_INCOMPLETE', message }, report };
}
