import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { ArshjulError } from '../errors/arshjul-error.js';

/** Listens; resolves when it does. Throws ArshjulError `port-in-use`, or `invalid-setting` for a HOST or PORT that cannot be listened on. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host);
  try {
    // `once` rejects when the server emits an error instead.
    await once(server, 'listening');
  } catch (error) {
    throw listeningFault(error, host, port);
  }
}

/** Finds out whether one could listen there, before anything else is done; throws as `listen` does. */
export async function tryListening(host: string, port: number): Promise<void> {
  const server = createServer();
  await listen(server, host, port);
  const closed = once(server, 'close');
  server.close();
  await closed;
}

/** Turns an error of listening into one about HOST and PORT; returns the error itself when it is not about them. */
export function listeningFault(error: unknown, host: string, port: number): unknown {
  const unusable = (name: string, what: string) => new ArshjulError({ code: 'invalid-setting', name, what });
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new ArshjulError({ code: 'port-in-use', host, port });
    case 'EACCES':
      return unusable(
        'PORT',
        `${port} requires privileges that this user lacks; set a port from 1024 to 65535`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
      return unusable(
        'HOST',
        `${JSON.stringify(host)} is not a name or address of this machine; set one such as localhost, 0.0.0.0 or ::`,
      );
    default:
      return error;
  }
}
