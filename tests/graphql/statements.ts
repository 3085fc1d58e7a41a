import { StatementSync } from 'node:sqlite';
import { vi } from 'vitest';
import type { DomainModel } from '../../src/definition/index.ts';

/** Runs something, and gives the SQL of every statement that read rows of the domain meanwhile: what SQLite itself was told. */
export async function statementsOf(domain: DomainModel, run: () => Promise<unknown>): Promise<string[]> {
  const spies = [vi.spyOn(StatementSync.prototype, 'all'), vi.spyOn(StatementSync.prototype, 'get')];
  try {
    await run();
    const told = spies.flatMap(({ mock }) => mock.contexts).filter((context) => context instanceof StatementSync);
    const tables = domain.entities.map(({ table }) => table).join('|');
    return told.map(({ sourceSQL }) => sourceSQL).filter((sql) => new RegExp(`(from|join) "(${tables})"`, 'i').test(sql));
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
