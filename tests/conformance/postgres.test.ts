import { postgresStores } from '../support/postgres-stores.ts';
import { describeWith, postgres } from '../support/services.ts';
import { describeStore } from './store.ts';

describeWith([postgres], 'PostgreSQL', () => {
  const { open } = postgresStores();
  describeStore('in a database', open);
});
