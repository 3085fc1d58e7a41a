import { isLoopback } from '../loopback.ts';
import { PushError } from './error.ts';

/**
 * The base URL of an API in the one form that it is known by: without a slash at its end.
 *
 * @throws PushError INVALID_TARGET when it is no http or https URL, or has a user, a query or a fragment.
 */
export function targetOf(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const refuse = (why: string) => new PushError('INVALID_TARGET', why, { path: ['baseUrl'] });
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw refuse('The base URL of the API must be an address such as http://localhost:8000.');
  }
  if (url.username || url.password) {
    throw refuse('A base URL holds no user and password. The key goes into the variable SEEDGRAPH_API_KEY.');
  }
  if (url.search || url.hash) throw refuse('A base URL has no query and no fragment.');
  // Not `href`, which has the question mark of an empty query.
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Keys and data of a push are not for everybody on the way. @throws PushError INSECURE_TARGET for http beyond this machine. */
export function refuseOpenWire(target: string): void {
  const { protocol, hostname } = new URL(target);
  if (protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''))) return;
  throw new PushError(
    'INSECURE_TARGET',
    `${target} is not on this machine, and http can be read on the way. Use https, or --allow-http in a network that you trust.`,
    { path: ['baseUrl'], details: { target } },
  );
}

/** Admits the named targets alone. @throws PushError INVALID_TARGET for a name that is no base URL. */
export function refuseTargetsBut(allowed: readonly string[]): (target: string) => void {
  const known = new Set(allowed.map(targetOf));
  return (target) => {
    if (known.has(target)) return;
    const message = `This server does not push to ${target}. Its operator can let it: --allow-push ${target}, or SEEDGRAPH_PUSH_TARGETS.`;
    throw new PushError('PUSH_NOT_ALLOWED', message, { path: ['baseUrl'], details: { target } });
  };
}
