/**
 * A gateway or a worker in a process of its own: `node child.ts ROLE DOMAIN STORE REDIS`. Says `ready`, a gateway with its URL, and lives
 * until SIGTERM.
 */
import { createGateway } from '../../src/server/gateway.ts';
import { createLogger } from '../../src/server/observe/logger.ts';
import { openStore } from '../../src/store/index.ts';
import { openWorker } from '../../src/workers/index.ts';
import { domainUnderTest } from '../support/domains.ts';

const [role = '', name = '', store = '', redis = ''] = process.argv.slice(2);
const { domain } = domainUnderTest(name);
const log = createLogger(role === 'worker' ? 'info' : 'warn');

const roles: Readonly<Record<string, () => Promise<{ readonly url: string; end(): Promise<void> }>>> = {
  gateway: async () => {
    const gateway = await createGateway({ domains: [domain], store, redis, log, version: 'test' });
    const { url } = await gateway.listen({ port: 0 });
    return { url, end: () => gateway.dispose() };
  },
  worker: async () => {
    const opened = await openStore(store);
    // The version of a gateway is more than that of its definitions.
    const version = process.env.WORKER_VERSION ?? (await import('../../src/version.ts')).dataVersionOf('test');
    const worker = await openWorker({ store: opened, redis, domains: [domain], version, log });
    return { url: '', end: async () => worker.close().then(() => opened.close()) };
  },
};

const running = await roles[role]?.();
process.once('SIGTERM', () => void running?.end().then(() => process.exit(0)));
process.stdout.write(`ready ${running?.url}\n`);
