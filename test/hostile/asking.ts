import { type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';

/** What has become of a request: answered, closed without an answer, or neither within the time it was given. */
export interface Answer {
  /** 0 without an answer. */
  readonly status: number;
  readonly fate: 'answered' | 'closed' | 'silent';
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
  readonly milliseconds: number;
  /** The body as JSON, taken for what the test knows it to be; undefined when it is none. */
  readonly json: <T = Record<string, unknown>>() => T;
}

export interface Asked {
  readonly headers?: OutgoingHttpHeaders;
  /** Sent as JSON when it is an object, as it is when it is text or bytes. */
  readonly body?: object | string | Buffer | undefined;
  /** The address that the request comes from, such as 127.0.0.2. */
  readonly from?: string;
  /** How long an answer is waited for. */
  readonly milliseconds?: number;
}

const PATIENCE_MS = 30_000;

function answerOf(
  status: number,
  fate: Answer['fate'],
  headers: Answer['headers'],
  body: Buffer,
  began: number,
): Answer {
  return {
    status,
    fate,
    headers,
    body,
    milliseconds: performance.now() - began,
    json: () => {
      try {
        return JSON.parse(body.toString());
      } catch {
        return undefined as never;
      }
    },
  };
}

/** Makes one request over a connection of its own; never throws. */
export function ask(url: string, method: string, path: string, asked: Asked = {}): Promise<Answer> {
  const { headers = {}, body, from = '127.0.0.1', milliseconds = PATIENCE_MS } = asked;
  const isPlain = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
  const bytes = isPlain ? Buffer.from(body ?? '') : Buffer.from(JSON.stringify(body));
  const { hostname, port } = new URL(url);
  const began = performance.now();
  return new Promise((resolve) => {
    const end = (
      status: number,
      fate: Answer['fate'],
      of: Answer['headers'] = {},
      content = Buffer.alloc(0),
    ) => {
      clearTimeout(timer);
      resolve(answerOf(status, fate, of, content, began));
    };
    const outgoing = request({
      hostname,
      port,
      method,
      path,
      localAddress: from,
      agent: false,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json', 'Content-Length': bytes.length }),
        ...headers,
      },
    });
    const timer = setTimeout(() => {
      end(0, 'silent');
      outgoing.destroy();
    }, milliseconds);
    outgoing.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      // A body that is not taken is answered and the connection closed, maybe amid the answer's last bytes.
      response.on('close', () =>
        end(response.statusCode ?? 0, 'answered', response.headers, Buffer.concat(parts)),
      );
      response.on('error', () => undefined);
    });
    outgoing.on('error', () => end(0, 'closed'));
    outgoing.end(bytes);
  });
}

/** Sends bytes as they are, which no HTTP client would, and reads what comes back; never throws. */
export function askInBytes(
  url: string,
  bytes: string | Buffer,
  { from = '127.0.0.1', milliseconds = PATIENCE_MS }: Pick<Asked, 'from' | 'milliseconds'> = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const began = performance.now();
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const end = (isSilent: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      const content = Buffer.concat(parts);
      const [head = '', ...rest] = content.toString('latin1').split('\r\n\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
      const headers = Object.fromEntries(
        head
          .split('\r\n')
          .slice(1)
          .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
      );
      const fate = status > 0 ? 'answered' : isSilent ? 'silent' : 'closed';
      resolve(answerOf(status, fate, headers, Buffer.from(rest.join('\r\n\r\n'), 'latin1'), began));
    };
    const socket = connect({ host: hostname, port: Number(port), localAddress: from });
    const timer = setTimeout(() => end(true), milliseconds);
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
    socket.write(bytes);
  });
}

/** Does something with each of many, so many at a time. */
export async function inTurns<T, R>(
  each: readonly T[],
  atOnce: number,
  work: (one: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(each.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < each.length; index = next++)
      results[index] = await work(each[index] as T, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** How often each fate of requests came, for a test to compare. */
export function tally(answers: readonly Pick<Answer, 'status' | 'fate'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, fate } of answers) {
    const what = fate === 'answered' ? String(status) : fate;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}
