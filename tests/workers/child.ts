/**
 * A gateway or a worker in a process of its own: `node child.ts ROLE DOMAIN STORE REDIS`. Says `ready`, a gateway with its URL, and lives
 * until SIGTERM.
 */
import { createLogger } from '../../src/server/observe/logger.ts';
import { dataVersionOf } from '../../src/version.ts';
import { domainUnderTest } from '../support/domains.ts';

const [role = '', name = '', store = '', redis = ''] = process.argv.slice(2);
const { domain } = domainUnderTest(name);
const log = createLogger(role === 'worker' ? 'info' : 'warn');

const roles: Readonly<Record<string, () => Promise<{ readonly url: string; end(): Promise<void> }>>> = {
  gateway: async () => {
    const { createGateway } = await import('../../src/server/gateway.ts');
    // How long a query takes is a matter of the machine.
    const gateway = await createGateway({ domains: [domain], store, redis, log, version: 'test', limits: { timeout: 0 } });
    const { url } = await gateway.listen({ port: 0 });
    return { url, end: () => gateway.dispose() };
  },
  worker: async () => {
    const { openStore } = await import('../../src/store/index.ts');
    const { openWorker } = await import('../../src/workers/index.ts');
    const opened = await openStore(store);
    const version = process.env.WORKER_VERSION ?? dataVersionOf('test');
    const worker = await openWorker({ store: opened, redis, domains: [domain], version, log });
    return { url: '', end: async () => worker.close().then(() => opened.close()) };
  },
};

const running = await roles[role]?.();
process.once('SIGTERM', () => void running?.end().then(() => process.exit(0)));
process.stdout.write(`ready ${running?.url}\n`);
