import { StoreError } from '../error.ts';

/**
 * The URL without its secrets, for people and logs.
 *
 * @throws StoreError INVALID_STORE_URL when it is none.
 */
export function shownUrl(url: string): string {
  // A socket's URL has a user without a host, which `URL` does not take.
  const [, scheme = '', user = '', rest = ''] = /^(postgres(?:ql)?:\/\/)(?:([^/?#]*)@)?(.*)$/.exec(url) ?? [];
  const [name = ''] = user.split(':');
  const [place = '', parameters] = rest.split(/\?(.*)/);
  if (scheme === '' || rest.includes('#') || !URL.canParse(`postgres://${place.startsWith('/') ? 'socket' : ''}${rest}`))
    throw invalid(url);
  const kept = new URLSearchParams(parameters);
  for (const key of ['password', 'sslpassword']) kept.delete(key);
  return `${scheme}${name === '' ? '' : `${name}@`}${place}${kept.size > 0 ? `?${kept}` : ''}`;
}

/** What stands before the last `@` may be a password, with any sign in it. */
function invalid(url: string): StoreError {
  const shown = url.replace(/\/\/.*@/, '//***@').replace(/password=[^&]*/g, 'password=***');
  const message = `"${shown}" names no database; write postgres://USER:PASSWORD@HOST:PORT/NAME. Signs like @ / # in a password are written %40 %2F %23.`;
  return new StoreError('INVALID_STORE_URL', message, { details: { url: shown } });
}
