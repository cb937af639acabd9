/**
 * Watches a service from outside, in a process of its own, so that what keeps the attacker busy is not taken for what
 * keeps the service busy. 1. Asks /healthz every 20 ms over one kept connection, and a bare server in the same way.
 * 2. Looks ten times a second at the memory of the service and of the processes that it has started.
 * Told `{watch}`: the address and the process id of a service; `{during}`: which attack begins. Told `'report'`: answers
 * what it has seen, and during which attack it was worst.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';

/** The attack that is under way; before the first one the service is prepared, which is not measured. */
let during = '';

const EVERY_MS = 20;
const LONGEST_MS = 60_000;

/** Asks an address again and again; what is asked while an answer is awaited counts as waiting since its turn. */
class Asking {
  latencies = [];
  failures = [];
  longest = { milliseconds: 0, during: '' };
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #isUnderway = false;
  #timer;

  constructor(url) {
    this.#timer = setInterval(() => this.#ask(url), EVERY_MS);
  }

  #ask(url) {
    if (this.#isUnderway) return;
    this.#isUnderway = true;
    const attack = during;
    const asked = performance.now();
    const done = (failure) => {
      if (!this.#isUnderway) return;
      this.#isUnderway = false;
      const took = performance.now() - asked;
      if (failure && this.#timer !== undefined) this.failures.push(failure);
      if (attack === '') return;
      if (took > this.longest.milliseconds) this.longest = { milliseconds: took, during: attack };
      for (let waited = took; waited > 0; waited -= EVERY_MS) this.latencies.push(waited);
    };
    const request = get(url, { agent: this.#agent, timeout: LONGEST_MS }, (response) => {
      response.resume();
      response.on('end', () => done(response.statusCode === 200 ? undefined : `${response.statusCode}`));
      response.on('error', ({ message }) => done(message));
    });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${LONGEST_MS} ms`)));
    request.on('error', ({ message }) => done(message));
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#agent.destroy();
  }
}

/** What a process and those that it has started hold in memory, in MB; 0 when it is gone. */
function residentMegabytes(pid) {
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return own + children.reduce((sum, child) => sum + residentMegabytes(child), 0);
  } catch {
    return 0;
  }
}

function percentiles(latencies) {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1), count: sorted.length };
}

const reference = fork(fileURLToPath(new URL('reference-server.js', import.meta.url)));
const [{ port }] = await once(reference, 'message');
const bare = new Asking(`http://127.0.0.1:${port}/`);

const latencies = [];
const failures = [];
let longest = { milliseconds: 0, during: '' };
let largest = { megabytes: 0, during: '' };
let healthz;
let memory;

function leave() {
  clearInterval(memory);
  if (!healthz) return;
  healthz.stop();
  latencies.push(...healthz.latencies);
  failures.push(...healthz.failures);
  if (healthz.longest.milliseconds > longest.milliseconds) longest = healthz.longest;
  healthz = undefined;
}

process.on('message', (message) => {
  if (message === 'leave') {
    leave();
    process.send('left');
  } else if (message === 'report') {
    leave();
    process.send({
      healthz: percentiles(latencies),
      bare: percentiles(bare.latencies),
      failures: [...new Set(failures)],
      longest,
      largest,
    });
  } else if (message.during !== undefined) {
    during = message.during;
  } else {
    const { url, pid } = message.watch;
    healthz = new Asking(`${url}/healthz`);
    memory = setInterval(() => {
      const megabytes = Math.round(residentMegabytes(pid));
      if (megabytes > largest.megabytes) largest = { megabytes, during };
    }, 100);
  }
});
process.on('disconnect', () => process.exit());
process.send('ready');
