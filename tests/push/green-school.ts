import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { bulk, type Kind, kinds } from './green-school-table.ts';

export type Fields = Record<string, unknown>;

/**
 * How a request goes wrong. Before it is handled: an error, a limit, silence until the client gives up, a cut connection. After: an
 * error, silence, a cut connection, an answer that is cut off. `slow` only takes its time; `late` handles it when the client has given up.
 */
export type Fault =
  | 'error'
  | 'limit'
  | 'hang'
  | 'cut'
  | 'error-after'
  | 'hang-after'
  | 'cut-after'
  | 'cut-answer'
  | 'slow'
  | 'late';

export interface Behaviour {
  /** The key that every request needs. */
  readonly key?: string;
  /** Refuses records that equal others in what must be unique. Default: true. */
  readonly unique?: boolean;
  /** Answers a POST again whose `Idempotency-Key` it has seen. Default: false. */
  readonly idempotent?: boolean;
  /** Whether there are lists that heed filters, lists of everything, or none. Default: `filtered`. */
  readonly lists?: 'filtered' | 'unfiltered' | 'none';
  /** Fields that it does not know: it neither keeps them nor heeds them in filters. Default: none. */
  readonly unknown?: readonly string[];
  /** Records on the first page of a list, which is all that one gets. Default: 100. */
  readonly page?: number;
  readonly fault?: (method: string, path: string, count: number) => Fault | undefined;
  /** Refuses a record for a reason of its own. */
  readonly refuse?: (kind: string, record: Fields) => string | undefined;
  /** What `Retry-After` says. Default: 0 seconds. */
  readonly retryAfter?: () => string;
  /** Milliseconds that slow and late answers take. Default: 20. */
  readonly delay?: number;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The API of the Green School Management System over HTTP: keeps records under ids of its own, and misbehaves when asked to. */
export class GreenSchool {
  /** Can be changed while it runs. */
  behaviour: Behaviour;
  readonly records = new Map<string, Fields[]>(Object.keys(kinds).map((kind) => [kind, []]));
  readonly requests: { readonly method: string; readonly path: string; readonly headers: IncomingMessage['headers'] }[] = [];
  /** The most requests that were under way at a time. */
  mostAtOnce = 0;
  #atOnce = 0;
  readonly #answered = new Map<string, Answer>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(behaviour: Behaviour = {}) {
    this.behaviour = behaviour;
  }

  /** Serves until it is closed, or the test ends. Default: on any free port. */
  async listen(port = 0): Promise<string> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    onTestFinished(() => this.close());
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  of(kind: string): readonly Fields[] {
    return this.records.get(kind) ?? [];
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    const { pathname, searchParams } = new URL(url, 'http://school');
    this.requests.push({ method, path: pathname, headers: request.headers });
    const fault = this.behaviour.fault?.(method, pathname, this.requests.length);
    this.#atOnce++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    response.once('close', () => this.#atOnce--);
    const body = await text(request).catch(() => '');
    if (fault === 'slow' || fault === 'late') await new Promise((resolve) => setTimeout(resolve, this.behaviour.delay ?? 20));
    if (fault === 'hang') return;
    if (fault === 'cut') return void request.socket.destroy();
    if (fault === 'error') return send(response, { status: 500, body: { detail: 'out of order' } });
    if (fault === 'limit') {
      response.setHeader('retry-after', this.behaviour.retryAfter?.() ?? '0');
      return send(response, { status: 429, body: { detail: 'too many requests' } });
    }
    const answer = this.#answer(request, pathname, searchParams, body);
    if (fault === 'hang-after') return;
    if (fault === 'cut-after') return void request.socket.destroy();
    if (fault === 'error-after') return send(response, { status: 502, body: 'bad gateway' });
    if (fault === 'cut-answer') {
      response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': 10_000 });
      return void response.write('{"id": "', () => request.socket.destroy());
    }
    send(response, answer);
  }

  #answer({ method, headers }: IncomingMessage, path: string, search: URLSearchParams, body: string): Answer {
    const { key, idempotent } = this.behaviour;
    if (key !== undefined && headers.authorization !== `Bearer ${key}`) return { status: 401, body: { detail: 'who are you?' } };
    const resource = path.replace(/^\/api\/v1\//, '');
    if (method === 'GET') return this.#list(resource, search);
    const once = headers['idempotency-key'];
    const known = idempotent && typeof once === 'string' ? this.#answered.get(once) : undefined;
    if (known) return known;
    const answer = this.#post(resource, JSON.parse(body) as Fields);
    if (typeof once === 'string') this.#answered.set(once, answer);
    return answer;
  }

