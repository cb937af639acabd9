import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import { scratchFolder } from '../scratch-folder.js';

/** A database of its own for a test, on one of the engines. */
export interface TestDatabase {
  /** The address as DATABASE_URL takes it. */
  readonly address: string;
  readonly drop: () => Promise<void>;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgres')}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

type Engine = 'SQLite' | 'PostgreSQL';

const ENGINES: Readonly<Record<Engine, () => Promise<TestDatabase>>> = {
  SQLite: async () => {
    const folder = scratchFolder('arshjul');
    return { address: join(folder, 'test.sqlite'), drop: async () => rmSync(folder, { recursive: true }) };
  },
  PostgreSQL: async () => {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await onServer(`create database ${name}`);
    return {
      address: `${inject('postgres')}/${name}`,
      drop: () => onServer(`drop database ${name} with (force)`),
    };
  },
};

/** Declares tests on one engine. */
export function onDatabase(
  engine: Engine,
  name: string,
  tests: (create: () => Promise<TestDatabase>) => void,
): void {
  describe(`${name}, on ${engine}`, () => tests(ENGINES[engine]));
}

/** Declares the same tests on every engine. */
export function onEachDatabase(name: string, tests: (create: () => Promise<TestDatabase>) => void): void {
  for (const engine of Object.keys(ENGINES) as Engine[]) onDatabase(engine, name, tests);
}
