import pg from 'pg';

/** Asks a PostgreSQL server something that is about whole databases. */
export async function onServer(
  server: string,
  statement: string,
  values: string[] = [],
): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    return await client.query(statement, values);
  } finally {
    await client.end();
  }
}

/** Resolves when nobody is connected to a database any more: the server notices only after a while that somebody has gone. */
export async function left(server: string, name: string): Promise<void> {
  const connected = () => onServer(server, 'select 1 from pg_stat_activity where datname = $1', [name]);
  while ((await connected()).rowCount !== 0);
}
