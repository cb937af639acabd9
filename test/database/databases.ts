import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, inject } from 'vitest';
import type { Instant } from '../../src/calendar/iso-date.js';
import { scratchFolder } from '../scratch-folder.js';
import { left, onServer } from './on-server.js';
import { copyPostgres, copySqlite, furtherTemplate } from './template.js';

/** A database of its own for a test, on one of the engines. */
export interface TestDatabase {
  /** The address as DATABASE_URL takes it. */
  readonly address: string;
  readonly drop: () => Promise<void>;
}

/**
 * Makes a database: with nothing in it but its tables, or begun, as startTestService leaves it that is started once at an
 * instant, NOW_OF_TESTS when none is given.
 */
export type CreateDatabase = (contents?: 'empty' | 'begun', at?: Instant) => Promise<TestDatabase>;

type Engine = 'SQLite' | 'PostgreSQL';

/** How to make a database on an engine of which a template is known by a name, and to keep it as another template. */
interface Copying {
  readonly copy: (template: string) => Promise<TestDatabase>;
  readonly keep: (database: TestDatabase, template: string) => Promise<void>;
}

const COPYING: Readonly<Record<Engine, Copying>> = {
  SQLite: {
    copy: async (template) => {
      const folder = scratchFolder('arshjul');
      const address = join(folder, 'test.sqlite');
      copySqlite(template, address);
      return { address, drop: async () => rmSync(folder, { recursive: true }) };
    },
    keep: async ({ address }, template) => copySqlite(address, template),
  },
  PostgreSQL: {
    copy: async (template) => {
      const { server } = inject('templates');
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await copyPostgres(server, template, name);
      return {
        address: `${server}/${name}`,
        drop: async () => void (await onServer(server, `drop database ${name} with (force)`)),
      };
    },
    keep: async ({ address }, template) => {
      const { server } = inject('templates');
      const name = new URL(address).pathname.slice(1);
      await left(server, name);
      await copyPostgres(server, name, template);
    },
  },
};

/** The templates of begun databases that this process has made so far, by engine and instant. */
const begun = new Map<string, Promise<string>>();

async function makeBegun(engine: Engine, at: Instant | undefined, number: number): Promise<string> {
  const { startTestService } = await import('../http/test-service.js');
  const { copy, keep } = COPYING[engine];
  const template = furtherTemplate(inject('templates'), number)[engine];
  const database = await copy(inject('templates')[engine]);
  const service = await startTestService(database.address, at === undefined ? {} : { now: () => at });
  await service.stop();
  await keep(database, template);
  await database.drop();
  return template;
}

const creating =
  (engine: Engine): CreateDatabase =>
  async (contents = 'empty', at) => {
    const { copy } = COPYING[engine];
    if (contents === 'empty') return copy(inject('templates')[engine]);
    const key = `${engine} ${at}`;
    const template = begun.get(key) ?? makeBegun(engine, at, begun.size);
    begun.set(key, template);
    return copy(await template);
  };

/** Declares tests on one engine. */
export function onDatabase(engine: Engine, name: string, tests: (create: CreateDatabase) => void): void {
  describe(`${name}, on ${engine}`, () => tests(creating(engine)));
}

/** Declares the same tests on every engine. */
export function onEachDatabase(name: string, tests: (create: CreateDatabase) => void): void {
  for (const engine of Object.keys(COPYING) as Engine[]) onDatabase(engine, name, tests);
}
