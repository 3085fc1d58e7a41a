type LogLine = (fields: object, message: string) => void;

/** Where it is told what happens: a pino logger, `console`, or anything of this form. */
export interface WorkerLog {
  readonly error: LogLine;
  readonly warn: LogLine;
  readonly info: LogLine;
  readonly debug: LogLine;
}
