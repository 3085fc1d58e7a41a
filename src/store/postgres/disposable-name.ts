/** Whether a database says by its name that it may be written to. */
export function isDisposable(database: string): boolean {
  return /_(demo|test|dev)$/.test(database);
}
