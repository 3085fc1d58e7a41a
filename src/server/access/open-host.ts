import { isLoopback } from '../../loopback.ts';
import { ServerError } from '../error.ts';
import type { Access } from './tokens.ts';

/** @throws ServerError TOKEN_REQUIRED when other machines could reach a host without a token. */
export function refuseOpenHost(host: string, access: Access): void {
  if (access.guarded || isLoopback(host)) return;
  throw new ServerError(
    'TOKEN_REQUIRED',
    `Other machines can reach the host "${host}", so it is served only to those who have a token: ` +
      'start with --token TOKEN, or SEEDGRAPH_TOKENS=read:TOKEN,write:TOKEN,admin:TOKEN; or leave --host out to serve this machine only.',
    { path: ['host'] },
  );
}
