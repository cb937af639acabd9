import { setTimeout } from 'node:timers/promises';
import type { Database as Sqlite, Statement } from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  RawNode,
  SelectQueryNode,
  type TransactionSettings,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import type { DatabaseCondition } from './condition.js';
import { Turns } from './turns.js';
import { DatabaseUnavailable, sqliteReason } from './unavailable.js';

/** How long one waits, from asking on, while another process holds the database; and how often one tries. */
const LOCK_WAIT_MS = 1_000;
const LOCK_RETRY_MS = 25;

/** How often to check whether the file has been deleted or replaced, besides before each write. */
const PLACE_CHECK_MS = 1_000;

/** Longer statements, such as those that insert many rows, differ each time and are not cached. */
const LONGEST_KEPT = 4000;

export interface SqliteConnections {
  readonly writer: Sqlite;
  /** A second connection, which reads what is committed while a transaction of the other is open or waits to be. */
  readonly reader: Sqlite;
  /** Opens a further one, for what is read as it is at one moment. */
  readonly openReader: () => Sqlite;
  /** Whether the file is still where it was opened. */
  readonly isInPlace: () => boolean;
}

/**
 * Writes on one connection, one after the other, and reads beside them on another: what is read outside a transaction is
 * all that was committed before, and a transaction that only reads has a connection of its own. Nothing waits in SQLite, which
 * would block the process: a lock of another process is tried again for a second, and then it is DatabaseUnavailable.
 */
export class SqliteDriver implements Driver {
  readonly #connections: SqliteConnections;
  readonly #condition: DatabaseCondition;
  readonly #parts: DriverParts;
  #placeCheck: NodeJS.Timeout | undefined;

  constructor(connections: SqliteConnections, condition: DatabaseCondition) {
    this.#connections = connections;
    this.#condition = condition;
    this.#parts = {
      writer: new KeptStatements(connections.writer),
      reader: new KeptStatements(connections.reader),
      openReader: connections.openReader,
      turns: new Turns(),
      condition,
      checkPlace: () => {
        if (connections.isInPlace()) return;
        throw noted(new DatabaseUnavailable('moved'), condition);
      },
    };
  }

  async init(): Promise<void> {
    this.#placeCheck = setInterval(() => this.#lookAtPlace(), PLACE_CHECK_MS).unref();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new SqliteConnection(this.#parts);
  }

  async beginTransaction(connection: SqliteConnection, { accessMode }: TransactionSettings): Promise<void> {
    await (accessMode === 'read only' ? connection.beginReading() : connection.begin());
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    connection.rollback();
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    connection.rollback();
  }

  async destroy(): Promise<void> {
    clearInterval(this.#placeCheck);
    this.#connections.reader.close();
    this.#connections.writer.close();
  }

  #lookAtPlace(): void {
    const begunAt = performance.now();
    const isKnown = this.#condition.trouble('moved') !== undefined;
    if (this.#connections.isInPlace()) this.#condition.worked('moved', begunAt);
    else if (!isKnown) this.#condition.failed(new DatabaseUnavailable('moved'));
  }
}

interface DriverParts {
  readonly writer: KeptStatements;
  readonly reader: KeptStatements;
  readonly openReader: () => Sqlite;
  /** Of those who write. */
  readonly turns: Turns;
  readonly condition: DatabaseCondition;
  /** Throws DatabaseUnavailable when what is written now would be lost. */
  readonly checkPlace: () => void;
}

class SqliteConnection implements DatabaseConnection {
  readonly #parts: DriverParts;
  /** Ends the turn of the transaction that is open on this connection. */
  #endTurn: (() => void) | undefined;
  /** What a transaction that only reads has open: it sees what was committed when it first read. */
  #snapshot: Sqlite | undefined;

