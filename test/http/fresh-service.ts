import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import type { CreateDatabase, TestDatabase } from '../database/databases.js';
import { startTestService } from './test-service.js';

export interface FreshService {
  readonly service: Service;
  readonly database: TestDatabase;
  /** Stops the service and starts it again on the same database. */
  readonly restart: () => Promise<void>;
}

type Parts = Parameters<typeof startTestService>[1];

/**
 * A service on a database of its own, anew before each test of the block that asks for it. What is given stands for the
 * present test's: a test reads `service.url` as if there were no other.
 */
export function freshService(createDatabase: CreateDatabase, parts: Parts = {}): FreshService {
  return startedService(createDatabase, parts, { before: beforeEach, after: afterEach });
}

/** One service on a database of its own for all tests of the block that asks for it, none of which may change anything. */
export function sharedService(createDatabase: CreateDatabase, parts: Parts = {}): FreshService {
  return startedService(createDatabase, parts, { before: beforeAll, after: afterAll });
}

/** When something is begun and when it is ended. */
interface Span {
  readonly before: typeof beforeAll | typeof beforeEach;
  readonly after: typeof afterAll | typeof afterEach;
}

function startedService(createDatabase: CreateDatabase, parts: Parts, { before, after }: Span): FreshService {
  let database: TestDatabase;
  let service: Service;
  const start = async () => {
    service = await startTestService(database.address, parts);
  };
  before(async () => {
    database = await createDatabase('begun');
    await start();
  });
  after(async () => {
    await service.stop();
    await database.drop();
  });
  return {
    service: {
      get greeting() {
        return service.greeting;
      },
      get url() {
        return service.url;
      },
      stop: () => service.stop(),
    },
    database: {
      get address() {
        return database.address;
      },
      drop: () => database.drop(),
    },
    restart: async () => {
      await service.stop();
      await start();
    },
  };
}
