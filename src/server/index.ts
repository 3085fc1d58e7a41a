export { builtInModels } from './domains.ts';
export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export type { Listening, ListenOptions } from './listen.ts';
