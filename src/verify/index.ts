export * from './error.ts';
export * from './integrity.ts';
export * from './verifier.ts';
export * from './verify.ts';
