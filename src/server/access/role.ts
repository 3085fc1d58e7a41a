/** What a caller may do; each includes those before it. */
export const ROLES = ['read', 'write', 'admin'] as const;

/** `read`: queries and subscriptions. `write`: mutations too. `admin`: also what removes whole datasets. */
export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

/** Whether a caller of a role may do what needs another. */
export function includes(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
