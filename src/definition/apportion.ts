/**
 * The order in which Webster's method (Sainte-Laguë) gives out seats: element i is the key that gets seat i.
 *
 * The method is house-monotone, so the sequence for a larger `seats` begins with the one for a smaller, and it is exact
 * when `seats` equals the sum of whole weights. Ties go to the key that comes first. Keys of weight 0 get nothing.
 * Source: Balinski & Young, Fair Representation (1982).
 *
 * @throws RangeError when seats are asked for and no weight is positive.
 */
export function apportion<K extends string>(weights: Readonly<Record<K, number>>, seats: number): K[] {
  const parties = (Object.keys(weights) as K[])
    .filter((key) => weights[key] > 0)
    .map((key) => ({ key, weight: weights[key], won: 0 }));
  const order: K[] = [];
  for (let seat = 0; seat < seats; seat++) {
    let best = parties[0];
    if (!best) throw new RangeError('At least one weight must be positive.');
    for (const party of parties) {
      if (party.weight * (2 * best.won + 1) > best.weight * (2 * party.won + 1)) best = party;
    }
    best.won++;
    order.push(best.key);
  }
  return order;
}
