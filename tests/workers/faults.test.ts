import { Queue } from 'bullmq';
import { expect, test, vi } from 'vitest';
import { dataVersionOf } from '../../src/version.ts';
import { KEY_PREFIX, queueName } from '../../src/workers/slice-queue.ts';
import { until } from '../server/served.ts';
import { domainUnderTest } from '../support/domains.ts';
import { administer, describeWith, postgres, redis } from '../support/services.ts';
import {
  atRandom,
  begin,
  Cluster,
  digestOfOne,
  endAt,
  jobAt,
  type Member,
  PATIENCE,
  request,
  rounds,
  rowsAt,
  rowsIn,
} from './cluster.ts';
import { ownPostgres, ownRedis } from './servers.ts';

/**
 * What many machines do to each other. `FAULT_ROUNDS=10 npx vitest run tests/workers` tries everything ten times: when something is
 * killed is a matter of chance.
 */
vi.setConfig({ testTimeout: PATIENCE });

describeWith([postgres, redis], 'many machines, and what happens to them', () => {
  const expected = digestOfOne(domainUnderTest('school').domain, request);

  /** Waits for the end, and holds what is there against what one process makes. */
  async function expectWhole(gateway: Member, id: string, cluster: Cluster): Promise<void> {
    const job = await endAt(gateway, id);
    expect(job).toMatchObject({ status: 'COMPLETED', error: null, digest: await expected });
    expect(await rowsIn(cluster.store, 'default_school')).toBe(job.inserted);
  }

  test.each(rounds)('workers are killed, again and again (round %d)', async () => {
    const cluster = await Cluster.open();
    const [gateway, first, second] = await Promise.all([cluster.gateway(), cluster.worker(), cluster.worker()]);
    const alive = [first, second];
    const id = await begin(gateway);
    for (let kill = 0; kill < 3 && (await jobAt(gateway, id)).digest === null; kill++) {
      await atRandom(200, 1_500);
      await alive.shift()?.kill();
      alive.push(await cluster.worker());
    }
    await expectWhole(gateway, id, cluster);
  });

  test.each(rounds)('a worker stands still in the middle of a slice, and wakes up late (round %d)', async () => {
    const cluster = await Cluster.open();
    const [gateway, sleeper] = await Promise.all([cluster.gateway(), cluster.worker()]);
    const id = await begin(gateway);
    await rowsAt(gateway, id, 0.05);
    await atRandom(0, 300);
    sleeper.child.kill('SIGSTOP');
    const other = await cluster.worker();
    await expectWhole(gateway, id, cluster);
    sleeper.child.kill('SIGCONT');
    // It finds out that its slice was made without it, and is of use for the next one.
    await other.kill();
    const next = await begin(gateway);
    await expectWhole(gateway, next, cluster);
    expect(await sleeper.end()).toBe(0);
  });

  test.each(rounds)('Redis is flushed, killed, and comes back empty (round %d)', async () => {
    const server = await ownRedis();
    const cluster = await Cluster.open({ redis: server.url });
    const [gateway, other] = await Promise.all([cluster.gateway(), cluster.gateway(), cluster.workers(2)]);
    const id = await begin(gateway);
    await rowsAt(other, id, 0.1);
    await server.flush();
    await rowsAt(other, id, 0.3);
    await server.kill();
    await atRandom(500, 2_000);
    await server.start();
    await expectWhole(other, id, cluster);
    // A seeding that begins without Redis waits for it.
    await server.kill();
    const next = await begin(gateway);
    await atRandom(500, 1_000);
    expect((await jobAt(other, next)).status).toMatch(/QUEUED|RUNNING/);
    await server.start();
    await expectWhole(other, next, cluster);
  });

  test.each(rounds)('PostgreSQL crashes, and comes back (round %d)', async () => {
    const server = await ownPostgres();
    const cluster = await Cluster.open({ store: server.url });
    const [gateway] = await Promise.all([cluster.gateway(), cluster.workers(2)]);
    const id = await begin(gateway);
    await rowsAt(gateway, id, 0.1);
    await atRandom(0, 500);
    await server.crash();
    await atRandom(500, 3_000);
    await server.start();
    await expectWhole(gateway, id, cluster);
  });

  test.each(rounds)('every slice is delivered twice, while it is made and when it is done (round %d)', async () => {
    const cluster = await Cluster.open();
    const [gateway] = await Promise.all([cluster.gateway(), cluster.workers(2)]);
    const id = await begin(gateway);
    const building = await until(async () => {
      const { rows } = await administer(
        cluster.store,
        `SELECT id, schema_name FROM seedgraph.generation WHERE status = 'building'`,
      );
      return rows[0] as { id: string; schema_name: string } | undefined;
    });
    const [{ store: identity }] = (await administer(cluster.store, 'SELECT store FROM seedgraph.layout')).rows;
    const slices = await until(async () => {
      const sql = `SELECT ordinal, (SELECT sequence FROM "${building.schema_name}"._state) AS fence FROM "${building.schema_name}"._slice`;
      const found = await administer(cluster.store, sql).catch(() => undefined);
      return found && found.rows.length > 0 && found.rows;
    });
    const queue = new Queue(queueName(identity, dataVersionOf('test')), { connection: { url: redis.url }, prefix: KEY_PREFIX });
    const deliver = async (again: string) => {
      const messages = slices.map(({ ordinal, fence }) => ({
        name: 'slice',
        data: { generation: building.id, dataset: 'default', domain: 'school', fence: Number(fence), ordinal },
        opts: { jobId: `${again}-${ordinal}`, removeOnComplete: true },
      }));
      await queue.addBulk(messages);
    };
    await deliver('once more');
    await expectWhole(gateway, id, cluster);
    await deliver('too late');
    await until(async () => (await queue.getJobCountByTypes('waiting', 'active')) === 0);
    await expectWhole(gateway, id, cluster);
    await queue.obliterate({ force: true });
    await queue.close();
  });

  test.each(rounds)('the gateway that leads is killed, and so is the one that takes over (round %d)', async () => {
    const cluster = await Cluster.open();
    const [a, b, c] = await Promise.all([cluster.gateway(), cluster.gateway(), cluster.gateway(), cluster.workers(2)]);
    const id = await begin(a);
    await rowsAt(c, id, 0.1);
    await a.kill();
    await rowsAt(c, id, 0.4);
    await b.kill();
    await expectWhole(c, id, cluster);
  });

  test.each(rounds)(
    'a gateway that is shut down hands its job over; with no gateway left a worker leads (round %d)',
    async () => {
      const cluster = await Cluster.open();
      const [gateway] = await Promise.all([cluster.gateway(), cluster.workers(2)]);
      const id = await begin(gateway);
      await rowsAt(gateway, id, 0.2);
      expect(await gateway.end()).toBe(0);
      const status = async () => {
        const { rows } = await administer(cluster.store, 'SELECT status FROM seedgraph.job');
        return rows[0]?.status;
      };
      await until(async () => (await status()) === 'COMPLETED');
      await expectWhole(await cluster.gateway(), id, cluster);
    },
  );
});
