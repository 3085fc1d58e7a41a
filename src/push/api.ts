import { reasonOf, verdictOf } from './answer.ts';
import type { AuditLog } from './audit.ts';
import { PushError } from './error.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http.ts';
import type { RecordId } from './record-id.ts';
import { pauseAfter, retryAfter, wait } from './waiting.ts';

/** How often a request is sent before it is given up. */
export const ATTEMPTS = 3;

/** A target that wants a longer pause, or limits one request so often, is better pushed to at another time. In milliseconds. */
const LONGEST_LIMIT = 5 * 60_000;
const MOST_LIMITS = 50;

/** What an operation is about, for the audit. */
export interface Operation {
  readonly entity: string;
  readonly keys: readonly string[];
  readonly attempt: number;
  /** Must not be seen. */
  readonly secrets: readonly string[];
}

/** What an answer came to. */
export interface Judgement {
  readonly outcome: string;
  readonly id?: RecordId | undefined;
}

/** What the API runs on. */
export interface ApiOptions {
  readonly http: HttpClient;
  readonly target: string;
  readonly audit: AuditLog;
  readonly shouldStop: () => boolean;
  /** Milliseconds that a request may take. */
  readonly timeout: number;
  /** Never in a reason or the audit, whatever the API says. */
  readonly secrets: readonly string[];
}

/** One operation after the other: holds all back while the API limits requests, and writes each down. */
export class Api {
  readonly #options: ApiOptions;
  /** Nobody sends before this moment of `performance.now()`. */
  #openAt = 0;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  get shouldStop(): boolean {
    return this.#options.shouldStop();
  }

  /**
   * Sends a request, again while it is limited, and returns the answer; undefined when it was not sent any more because of a stop.
   *
   * @throws PushError for an answer that no other request would better: TARGET_UNAUTHORIZED, TARGET_REFUSED, TARGET_LIMITED.
   */
  async send(
    request: HttpRequest,
    operation: Operation,
    judge: (answer: HttpAnswer) => Judgement,
  ): Promise<HttpAnswer | undefined> {
    for (let limited = 0; ; limited++) {
      await wait(this.#openAt - performance.now(), this.#options.shouldStop);
      if (this.shouldStop) return undefined;
      const answer = await this.#once(request, operation, judge);
      const verdict = verdictOf(answer);
      // Whether a list can be had is for those to judge who look something up.
      if (verdict === 'stop' && (request.method === 'POST' || isUnauthorized(answer))) throw this.#stopped(request, answer);
      if (verdict !== 'limited') return answer;
      this.#holdBack(answer, limited);
    }
  }

  /**
   * Waits before the attempt after the `attempt`th: as long as the API asks for, or a moment. What came too late is given as much
   * time again, so that a look-up finds it.
   *
   * @throws PushError TARGET_LIMITED when the API asks for longer than anybody would wait.
   */
  async pause(answer: HttpAnswer, attempt: number): Promise<void> {
    const late = answer.kind === 'failure' && answer.late ? this.#options.timeout : undefined;
    const asked = answer.kind === 'answer' ? retryAfter(answer.retryAfter) : late;
    if (answer.kind === 'answer' && (asked ?? 0) > LONGEST_LIMIT) throw this.#limited(asked);
    await wait(Math.min(asked ?? pauseAfter(attempt), LONGEST_LIMIT), this.#options.shouldStop);
  }

  /** Why the API did not do as asked, without what must not be seen. */
  reason(answer: HttpAnswer, secrets: readonly string[] = []): string {
    return reasonOf(answer, [...this.#options.secrets, ...secrets]);
  }

  async #once(request: HttpRequest, operation: Operation, judge: (answer: HttpAnswer) => Judgement): Promise<HttpAnswer> {
    const { entity, keys, attempt, secrets } = operation;
    const time = new Date().toISOString();
    const begin = performance.now();
    const answer = await this.#options.http.send(request);
    const ms = Math.round((performance.now() - begin) * 10) / 10;
    const good = answer.kind === 'answer' && answer.status < 300;
    const { outcome, id } = verdictOf(answer) === 'limited' ? { outcome: 'limited' } : judge(answer);
    await this.#options.audit.write({
      time,
      method: request.method,
      path: pathOf(request),
      entity,
      keys,
      attempt,
      status: answer.kind === 'answer' ? answer.status : null,
      ms,
      outcome,
      ...(id !== undefined && { id }),
      ...(!good && { reason: this.reason(answer, secrets) }),
    });
    return answer;
  }

  #holdBack(answer: HttpAnswer, limited: number): void {
    const asked = answer.kind === 'answer' ? retryAfter(answer.retryAfter) : undefined;
    if ((asked ?? 0) > LONGEST_LIMIT || limited >= MOST_LIMITS) throw this.#limited(asked);
    this.#openAt = Math.max(this.#openAt, performance.now() + (asked ?? pauseAfter(limited + 1)));
  }

  #limited(asked = 0): PushError {
    const seconds = Math.ceil(asked / 1000);
    const when = seconds > 0 && Number.isSafeInteger(seconds) ? `in ${seconds} s` : 'later';
    return new PushError(
      'TARGET_LIMITED',
      `${this.#options.target} takes no more requests at present. Push again ${when}; it goes on where it stopped.`,
    );
  }

  #stopped({ method, path }: HttpRequest, answer: HttpAnswer): PushError {
    const { target } = this.#options;
    const told = this.reason(answer);
    if (isUnauthorized(answer)) return unauthorized(told);
    return new PushError(
      'TARGET_REFUSED',
      `${target} does not take ${method} ${path} (${told}). Check that the base URL is the one that /api is under, and that the API is of the version that the domain describes.`,
      { path: ['baseUrl'], details: { target, path } },
    );
  }
}

/** The key is missing, wrong, or may not do this. */
export function unauthorized(told: string): PushError {
  return new PushError(
    'TARGET_UNAUTHORIZED',
    `The API refuses the key, or needs one (${told}). Set SEEDGRAPH_API_KEY to one that may create records.`,
  );
}

function isUnauthorized(answer: HttpAnswer): boolean {
  return answer.kind === 'answer' && [401, 403, 407].includes(answer.status);
}

function pathOf({ path, query }: HttpRequest): string {
  if (!query) return path;
  const filter = Object.entries(query).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `${path}?${filter.join('&')}`;
}
