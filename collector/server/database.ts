import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { SCHEMA } from '../sql/schema.ts';
import { StartError } from './start-error.ts';

/** The little that the collector asks of a database, the same for PGlite and PostgreSQL. */
export interface Database {
  readonly kind: 'pglite' | 'postgresql';
  /** Where the data lies, for people; without user name and password. */
  readonly place: string;
  /** Rejects when the database cannot be reached. 64-bit integers and counts are numbers. */
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Types that the drivers give as strings or bigints: int8 and numeric (pg_type.dat). The one place where they become numbers. */
const NUMBERS = [20, 1700];

export async function openPglite(folder: string): Promise<Database> {
  const path = join(folder, 'pglite');
  const parsers = Object.fromEntries(NUMBERS.map((oid) => [oid, Number]));
  let database: PGlite;
  try {
    database = await PGlite.create(path, { parsers });
    await database.exec(SCHEMA);
  } catch (error) {
    throw new StartError(
      `The database in ${path} cannot be opened: ${error}`,
      'Restore the folder from a backup, or move it away to start with an empty one.',
    );
  }
  return {
    kind: 'pglite',
    place: path,
    query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
      (await database.query<Row>(sql, [...parameters])).rows,
    close: () => database.close(),
  };
}

export async function openPostgres(url: string, log: (line: string) => void): Promise<Database> {
  const cure =
    'Set DATABASE_URL to postgresql://user:password@host:5432/database and see that the server runs and lets the user create a table.';
  if (!URL.canParse(url)) throw new StartError('DATABASE_URL is not an address.', cure);
  const { host, pathname } = new URL(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') => (NUMBERS.includes(oid) ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  // An idle connection that breaks must not end the process; the next query opens a new one.
  pool.on('error', (error) => log(`PostgreSQL connection lost: ${error.message}`));
  try {
    await pool.query(SCHEMA);
  } catch (error) {
    await pool.end();
    throw new StartError(`PostgreSQL at ${host}${pathname} cannot be used: ${error instanceof Error ? error.message : error}`, cure);
  }
  return {
    kind: 'postgresql',
    place: `postgresql://${host}${pathname}`,
    query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
      (await pool.query<Row>(sql, [...parameters])).rows,
    close: () => pool.end(),
  };
}
