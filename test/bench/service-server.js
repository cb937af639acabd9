/** The service in a process of its own, with as many tasks as asked for. */
import { readConfig } from '../../dist/compose/config.js';
import { startService } from '../../dist/compose/service.js';

const SECRET_KEY = 'a-key-only-for-the-bench-0123456789';
const ADMIN_TOKEN = 'a-token-only-for-the-bench';
const NOW = '2026-11-24T10:00:00.000Z';

process.once('message', async ({ file, tasks }) => {
  const service = await startService(
    readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      DATABASE_URL: file,
      SECRET_KEY,
      ADMIN_TOKEN,
      SCHOOL_YEAR: '2026/2027',
    }),
    { now: () => NOW, version: 'bench' },
  );
  const call = async (method, path, body, ifMatch = '') => {
    const headers = {
      Authorization: `Bearer ${ADMIN_TOKEN}`,
      'Content-Type': 'application/json',
      'If-Match': ifMatch,
    };
    const response = await fetch(service.url + path, { method, headers, body: body && JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const known = await call('GET', '/api/cycles/39-2026-2027/tasks');
  for (let n = known.length; n < tasks; n += 1) {
    await call('POST', '/api/cycles/39-2026-2027/tasks', {
      title: `Oppgave ${n}`,
      description: 'En oppgave som fylket har lagt til selv, med så mange ord som slike har.',
      kind: 'activity',
      phase: 'oppfolging-vg1',
      category: 'koordinering',
      actor: 'school',
      start: '2026-10-22',
    });
  }
  const { revision } = await call('GET', '/api/cycles/39-2026-2027');
  await call('POST', '/api/cycles/39-2026-2027/publish', {}, `"${revision}"`);
  process.send({ port: Number(new URL(service.url).port) });
});

process.on('message', async (message) => {
  if (message === 'cpu') process.send({ cpu: process.cpuUsage() });
  if (message === 'memory') {
    globalThis.gc?.();
    process.send({ memory: process.memoryUsage() });
  }
});