  #post(resource: string, given: Fields): Answer {
    if (resource === bulk.path) return this.#postBulk(given);
    const found = kindAt(resource);
    if (!found) return { status: 404, body: { detail: 'Not Found' } };
    return this.#add(found.name, found.kind, { ...given, ...found.owner });
  }

  /** All or none, as one transaction. */
  #postBulk(given: Fields): Answer {
    const missing = bulk.required.filter((name) => given[name] === undefined);
    if (missing.length > 0) return { status: 422, body: { detail: `required: ${missing}` } };
    const { student_statuses: items, ...shared } = given as Fields & { student_statuses: Fields[] };
    const kind = kinds.attendance as Kind;
    const wanted = items.map((item) => ({ ...shared, ...item }));
    const refused = wanted.map((record) => this.#check('attendance', kind, record)).find((answer) => answer !== undefined);
    if (refused) return refused;
    return { status: 201, body: wanted.map((record) => this.#add('attendance', kind, record).body) };
  }

  #add(name: string, kind: Kind, given: Fields): Answer {
    const refused = this.#check(name, kind, given);
    if (refused) return refused;
    const { unknown = [] } = this.behaviour;
    const known = Object.fromEntries(Object.entries(given).filter(([field]) => !unknown.includes(field)));
    const record = { ...known, id: randomUUID() };
    this.records.get(name)?.push(record);
    return { status: 201, body: record };
  }

  #check(name: string, kind: Kind, given: Fields): Answer | undefined {
    const { unique = true, refuse } = this.behaviour;
    const missing = kind.required.filter((field) => given[field] === undefined || given[field] === null);
    if (missing.length > 0) return { status: 422, body: { detail: `required: ${missing}` } };
    for (const [field, target] of Object.entries(kind.references)) {
      const id = given[field];
      if (id !== undefined && !this.of(target).some((record) => record.id === id)) {
        return { status: 422, body: { detail: `${field} ${id} is not one of ${target}` } };
      }
    }
    for (const [field, values] of Object.entries(kind.enumerations ?? {})) {
      const value = given[field];
      if (value !== undefined && !values.includes(String(value))) return { status: 422, body: { detail: `${field}: ${value}` } };
    }
    const own = refuse?.(name, given);
    if (own !== undefined) return { status: 422, body: { detail: own } };
    const twice = kind.unique.some((fields) =>
      this.of(name).some((record) => fields.every((field) => record[field] === given[field])),
    );
    return unique && twice ? { status: 409, body: { detail: 'exists' } } : undefined;
  }

  #list(resource: string, search: URLSearchParams): Answer {
    const found = kindAt(resource);
    const { lists = 'filtered', page = 100, unknown = [] } = this.behaviour;
    if (lists === 'none') return { status: 405, body: { detail: 'Method Not Allowed' } };
    if (!found) return { status: 404, body: { detail: 'Not Found' } };
    const wanted = lists === 'unfiltered' ? [] : [...search].filter(([field]) => !unknown.includes(field));
    const own = Object.entries(found.owner);
    const records = this.of(found.name).filter((record) =>
      [...wanted, ...own].every(
        ([field, value]) => (typeof record[field] === 'string' ? record[field] : JSON.stringify(record[field])) === value,
      ),
    );
    return { status: 200, body: { data: records.slice(0, page), total: records.length } };
  }
}

/** The kind that a path is about, and the record that it lies under: `parents/3/students`. */
function kindAt(resource: string): { readonly name: string; readonly kind: Kind; readonly owner: Fields } | undefined {
  for (const [name, kind] of Object.entries(kinds)) {
    const [, field] = /\{(\w+)\}/.exec(kind.path) ?? [];
    const match = new RegExp(`^${kind.path.replace(/\{\w+\}/, '([\\w-]+)')}$`).exec(resource);
    if (match) return { name, kind, owner: field === undefined ? {} : { [field]: match[1] } };
  }
  return undefined;
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
