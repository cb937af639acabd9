import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { clientAddress } from '../../src/http/client-address.js';
import { trustProxySchema } from '../../src/http/trust-proxy.js';

/** What a server on this machine takes for the address of a client that says this of where it comes from. */
async function seen(trustProxy: string, forwarded: string): Promise<string> {
  const clientOf = clientAddress(trustProxySchema.parse(trustProxy));
  const server = createServer((incoming: IncomingMessage, response) => response.end(clientOf(incoming)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sent = request({ host: '127.0.0.1', port, headers: { 'X-Forwarded-For': forwarded } }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const [body] = (await once(response, 'data')) as [Buffer];
  server.closeAllConnections();
  server.close();
  return body.toString();
}

it.each([
  ['loopback', '193.213.112.4', '193.213.112.4'],
  ['loopback', '1.1.1.1, 193.213.112.4', '193.213.112.4'],
  ['1', '1.1.1.1, 193.213.112.4', '193.213.112.4'],
  ['2', '1.1.1.1, 193.213.112.4, 10.1.2.3', '193.213.112.4'],
  ['0', '193.213.112.4', '127.0.0.1'],
  ['10.0.0.0/8', '193.213.112.4', '127.0.0.1'],
  ['loopback, 10.0.0.0/8', '193.213.112.4, 10.1.2.3', '193.213.112.4'],
])('behind the proxies %s, a client that is said to be %s is %s', async (trustProxy, forwarded, client) => {
  expect(await seen(trustProxy, forwarded)).toBe(client);
});

it('an IPv6 client is the network that one customer has', async () => {
  expect(await seen('loopback', '2001:700:100:1::1')).toBe(await seen('loopback', '2001:700:100:2::9'));
});
