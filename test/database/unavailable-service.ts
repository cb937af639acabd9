import type { TaskView } from '../../src/task/task-view.js';
import { OWN_PAGE } from '../access/sign-in.js';
import { type Served, serveArshjul } from '../cli/run-arshjul.js';
import { ADMIN_TOKEN, SECRET_KEY } from '../http/test-service.js';

export const CYCLE = '39-2026-2027';

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** The built service on a database, as somebody sees it who asks it things while the database is being troubled. */
export interface TroubledService extends Served {
  readonly ask: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** Changes a task, from the version that it has. */
  readonly change: (title: string) => Promise<Answer>;
  /** Uses a one-time link as the page does: by default the one that the first run has made. */
  readonly openLink: (token?: string) => Promise<Response>;
  /** The path of the feed that the first run has made. */
  readonly feedPath: string;
  /** The lines of the log that say something of the database, each as its level and its sentence. */
  readonly told: () => string[];
}

/** Starts the built service. */
export async function serveTroubled(address: string): Promise<TroubledService> {
  const served = await serveArshjul({
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    DATABASE_URL: address,
    ADMIN_TOKEN,
    SECRET_KEY,
    SCHOOL_YEAR: '2026/2027',
  });
  const authorized = { Authorization: `Bearer ${ADMIN_TOKEN}` };
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(served.url + path, init);
    const retryAfter = response.headers.get('Retry-After');
    return { status: response.status, retryAfter, body: await response.text() };
  };
  const path = `/api/tasks/${CYCLE}-skolestart`;
  const { version } = JSON.parse((await ask(path, { headers: authorized })).body) as TaskView;
  let known = version;
  return {
    ...served,
    openLink: (token = /#link=(\S+)/.exec(served.greeting)?.[1] ?? '') =>
      fetch(`${served.url}/api/sign-in/link`, {
        method: 'POST',
        headers: { ...OWN_PAGE, 'Content-Type': 'application/json' },
        body: JSON.stringify({ token }),
      }),
    feedPath: /feed +http:\/\/[^/]+(\/feeds\/\S+)/.exec(served.greeting)?.[1] ?? '',
    ask: (asked, headers = {}) => ask(asked, { headers: { ...authorized, ...headers } }),
    change: async (title) => {
      const headers = { ...authorized, 'Content-Type': 'application/json', 'If-Match': `"${known}"` };
      const answer = await ask(path, { method: 'PATCH', headers, body: JSON.stringify({ title }) });
      if (answer.status === 200) known = (JSON.parse(answer.body) as TaskView).version;
      return answer;
    },
    told: () =>
      served
        .log()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { level: number; msg: string })
        .filter(({ level, msg }) => level >= 40 || /database/.test(msg))
        .map(({ level, msg }) => `${level} ${msg}`),
  };
}

/** Asks until it is answered with the status. */
export async function until(status: number, ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer.status === status) return answer;
  }
}
