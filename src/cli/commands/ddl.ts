import { Command, Option } from 'commander';
import { type DdlDialect, ddlOf } from '../../store/index.ts';
import { domainNamed, jsonOption, print } from '../common.ts';

interface DdlCommandOptions {
  readonly dialect: DdlDialect;
  readonly schema?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ seedgraph ddl school | psql -f - my_database
  $ seedgraph ddl school --schema school > school.sql
  $ seedgraph ddl school --dialect sqlite | sqlite3 school.db`;

/** `seedgraph ddl school --dialect postgres` */
export function ddlCommand(): Command {
  return new Command('ddl')
    .description('Prints the SQL that makes the tables of a domain, as a store makes them; needs no database.')
    .argument('<domain>', 'whose tables: school')
    .addOption(new Option('--dialect <name>', 'for which database').choices(['postgres', 'sqlite']).default('postgres'))
    .addOption(new Option('--schema <name>', 'PostgreSQL: make this schema, and the tables in it'))
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(async (name: string, options: DdlCommandOptions, command: Command) => {
      if (options.schema !== undefined && options.dialect === 'sqlite')
        command.error('error: SQLite has no schemas; leave out --schema, or take --dialect postgres');
      const sql = await ddlOf(domainNamed(name), options);
      print(options, { sql }, () => sql.trimEnd());
    });
}
