export * from './faker.ts';
export * from './key.ts';
export * from './stream.ts';
export * from './threefry.ts';
export * from './uuid.ts';
