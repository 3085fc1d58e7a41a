import type { ErrorLog } from '../use-client-errors.ts';
import type { Logger } from './logger.ts';
import type { Requests } from './requests.ts';

/** Logs errors that nobody foresaw, with the id that the client is told. */
export function unexpectedErrors(log: Logger, requests: Requests): ErrorLog {
  return (error) => {
    const requestId = requests.current?.id;
    log.error({ err: error, requestId }, 'unexpected error');
    return requestId;
  };
}
