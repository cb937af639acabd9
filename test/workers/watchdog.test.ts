import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PROCESS = fileURLToPath(new URL('./watched-process.js', import.meta.url));

async function run(does: 'held-up' | 'nothing') {
  const child = spawn(process.execPath, [PROCESS, does], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [[code, signal], log] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
  return { code, signal, log };
}

describe('the watch over the main thread', () => {
  it('ends a process whose main thread is held up, and says so in its log', async () => {
    const { signal, log } = await run('held-up');
    expect(signal).toBe('SIGKILL');
    expect(JSON.parse(log)).toMatchObject({
      level: 60,
      msg: 'the main thread has been blocked for 1 s; the process exits, to be restarted',
    });
  });

  it('lets a process end that has nothing more to do', async () => {
    expect(await run('nothing')).toEqual({ code: 0, signal: null, log: '' });
  });
});
