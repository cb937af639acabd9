import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below where Linux takes the ports of outgoing connections from, of which an attack opens thousands. */
const [FIRST, LAST] = [20_000, 32_000];

let next = FIRST;

/** A port that nobody listens on and no outgoing connection is given meanwhile. */
export async function serverPort(): Promise<number> {
  while (next < LAST) {
    const port = next;
    next += 1;
    if (await isFree(port)) return port;
  }
  throw new RangeError(`every port from ${FIRST} to ${LAST} is taken`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
