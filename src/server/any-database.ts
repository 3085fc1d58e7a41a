import { Option } from 'commander';

const variable = 'SEEDGRAPH_ALLOW_ANY_DATABASE';

/** Goes with `--store`: lets Seedgraph write to a PostgreSQL database whose name does not say that it may. */
export function anyDatabaseOption(): Option {
  const description = `use a PostgreSQL database whatever its name (env: ${variable}=true)`;
  const option = new Option('--allow-any-database', description);
  // Not `.env()`: for that one, a variable that says `false` is as good as any.
  return /^(1|true|yes)$/i.test(process.env[variable] ?? '') ? option.default(true, 'as the variable says') : option;
}
