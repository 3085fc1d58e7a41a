import type { Logger } from './logger.ts';
import type { RequestObserver } from './requests.ts';

/** Writes one line a request, at the level `info`. */
export function requestLog(log: Logger): RequestObserver {
  return (record, status) => {
    const [operation] = record.operations;
    log.info(
      {
        requestId: record.id,
        method: record.method,
        path: record.path,
        status,
        operation: operation?.name,
        type: record.operations.length > 1 ? 'batch' : operation?.type,
        dataset: record.dataset,
        durationMs: Math.round(record.seconds * 1e6) / 1e3,
        ...(record.errorCodes.size > 0 && { errors: [...record.errorCodes] }),
      },
      'request',
    );
  };
}
