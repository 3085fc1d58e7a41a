import { defineConfig } from 'seedgraph';
import { library } from './library/index.ts';
import { school } from './school/index.ts';

/** What `seedgraph` finds in this folder: the school, extended, and a library of our own. */
export default defineConfig({
  // Change it when values come out otherwise: data that was made before is then not mixed with data made now.
  version: '1',
  domains: [school, library],
});
