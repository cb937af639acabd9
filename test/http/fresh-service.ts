import { afterEach, beforeEach } from 'vitest';
import type { Service } from '../../src/compose/service.js';
import type { CreateDatabase, TestDatabase } from '../database/databases.js';
import { startTestService } from './test-service.js';

export interface FreshService {
  readonly service: Service;
  readonly database: TestDatabase;
  /** Stops the service and starts it again on the same database. */
  readonly restart: () => Promise<void>;
}

/**
 * A service on a database of its own, anew before each test of the block that asks for it. What is given stands for the
 * present test's: a test reads `service.url` as if there were no other.
 */
export function freshService(
  createDatabase: CreateDatabase,
  parts: Parameters<typeof startTestService>[1] = {},
): FreshService {
  let database: TestDatabase;
  let service: Service;
  const start = async () => {
    service = await startTestService(database.address, parts);
  };
  beforeEach(async () => {
    database = await createDatabase('begun');
    await start();
  });
  afterEach(async () => {
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
