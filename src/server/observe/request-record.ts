import { randomUUID } from 'node:crypto';
import { type DocumentNode, getOperationAST, type OperationTypeNode } from 'graphql';

/** Ids that clients may give: short, and harmless in logs and headers. */
const SANE_ID = /^[\w.:/+=-]{1,128}$/;

/** What is worth knowing of a request. Never more: no documents, variables, headers or tokens. */
export class RequestRecord {
  /** The client's own, where it is sane. */
  readonly id: string;
  /** GET, POST, ...; WS for an operation over WebSocket. */
  readonly method: string;
  /** Without the query, which may hold a document and its variables. */
  readonly path: string;
  /** The dataset that the header, or the connection parameter, names. */
  readonly dataset: string | undefined;
  /** The operations that were run; more than one in a batch. */
  readonly operations: { readonly type: OperationTypeNode; readonly name: string | undefined }[] = [];
  readonly errorCodes = new Set<string>();
  readonly #startedAt = performance.now();
  #seconds: number | undefined;

  constructor({ id, method, path, dataset }: { id?: string | null; method: string; path: string; dataset?: string | undefined }) {
    this.id = id && SANE_ID.test(id) ? id : randomUUID();
    this.method = method;
    this.path = path;
    this.dataset = dataset?.slice(0, 63);
  }

  /** How long it took, in seconds; so far, while it is under way. */
  get seconds(): number {
    return this.#seconds ?? (performance.now() - this.#startedAt) / 1000;
  }

  addOperation({ document, operationName }: { document: DocumentNode; operationName?: string | null | undefined }): void {
    const operation = getOperationAST(document, operationName);
    if (operation) this.operations.push({ type: operation.operation, name: operation.name?.value.slice(0, 100) });
  }

  /** Notes their codes. Masked ones are given the id under which they are logged: `extensions.requestId`. */
  addErrors(errors: readonly { readonly extensions?: Record<string, unknown> | undefined }[] | undefined): void {
    for (const { extensions } of errors ?? []) {
      this.errorCodes.add(String(extensions?.code ?? 'UNKNOWN'));
      if (extensions?.code === 'INTERNAL_SERVER_ERROR') extensions.requestId = this.id;
    }
  }

  /** Stops the clock. False when that was done before. */
  finish(): boolean {
    if (this.#seconds !== undefined) return false;
    this.#seconds = this.seconds;
    return true;
  }
}
