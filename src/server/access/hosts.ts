import { isLoopback } from '../../loopback.ts';
import type { Refusal } from '../refusal.ts';

/** Why a request is turned away because of its header `Host`; undefined when it is not. */
export type HostRule = (header: string | undefined) => Refusal | undefined;

/** For servers that other machines may reach: whoever comes in has a token, by whatever name it knows the server. */
export const anyHost: HostRule = () => undefined;

/**
 * For servers on loopback. A page of any site can point a name of its own at 127.0.0.1 and would then count as of the same origin
 * (DNS rebinding), so that only names of this machine, on any port, and the `allowed` ones are served. Browsers always send
 * the header; who sends none is no browser.
 */
export function localHosts(allowed: readonly string[]): HostRule {
  const known = new Set(allowed.map((host) => host.toLowerCase()));
  // Mostly all requests name the same host, and to look into it took 1.6 % of a small one.
  let last: string | undefined;
  return (header) => {
    if (header === undefined || header === last || known.has(header.toLowerCase())) return undefined;
    const name = hostnameOf(header);
    if (name !== undefined && (isLoopback(name) || known.has(name))) {
      last = header;
      return undefined;
    }
    const message = `This server is for its own machine and is not known as "${header}"; use localhost, or start it with --allow-host.`;
    return { status: 421, code: 'HOST_NOT_ALLOWED', message };
  };
}

/** `[::1]:4000` -> `::1`. Undefined when it is no host. */
function hostnameOf(header: string): string | undefined {
  if (!/^[\w.:[\]-]+$/.test(header) || !URL.canParse(`http://${header}`)) return undefined;
  return new URL(`http://${header}`).hostname.replace(/^\[(.*)\]$/, '$1');
}
