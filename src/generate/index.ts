export * from './block-sums.ts';
export * from './blocks.ts';
export * from './digest.ts';
export * from './generator.ts';
export * from './keys.ts';
export * from './links.ts';
export * from './planned-rows.ts';
export * from './replay.ts';
