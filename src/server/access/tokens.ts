import { createHash, timingSafeEqual } from 'node:crypto';
import { ServerError } from '../error.ts';
import { isRole, ROLES, type Role } from './role.ts';

/** A secret, and what its bearer may do. */
export interface AccessToken {
  readonly role: Role;
  readonly token: string;
}

/**
 * Reads `read:abc,write:def,admin:xyz`. Spaces around entries do not matter; a token is any text without spaces and commas.
 *
 * @throws ServerError INVALID_TOKENS, which names the place of the entry that is wrong and never shows a token.
 */
export function parseTokens(text: string): AccessToken[] {
  return text.split(',').map((entry, index) => parseToken(entry.trim(), index + 1));
}

function parseToken(entry: string, place: number): AccessToken {
  const [, role, token] = /^([a-z]+):(\S+)$/.exec(entry) ?? [];
  if (isRole(role) && token) return { role, token };
  throw new ServerError('INVALID_TOKENS', `Entry ${place} of the tokens is not ROLE:TOKEN with a role of ${ROLES.join(', ')}.`);
}

/**
 * The token of someone who may do everything. @throws ServerError INVALID_TOKENS for one that no header can carry, such as the
 * empty one that a missing variable leaves behind.
 */
export function adminToken(token: string): AccessToken {
  if (/^\S+$/.test(token)) return { role: 'admin', token };
  throw new ServerError('INVALID_TOKENS', 'The token is empty or has spaces in it.');
}

/** Knows callers by their tokens. */
export class Access {
  readonly #known: readonly { readonly role: Role; readonly digest: Buffer }[];

  /** Without tokens everybody is `admin`. */
  constructor(tokens: readonly AccessToken[]) {
    this.#known = tokens.map(({ role, token }) => ({ role, digest: digestOf(token) }));
  }

  /** Whether callers need a token. */
  get guarded(): boolean {
    return this.#known.length > 0;
  }

  /**
   * The role of who sends a header `Authorization: Bearer TOKEN`; undefined when the token is missing or unknown.
   * Takes the same time whichever token it is, and however much of it is right.
   */
  roleOf(authorization: string | null | undefined): Role | undefined {
    if (!this.guarded) return 'admin';
    const [, token = ''] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
    const given = digestOf(token);
    const matches = this.#known.filter(({ digest }) => timingSafeEqual(digest, given));
    return matches[0]?.role;
  }
}

/** Digests are equally long, as a comparison in constant time requires. */
function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
