import { createHash } from 'node:crypto';

/** What advisory locks stand for here. */
export type LockKind = 'control' | 'dataset' | 'lease' | 'name' | 'open';

/** The 64-bit number of an advisory lock, as PostgreSQL takes it. Other programs may use such locks too, so it is hashed. */
export function lockKey(kind: LockKind, name = ''): bigint {
  return createHash('sha256').update(`seedgraph/${kind}/${name}`).digest().readBigInt64BE();
}

/** How `pg_locks` shows it. https://www.postgresql.org/docs/current/view-pg-locks.html */
export function halvesOf(key: bigint): readonly [classid: bigint, objid: bigint] {
  const unsigned = BigInt.asUintN(64, key);
  return [unsigned >> 32n, unsigned & 0xffff_ffffn];
}
