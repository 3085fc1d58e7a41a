/** `seedgraph/testing`: a gateway for test suites. */
export { createTestGateway, type TestGateway } from './create-test-gateway.ts';
export type { JsonObject, TestDocument, VariablesArgument } from './document.ts';
export { TestingError } from './error.ts';
export type { TestGatewayOptions } from './seeding.ts';
