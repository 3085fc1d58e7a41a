export type { Role } from './access/role.ts';
export { type AccessToken, parseTokens } from './access/tokens.ts';
export { builtInModels } from './domains.ts';
export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export type { Listening, ListenOptions } from './listen.ts';
export type { Logger } from './observe/logger.ts';
export type { SocketOptions } from './sockets/serve-sockets.ts';
