import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { DatabaseCondition } from './condition.js';
import { DatabaseUnavailable, postgresReason } from './unavailable.js';

/** How many connections an instance has. */
const CONNECTIONS = 10;

/** How long a request waits for a connection, whether the server does not respond or all connections are in use. */
const CONNECTION_TIMEOUT_MS = 5_000;

/** Longer than any query takes, so that one that hangs does not keep its connection. */
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;

const KEEP_ALIVE_AFTER_MS = 10_000;

/** Settings made by a statement on each connection: as connection parameters, poolers such as PgBouncer would refuse them. */
export const TIMEOUTS = `set statement_timeout = ${STATEMENT_TIMEOUT_MS}; set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_TIMEOUT_MS}`;

/** Connections to a PostgreSQL server that survive its restarts: queries while it is away fail with DatabaseUnavailable. */
export function postgresPool(address: string, condition: DatabaseCondition): PostgresPool {
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  });
  // The pool replaces an idle connection that is lost. Only the error's message is passed on: the error holds the client,
  // and that the password.
  pool.on('error', ({ message }) => condition.connectionLost(message));
  // A connection lost while in use fails its query, or the next one, which reports it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prepared = new WeakSet<pg.PoolClient>();
  return {
    connect: async () => {
      const begunAt = performance.now();
      const client = await pool.connect().catch((error: unknown) => {
        throw noted(new DatabaseUnavailable(postgresReason(error) ?? 'away', error), condition);
      });
      const guarded = guardedClient(client, condition);
      if (prepared.has(client)) return guarded;
      try {
        await guarded.query(TIMEOUTS, []);
      } catch (error) {
        guarded.release();
        throw error;
      }
      prepared.add(client);
      condition.worked('away', begunAt);
      return guarded;
    },
    end: () => pool.end(),
  };
}

/** The same client, which distinguishes a lost connection from a query error, and is not reused after a lost one. */
function guardedClient(client: pg.PoolClient, condition: DatabaseCondition): PostgresPoolClient {
  let lost: DatabaseUnavailable | undefined;
  const query = async (text: string, parameters: readonly unknown[]) => {
    // Later queries on a lost connection, such as the rollback, are part of the same failure.
    if (lost) throw lost;
    const begunAt = performance.now();
    try {
      const result = await client.query(text, [...parameters]);
      condition.worked('away', begunAt);
      condition.worked('locked', begunAt);
      return result;
    } catch (error) {
      const failure = translated(error, condition);
      if (failure instanceof DatabaseUnavailable && failure.reason === 'away') lost = failure;
      throw failure;
    }
  };
  const release = (isDiscarded = false) => client.release(isDiscarded || lost !== undefined);
  // A query may also be a cursor, which is not used here.
  return { query: query as unknown as PostgresPoolClient['query'], release };
}

function translated(error: unknown, condition: DatabaseCondition): unknown {
  const reason = postgresReason(error);
  return reason === undefined ? error : noted(new DatabaseUnavailable(reason, error), condition);
}

function noted(error: DatabaseUnavailable, condition: DatabaseCondition): DatabaseUnavailable {
  condition.failed(error);
  return error;
}
