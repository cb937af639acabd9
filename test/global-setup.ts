import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a PostgreSQL server on which databases may be created. */
    postgres: string;
  }
}

/** Starts a real PostgreSQL for the tests, or takes the one that TEST_POSTGRES_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) {
    project.provide('postgres', given);
    return async () => undefined;
  }
  const server = await startPostgres();
  project.provide('postgres', server.address);
  return server.remove;
}
