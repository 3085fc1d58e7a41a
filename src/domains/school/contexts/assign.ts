/** Who may have what: teachers, or rooms, for the classes of one slot. */
export interface Assignment {
  /** How many classes there are. Earlier ones are served first. */
  readonly takers: number;
  /** How many teachers, or rooms, there are. */
  readonly resources: number;
  /** How welcome a resource is to a taker; 0 where it doesn't do. */
  readonly weight: (taker: number, resource: number) => number;
  /** A number in [0, 1) that decides whether a taker follows a resource; depends on the two alone. */
  readonly wish: (taker: number, resource: number) => number;
}

/**
 * Gives each taker a resource of its own; -1 where none is left for it.
 *
 * Resources come one after the other. Each goes to the first taker that has none yet, or that follows it with the
 * probability that its weight has among all so far (as in jump consistent hashing). So when resources are added, takers
 * stay or move to a new one, and takers added at the end leave earlier ones alone. Only where that leaves somebody
 * without are resources exchanged.
 */
export function assign({ takers, resources, weight, wish }: Assignment): number[] {
  const held = new Array<number>(takers).fill(-1);
  const total = new Float64Array(takers);
  const table = Array.from({ length: resources }, (_, resource) =>
    Float64Array.from(held, (_none, taker) => weight(taker, resource)),
  );
  for (const [resource, weights] of table.entries()) {
    for (let taker = 0; taker < takers; taker++) total[taker] = (total[taker] ?? 0) + (weights[taker] ?? 0);
    const next = held.findIndex((current, taker) => {
      const own = weights[taker] ?? 0;
      return own > 0 && (current === -1 || wish(taker, resource) * (total[taker] ?? 0) < own);
    });
    if (next >= 0) held[next] = resource;
  }
  for (const [taker, resource] of held.entries()) if (resource === -1) exchange(held, taker, table, new Uint8Array(resources));
  return held;
}

/** Kuhn's step: finds a resource for a taker, from another taker if that one can have yet another. */
function exchange(held: number[], taker: number, table: readonly Float64Array[], seen: Uint8Array): boolean {
  for (const [resource, weights] of table.entries()) {
    if (seen[resource] || !((weights[taker] ?? 0) > 0)) continue;
    seen[resource] = 1;
    const holder = held.indexOf(resource);
    if (holder >= 0 && !exchange(held, holder, table, seen)) continue;
    held[taker] = resource;
    return true;
  }
  return false;
}
