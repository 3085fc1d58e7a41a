import { unauthorized } from './api.ts';
import { unreachable } from './error.ts';
import { type HttpOptions, openHttp } from './http.ts';
import type { Level } from './levels.ts';

/** How long a check may take, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Asks for a list, so that a target that is not there, or does not know us, is found before anything is recorded. Any other answer
 * is good enough: not every API has lists.
 *
 * @throws PushError TARGET_UNREACHABLE or TARGET_UNAUTHORIZED.
 */
export async function checkTarget(options: HttpOptions, levels: readonly Level[]): Promise<void> {
  const path = levels[0]?.[0]?.path;
  if (path === undefined) return;
  const http = await openHttp({ ...options, timeout: Math.min(options.timeout, PATIENCE) });
  try {
    const first = await http.send({ method: 'GET', path });
    const answer = first.kind === 'failure' && first.status === undefined ? await http.send({ method: 'GET', path }) : first;
    // Of a list that is too long, or does not end, the beginning is enough.
    if (answer.kind === 'failure' && answer.status === undefined) throw unreachable(options.target, answer.reason);
    if (answer.status !== undefined && [401, 403, 407].includes(answer.status)) throw unauthorized(`HTTP ${answer.status}`);
  } finally {
    await http.close();
  }
}
