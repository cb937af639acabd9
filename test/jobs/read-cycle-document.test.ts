import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { CycleDocument } from '../../src/exchange/cycle-document.js';
import { type DocumentRows, documentRows } from '../../src/exchange/cycle-document-rows.js';
import { type ServiceJobs, serviceJobs } from '../../src/jobs/service-jobs.js';
import { RequestProblem } from '../../src/routing/problem.js';
import { knowledge } from '../calendar/samples.js';
import { onDatabase } from '../database/databases.js';
import { freshService } from '../http/fresh-service.js';
import { ADMIN_TOKEN } from '../http/test-service.js';

onDatabase('SQLite', 'a cycle document that is read in a thread', (createDatabase) => {
  const { service } = freshService(createDatabase);
  let jobs: ServiceJobs;

  beforeAll(() => {
    jobs = serviceJobs(knowledge.folder);
  });
  afterAll(() => jobs.close());
  afterEach(async () => {
    // Whatever became of the one before, the next is read.
    expect(await read(JSON.stringify(await documentOfService()))).toMatchObject({ cycle: { county: '39' } });
  });

  const documentOfService = async (): Promise<CycleDocument> =>
    (
      await request(service.url)
        .get('/api/cycles/39-2026-2027/document')
        .set({ Authorization: `Bearer ${ADMIN_TOKEN}`, 'On-Behalf-Of': 'kari' })
        .expect(200)
    ).body;

  /** The document as it is handed over, all its rows taken. */
  const read = (text: string) =>
    jobs.readCycleDocument(
      { bytes: Buffer.from(text), language: 'nb', county: null },
      async ({ cycle, units, rows }) => {
        const parts: DocumentRows[] = [];
        for await (const part of rows) parts.push(part);
        return { cycle, units, parts };
      },
    );

  it('comes as its head and the rows that a database keeps, a little at a time', async () => {
    const document = await documentOfService();
    const { cycle, units, parts } = await read(JSON.stringify(document));
    expect({ cycle, units }).toEqual({ cycle: document.cycle, units: document.units });
    /** The rows, with what is kept as JSON read again: its keys stand in the order of the schema. */
    const rowsOf = (all: Iterable<DocumentRows>) =>
      [...all].flatMap(({ table, rows }) =>
        rows.map((row) =>
          Object.entries({ table, ...row }).map(([name, value]) => [
            name,
            String(value).startsWith('{') ? JSON.parse(String(value)) : value,
          ]),
        ),
      );
    const rows = rowsOf(parts);
    expect(rows.length).toBeGreaterThan(document.entries.length);
    expect(isDeepStrictEqual(rows, rowsOf(documentRows(document)))).toBe(true);
    for (const part of parts) expect(JSON.stringify(part.rows).length).toBeLessThan(400_000);
  });

  it('is left when nobody wants its rows', async () => {
    const text = JSON.stringify(await documentOfService());
    expect(
      await jobs.readCycleDocument(
        { bytes: Buffer.from(text), language: 'nb', county: null },
        async ({ cycle }) => cycle.id,
      ),
    ).toBe('39-2026-2027');
  });

  it('is refused with what is wrong in it, at most a hundred flaws', async () => {
    const document = await documentOfService();
    await expect(read(JSON.stringify({ ...document, units: [] }))).rejects.toMatchObject({
      code: 'invalid-request',
      errors: { length: 100 },
    });
    await expect(read(JSON.stringify({ ...document, version: 2 }))).rejects.toMatchObject({
      errors: [{ pointer: '/body/version' }],
    });
  });

  it.each([
    ['no JSON', '{"format":', 'invalid-request', 'is not well-formed JSON'],
    [
      'lists in lists',
      `${'['.repeat(100_000)}`,
      'too-large',
      'is nested 41 levels deep; at most 40 levels are read',
    ],
    [
      '65 MB',
      `"${'x'.repeat(65_000_000)}"`,
      'too-large',
      'has 65,000,002 bytes; at most 64,000,000 are read',
    ],
  ])('is refused when it is %s', async (_name, text, code, detail) => {
    await expect(read(text)).rejects.toMatchObject({ code, errors: [{ pointer: '/body', detail }] });
  });

  it('is read or refused with mistakes in it, never more', async () => {
    const document = await documentOfService();
    const [entries, history] = [
      document.entries.slice(0, 2),
      document.history.map((each) => ({ ...each, changes: [] })),
    ];
    const text = JSON.stringify({ ...document, entries, history });
    await read(text);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.string({ maxLength: 5 }),
        fc.nat(20),
        async (at, put, gone) => {
          const made = await read(text.slice(0, at) + put + text.slice(at + gone)).catch(
            (error: unknown) => error,
          );
          if (made instanceof Error) expect(made).toBeInstanceOf(RequestProblem);
        },
      ),
      { numRuns: 30 },
    );
  });
});
