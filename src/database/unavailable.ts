import { AsyncLocalStorage } from 'node:async_hooks';

/** The reasons why a database is unavailable, each with its sentence. */
export const UNAVAILABLE = {
  away: 'The database cannot be reached.',
  locked: 'The database is locked by another process.',
  unwritable: 'The database cannot be written to.',
  moved: 'The file of the database has been deleted or replaced.',
} as const;

export type UnavailableReason = keyof typeof UNAVAILABLE;

/**
 * The database could not carry out a query because of its present state; the same query may work later. A commit with an
 * unknown outcome counts as failed.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';

  constructor(
    readonly reason: UnavailableReason,
    cause?: unknown,
  ) {
    super(UNAVAILABLE[reason], { cause });
    const noted = working.getStore();
    if (noted) noted.unavailable ??= this;
  }

  /** The driver's own words, for the log. */
  get detail(): string | undefined {
    const { cause } = this;
    if (cause === undefined) return undefined;
    // A host name with several IP addresses fails with one error for each, and no message of its own.
    if (cause instanceof AggregateError) return cause.errors.map(messageOf).join('; ');
    return messageOf(cause);
  }

  /** Whether the server is running but refuses the login: a wrong password, an unknown database. */
  get isRefused(): boolean {
    return /^(28|3D)/.test(codeOf(this.cause));
  }
}

const working = new AsyncLocalStorage<{ unavailable?: DatabaseUnavailable }>();

/**
 * Does work by a library that hides errors of the database behind its own. Throws DatabaseUnavailable when the database
 * was unavailable meanwhile, whatever the library has made of it.
 */
export async function rethrowingUnavailable<T>(work: () => Promise<T>): Promise<T> {
  const noted: { unavailable?: DatabaseUnavailable } = {};
  try {
    return await working.run(noted, work);
  } finally {
    // biome-ignore lint/correctness/noUnsafeFinally: it replaces what the library has returned or thrown.
    if (noted.unavailable) throw noted.unavailable;
  }
}

/** Whether the database was unavailable to the work that is under way, by a library that hides it. */
export function wasUnavailable(): boolean {
  return working.getStore()?.unavailable !== undefined;
}

/** SQLSTATEs of PostgreSQL (appendix A of its manual); a whole class by its two first characters. */
const OF_SQLSTATE: Readonly<Record<string, UnavailableReason>> = {
  '08': 'away',
  '53': 'away',
  53100: 'unwritable',
  25006: 'unwritable',
  '25P03': 'away',
  40001: 'locked',
  '40P01': 'locked',
  '55P03': 'locked',
  57014: 'locked',
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
  '57P05': 'away',
  58030: 'unwritable',
};

/** Errors of the network, by Node's code. */
const OF_NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // A socket in the file system of a server that is not running.
  'ENOENT',
]);

/** Messages of pg, without an error code, for a connection that has ended or cannot be made. */
const OF_PG =
  /^Connection terminated|not queryable|^timeout exceeded when trying to connect|^Client was closed/;

/** Why PostgreSQL is unavailable by an error of pg; undefined when it is not that. */
export function postgresReason(error: unknown): UnavailableReason | undefined {
  if (error instanceof AggregateError) return error.errors.map(postgresReason).find((reason) => reason);
  const code = codeOf(error);
  if (OF_NETWORK.has(code)) return 'away';
  return (
    OF_SQLSTATE[code] ?? OF_SQLSTATE[code.slice(0, 2)] ?? (OF_PG.test(messageOf(error)) ? 'away' : undefined)
  );
}

/** Why SQLite is unavailable by an error of better-sqlite3; undefined when it is not that. */
export function sqliteReason(error: unknown): UnavailableReason | undefined {
  const [, kind] = /^SQLITE_([A-Z]+)/.exec(codeOf(error)) ?? [];
  switch (kind) {
    case 'BUSY':
    case 'PROTOCOL':
      return 'locked';
    case 'FULL':
    case 'IOERR':
    case 'READONLY':
    case 'CANTOPEN':
      return 'unwritable';
    default:
      return undefined;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
