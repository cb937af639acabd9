import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that nobody listens on, for a service that has to know its address before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
