export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** `error`: what nobody foresaw. `info`: also every request. */
export type LogLevel = (typeof LOG_LEVELS)[number];
