export { type ClientError, clientError } from './client-error.ts';
export { type Engine, type RequestContext, Session } from './context.ts';
export { RequestError } from './error.ts';
export { type PrintedPart, printParts } from './print.ts';
export { type BuiltSchema, createSchema } from './schema.ts';