  constructor(parts: DriverParts) {
    this.#parts = parts;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { writer, reader, turns, condition } = this.#parts;
    const { sql, parameters } = query;
    if (this.#endTurn) {
      try {
        return run<R>(writer.prepare(sql), parameters);
      } catch (error) {
        throw translated(error, condition);
      }
    }
    const askedAt = performance.now();
    const snapshot = this.#snapshot;
    if (snapshot) return this.#patiently(askedAt, () => run<R>(snapshot.prepare(sql), parameters));
    if (mayRead(query)) {
      const read = await this.#patiently(askedAt, () => {
        const statement = reader.prepare(sql);
        return statement.readonly ? run<R>(statement, parameters) : undefined;
      });
      if (read) return read;
    }
    const endTurn = await turns.take();
    try {
      return await this.#patiently(askedAt, () => this.#write(() => run<R>(writer.prepare(sql), parameters)));
    } finally {
      endTurn();
    }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('queries are not streamed');
  }

  /** Begins as a writer, so that nobody else can write between the reads of the transaction and its writes. */
  async begin(): Promise<void> {
    const { writer, turns } = this.#parts;
    const askedAt = performance.now();
    const endTurn = await turns.take();
    try {
      await this.#patiently(askedAt, () => this.#write(() => writer.prepare('begin immediate').run()));
      this.#endTurn = endTurn;
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  /** Begins to read what is there at one moment, while others write. */
  async beginReading(): Promise<void> {
    const { openReader, checkPlace } = this.#parts;
    this.#snapshot = await this.#patiently(performance.now(), () => {
      checkPlace();
      return openReader();
    });
    this.#snapshot.exec('begin');
  }

  async commit(): Promise<void> {
    if (this.#snapshot) return this.#endReading();
    const { writer } = this.#parts;
    await this.#patiently(performance.now(), () => this.#write(() => writer.prepare('commit').run()));
    this.#end();
  }

  /** Rolls back what is open; a full disk has done so already. */
  rollback(): void {
    this.#endReading();
    if (!this.#endTurn) return;
    const { writer, condition } = this.#parts;
    try {
      if (writer.isInTransaction) writer.prepare('rollback').run();
    } catch (error) {
      throw translated(error, condition);
    } finally {
      this.#end();
    }
  }

  #endReading(): void {
    this.#snapshot?.close();
    this.#snapshot = undefined;
  }

  #end(): void {
    this.#endTurn?.();
    this.#endTurn = undefined;
  }

  #write<T>(work: () => T): T {
    const { checkPlace, condition } = this.#parts;
    checkPlace();
    const begunAt = performance.now();
    const result = work();
    condition.worked('locked', begunAt);
    return result;
  }

  /** Retries for a while what another process's lock prevents, and yields to other work meanwhile. */
  async #patiently<T>(askedAt: number, work: () => T): Promise<T> {
    for (;;) {
      try {
        return work();
      } catch (error) {
        const isOver = performance.now() - askedAt >= LOCK_WAIT_MS;
        if (isOver || sqliteReason(error) !== 'locked') throw translated(error, this.#parts.condition);
      }
      await setTimeout(LOCK_RETRY_MS);
    }
  }
}

/** A connection that prepares a short statement that comes again and again once. */
class KeptStatements {
  readonly #sqlite: Sqlite;
  readonly #kept = new LRUCache<string, Statement<unknown[]>>({ max: 500 });

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite;
  }

  get isInTransaction(): boolean {
    return this.#sqlite.inTransaction;
  }

  prepare(text: string): Statement<unknown[]> {
    const known = this.#kept.get(text);
    if (known) return known;
    const statement = this.#sqlite.prepare<unknown[]>(text);
    if (text.length <= LONGEST_KEPT) this.#kept.set(text, statement);
    return statement;
  }
}

/** Whether a query may be read-only; for raw SQL, SQLite decides. */
function mayRead({ query, sql }: CompiledQuery): boolean {
  return SelectQueryNode.is(query) || (RawNode.is(query) && /^\s*(select|with)\b/i.test(sql));
}

function run<R>(statement: Statement<unknown[]>, parameters: readonly unknown[]): QueryResult<R> {
  if (statement.reader) return { rows: statement.all(parameters) as R[] };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

function translated(error: unknown, condition: DatabaseCondition): unknown {
  const reason = sqliteReason(error);
  return reason === undefined ? error : noted(new DatabaseUnavailable(reason, error), condition);
}

function noted(error: DatabaseUnavailable, condition: DatabaseCondition): DatabaseUnavailable {
  condition.failed(error);
  return error;
}
