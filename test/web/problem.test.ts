import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../src/database/unavailable.js';
import { problemHandler } from '../../src/http/problem-details.js';
import { RequestProblem } from '../../src/routing/problem.js';
import { fetchJson } from '../../src/web/client/data/api/problem.js';

const app = express();
app.get('/away', () => {
  throw new DatabaseUnavailable('away');
});
app.get('/busy', () => {
  throw new RequestProblem('busy', 'Too many people are following cycles at the moment.');
});
app.use(problemHandler(() => undefined));
const server = createServer(app);
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('the page takes a service whose database is away for one that is away itself, so that what is saved waits', async () => {
  await expect(fetchJson(`${url}/away`, 'nb')).rejects.toMatchObject({
    status: 0,
    detail: 'The database cannot be reached.',
  });
});

it('the page takes any other refusal for one', async () => {
  await expect(fetchJson(`${url}/busy`, 'nb')).rejects.toMatchObject({ status: 503 });
});
