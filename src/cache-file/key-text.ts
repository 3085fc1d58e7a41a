import { hash } from 'node:crypto';
import type { EntityModel } from '../definition/index.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A key in the form in which keys are compared and stored; undefined for what is no UUID. */
export function keyText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.toLowerCase();
  return UUID.test(text) ? text : undefined;
}

/**
 * The key of a row that the file has without one: always the same for the same content. A UUIDv8 (RFC 9562, section 5.8) over a
 * hash, so that it is none of those that the dataset computes from addresses.
 */
export function keyOfContent({ domain, name }: EntityModel, content: unknown): string {
  const digits = hash('sha256', `${domain.name}.${name} ${JSON.stringify(content)}`, 'hex');
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
