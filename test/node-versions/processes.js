import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Runs a program to its end; answers its exit code and what it has said. */
export function run(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  return ended(child);
}

/** What a process has said by its end; `out` and `err` grow meanwhile. */
function ended(child) {
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => {
    said.out += part;
  });
  child.stderr.on('data', (part) => {
    said.err += part;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ ...said, code: code ?? signal }));
  });
}

/**
 * Starts the service by a command that may build it first. Answers its address, its feed, and how to stop it by SIGTERM:
 * what the command has ended with. Throws when it ends before it listens.
 */
export async function serve(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = ended(child);
  let printed = '';
  const listening = new Promise((resolve) => {
    child.stdout.on('data', (part) => {
      printed += part;
      if (/^API /m.test(printed)) resolve();
    });
  });
  const early = await Promise.race([listening, end]);
  if (early) throw new Error(`ended with ${early.code}: ${early.err || early.out}`);
  return {
    url: /^listening (\S+)$/m.exec(printed)?.[1],
    feed: /^feed +(\S+)$/m.exec(printed)?.[1],
    /** Resolves when it ends, which it is not to do by itself. */
    end,
    stop: () => {
      process.kill(serviceBelow(child.pid), 'SIGTERM');
      return end;
    },
  };
}

/** The process that serves: the one that was started, or the one that npm and its shell have started. */
function serviceBelow(pid) {
  const found = descendants(pid).find(
    (each) => commandLine(each).includes('dist/main.js serve') && !/^(sh|npm)\b/.test(commandLine(each)),
  );
  if (found === undefined) throw new Error('there is no service to stop');
  return found;
}

function descendants(pid) {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
  return [pid, ...children.flatMap(descendants)];
}

function parentOf(pid) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
