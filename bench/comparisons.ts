import { availableParallelism } from 'node:os';
import type { Comparison } from './comparison.ts';
import { saturationOf } from './saturation.ts';
import type { Side } from './side.ts';
import { schools } from './workshop.ts';

/** Ten schools of LARGE. */
const ten = schools(10);

/** Without threads, or with as many as are given. */
const seedTen = (store: 'file' | 'memory' | 'postgres', threads?: number): Side => ({
  module: 'sides/seed.ts',
  options: { store, schools: 10, threads },
});

/** All rows of Attendance. */
const attendance = { request: ten, entity: 'Attendance' };

const wholeSeeding = 'from an empty store to published: plan, rows, digest, checkpoints, indexes';

/** V8's old space where memory is measured, in MiB. */
const HEAP = 256;

const seedMany = (count: number): Side => ({
  module: 'sides/seed.ts',
  options: { store: 'file', schools: count, warmUp: 2 },
  isFresh: true,
  heap: HEAP,
});

/** As many schools are shared among workers. */
const SHARED = 20;

const withWorkers = (workers: number): Side => ({ module: 'sides/workers.ts', options: { schools: SHARED, workers } });

/** All comparisons, in the order of the table. */
export const comparisons: readonly Comparison[] = [
  {
    name: 'sqlite-file',
    needs: [],
    sides: {
      ours: seedTen('file'),
      'ours with threads': seedTen('file', availableParallelism()),
      'bare inserts': { module: 'sides/bare-inserts.ts', options: ten },
    },
    lines: [
      {
        what: 'seed 10 schools of LARGE into a SQLite file',
        ours: 'ours',
        beside: 'the same rows ready-made, bare prepared statements',
        theirs: 'bare inserts',
        of: 'rows/s',
        wanted: { atLeast: 0.7 },
        counted: `457,740 rows, ${wholeSeeding}; beside: the same tables, statements of 100 rows, transactions of 10,000, then the same indexes`,
      },
      {
        what: 'the same into a SQLite file, rows made in threads',
        ours: 'ours with threads',
        beside: 'no threads beside the writer',
        theirs: 'ours',
        of: 'rows/s',
        wanted: { atLeast: 1.5 },
        counted: `the same; as many threads as cores make rows, the main thread writes them and makes the indexes`,
      },
    ],
  },
  {
    name: 'sqlite-memory',
    needs: [],
    sides: { ours: seedTen('memory'), 'drizzle-seed': { module: 'peers/drizzle-sqlite.mjs', options: ten } },
    lines: [
      {
        what: 'seed 10 schools of LARGE into SQLite in memory',
        ours: 'ours',
        beside: 'drizzle-seed, a like schema',
        theirs: 'drizzle-seed',
        of: 'rows/s',
        wanted: { atLeast: 5 },
        counted: `457,740 rows, ${wholeSeeding}; beside: through node:sqlite as ours, 17 tables of as many rows, columns of the same types (no shadow columns), the same indexes made after`,
      },
    ],
  },
  {
    name: 'postgres',
    needs: ['PostgreSQL'],
    sides: {
      ours: seedTen('postgres'),
      'drizzle-seed': { module: 'peers/drizzle-postgres.mjs', options: ten },
      COPY: { module: 'sides/copy.ts', options: ten },
    },
    lines: [
      {
        what: 'seed 10 schools of LARGE into PostgreSQL',
        ours: 'ours',
        beside: 'drizzle-seed, a like schema',
        theirs: 'drizzle-seed',
        of: 'rows/s',
        wanted: { atLeast: 10 },
        counted: `457,740 rows, ${wholeSeeding}, constraints, ANALYZE; beside: 17 tables of as many rows, columns of the same types (no shadow columns), then the like indexes, foreign keys and ANALYZE`,
      },
      {
        what: 'seed 10 schools of LARGE into PostgreSQL',
        ours: 'ours',
        beside: 'COPY of the same ready-made text',
        theirs: 'COPY',
        of: 'rows/s',
        wanted: { atLeast: 0.7 },
        counted:
          'the same; beside: the same tables, a COPY each over one connection, then the same constraints, indexes and ANALYZE',
      },
    ],
  },
  {
    name: 'generate',
    needs: [],
    sides: {
      ours: { module: 'sides/generate.ts', options: ten },
      fishery: { module: 'peers/fishery.mjs', options: ten },
    },
    lines: [
      {
        what: 'generate only, one thread',
        ours: 'ours',
        beside: 'fishery + faker objects',
        theirs: 'fishery',
        of: 'rows/s',
        wanted: { atLeast: 10 },
        counted:
          '457,740 rows, keys and references computed, nothing kept; beside: as many objects of each entity with the same fields, no references',
      },
    ],
  },
  {
    name: 'stream',
    needs: [],
    sides: {
      ours: { module: 'sides/stream.ts', options: attendance },
      'JSON.stringify': { module: 'sides/stringify.ts', options: attendance },
    },
    lines: [
      {
        what: 'stream attendance of 10 schools as NDJSON',
        ours: 'ours',
        beside: 'JSON.stringify of ready-made rows',
        theirs: 'JSON.stringify',
        of: 'rows/s',
        wanted: { atLeast: 0.5 },
        counted:
          '360,000 rows, made and written into a pipe, in pieces of 64 KiB, until its reader (cat) has all; beside: the same objects, in memory before',
      },
    ],
  },
  {
    name: 'workers',
    needs: ['PostgreSQL', 'Redis'],
    sides: { '1 worker': withWorkers(1), '2 workers': withWorkers(2), '4 workers': withWorkers(4) },
    lines: ['2 workers', '4 workers'].map((more) => ({
      what: `${more} over PostgreSQL`,
      ours: more,
      beside: '1 worker',
      theirs: '1 worker',
      of: 'rows/s' as const,
      counted: `${SHARED} schools, from seedSchool's request to its answer; the gateway, each worker, PostgreSQL and Redis share this machine`,
    })),
    remark: saturationOf,
  },
  {
    name: 'growth',
    needs: [],
    sides: { '10 schools': seedMany(10), '40 schools': seedMany(40), '160 schools': seedMany(160) },
    lines: ['40 schools', '160 schools'].flatMap((more) => [
      {
        what: `${more} into a SQLite file, speed`,
        ours: more,
        beside: '10 schools',
        theirs: '10 schools',
        of: 'rows/s' as const,
        wanted: { atLeast: 0.85 },
        counted: `${wholeSeeding}; each in a new process that has seeded two schools before`,
      },
      {
        what: `${more} into a SQLite file, peak memory`,
        ours: more,
        beside: '10 schools',
        theirs: '10 schools',
        of: 'MiB' as const,
        wanted: { atMost: 1.15 },
        counted: `resident memory of the same processes, V8's old space capped at ${HEAP} MiB`,
      },
    ]),
  },
];
