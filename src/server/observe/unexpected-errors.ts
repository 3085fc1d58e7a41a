import type { ErrorLog } from '../use-client-errors.ts';
import type { Logger } from './logger.ts';
import type { Requests } from './requests.ts';

/** Logs errors that nobody foresaw, with the id of their request. */
export function unexpectedErrors(log: Logger, requests: Requests): ErrorLog {
  return (error) => log.error({ err: error, requestId: requests.current?.id }, 'unexpected error');
}
