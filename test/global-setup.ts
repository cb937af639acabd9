import type { TestProject } from 'vitest/node';
import { makeTemplates, type Templates } from './database/template.js';
import { type PostgresServer, startPostgres } from './postgres-server.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a PostgreSQL server on which databases may be created. */
    postgres: string;
    templates: Templates;
  }
}

/** Starts a real PostgreSQL for the tests, or takes the one that TEST_POSTGRES_URL names, and makes the templates of databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serverOfTests(process.env.TEST_POSTGRES_URL);
  const { templates, remove } = await makeTemplates(server.address);
  project.provide('postgres', server.address);
  project.provide('templates', templates);
  return async () => {
    await remove();
    await server.remove();
  };
}

async function serverOfTests(given: string | undefined): Promise<Pick<PostgresServer, 'address' | 'remove'>> {
  if (given) return { address: given, remove: async () => undefined };
  return startPostgres();
}
