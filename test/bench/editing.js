/** Benchmarks of the editing API: through HTTP, against the same statements on bare better-sqlite3 in the same run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { readConfig } from '../../dist/compose/config.js';
import { startService } from '../../dist/compose/service.js';

const CYCLE = '39-2026-2027';
const ADMIN_TOKEN = 'a-token-only-for-the-bench';
const PATCHES = 100;
const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, 'Content-Type': 'application/json' };

const ms = (start) => Number(process.hrtime.bigint() - start) / 1e6;
const percentile = (times, share) =>
  times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

async function timed(count, run) {
  const times = [];
  for (let n = 0; n < count; n += 1) {
    const start = process.hrtime.bigint();
    await run(n);
    times.push(ms(start));
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** The statements of a PATCH, and those of reading a cycle, without anything around them. */
async function bare(file, taskId) {
  const sqlite = new SqliteDatabase(file);
  sqlite.pragma('synchronous = NORMAL');
  const { body } = sqlite.prepare('select body from tasks where id = ?').get(taskId);
  let revision = 1_000_000;
  const patch = sqlite.transaction(() => {
    revision += 1;
    sqlite.prepare('update cycles set updated_at = updated_at where id = ?').run(CYCLE);
    sqlite.prepare('select body from tasks where id = ?').get(taskId);
    sqlite.prepare('update tasks set body = ? where county = ? and id = ?').run(body, '39', taskId);
    sqlite
      .prepare(
        `insert into history (county, cycle_id, revision, position, at, who, action, task_id, before_body, after_body)
         values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?)`,
      )
      .run('39', CYCLE, revision, '', 'bench', 'changed', taskId, body, body);
  });
  const read = sqlite.prepare('select body from tasks where county = ? and cycle_id = ?');
  const result = {
    patch: await timed(PATCHES, patch),
    read: await timed(20, () => read.all('39', CYCLE).map((row) => JSON.parse(row.body))),
  };
  sqlite.prepare('delete from history where revision > 1000000').run();
  sqlite.close();
  return result;
}

/** Measures a cycle that has `factor` times as many tasks as the generated one. */
export async function benchEditing(factor, report) {
  const folder = mkdtempSync(join(tmpdir(), 'arshjul-bench-'));
  const file = join(folder, 'bench.sqlite');
  const service = await startService(
    readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      DATABASE_URL: file,
      ADMIN_TOKEN,
      SCHOOL_YEAR: '2026/2027',
    }),
    { now: () => '2026-11-24T10:00:00.000Z', version: 'bench' },
  );
  try {
    const sqlite = new SqliteDatabase(file);
    const rows = sqlite.prepare('select * from tasks').all();
    const insert = sqlite.prepare(
      'insert into tasks (county, cycle_id, id, version, body, published) values (?, ?, ?, ?, ?, ?)',
    );
    sqlite.transaction(() => {
      for (let copy = 1; copy < factor; copy += 1) {
        for (const { county, cycle_id, id, version, body } of rows) {
          const task = JSON.stringify({ ...JSON.parse(body), id: `${id}-copy${copy}`, origin: 'local' });
          insert.run(county, cycle_id, `${id}-copy${copy}`, version, task, task);
        }
      }
    })();
    sqlite.close();
    const taskId = `${CYCLE}-skolestart`;
    const call = async (path, options = {}) => {
      const response = await fetch(service.url + path, { headers, ...options });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    };
    let version = 1;
    const patch = await timed(PATCHES, async (n) => {
      const body = JSON.stringify({ title: `Skolestart ${n}` });
      ({ version } = await call(`/api/tasks/${taskId}`, {
        method: 'PATCH',
        body,
        headers: { ...headers, 'If-Match': `"${version}"` },
      }));
    });
    const read = await timed(20, () => call(`/api/cycles/${CYCLE}/tasks?actor=school&kind=deadline`));
    const preview = await timed(5, () =>
      call(`/api/cycles/${CYCLE}/regenerate?preview=true`, { method: 'POST', body: '{}' }),
    );
    const baseline = await bare(file, taskId);
    const tasks = rows.length * factor;
    const size = `${tasks} tasks`;
    const patchBaseline = 'the same statements on bare better-sqlite3, p50';
    report(`PATCH of a task, ${size}, p50`, patch.p50, patchBaseline, baseline.patch.p50);
    report(`PATCH of a task, ${size}, p99`, patch.p99, patchBaseline, baseline.patch.p50);
    const readBaseline = 'reading and parsing all rows on bare better-sqlite3, p50';
    report(`read a filtered cycle, ${size}, p50`, read.p50, readBaseline, baseline.read.p50);
    report(`read a filtered cycle, ${size}, p99`, read.p99, readBaseline, baseline.read.p50);
    report(`preview a regeneration, ${size}, p50`, preview.p50, readBaseline, baseline.read.p50);
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}
