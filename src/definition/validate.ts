import type { DomainDefinition } from './domain.ts';

export function validateDomain(_definition: DomainDefinition): void {}
