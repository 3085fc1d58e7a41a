import { SeedSchoolDocument } from '../../operations/school/generated/graphql.ts';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { Client } from '../server/client.ts';
import { type Served, serve } from '../server/served.ts';

/** A gateway on a port of its own; its dataset `default` holds the preset SMALL. */
export async function serveSchool(): Promise<Served> {
  const served = await serve(modelOf(school));
  await new Client(served.url).data(SeedSchoolDocument, { preset: 'SMALL' });
  return served;
}
