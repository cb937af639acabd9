import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardOutgoing, isPrivate } from '../../src/access/sign-in/outgoing.js';

describe('an address', () => {
  it.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['255.255.255.255', true],
    ['193.213.112.4', false],
    ['::1', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['::ffff:10.0.0.1', true],
    ['::ffff:193.213.112.4', false],
    ['2001:700::1', false],
  ])('%s: private is %s', (address, expected) => {
    expect(isPrivate(address)).toBe(expected);
  });
});

describe('a request to another host', () => {
  let server: Server;
  let port: number;
  let undo: () => Promise<void> = async () => undefined;

  beforeEach(async () => {
    server = createServer((_request, response) => response.end('inside'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(async () => {
    await undo();
    server.closeAllConnections();
    server.close();
  });

  const refusal = async (host: string) => {
    const error = await fetch(`http://${host}:${port}/`).then(
      () => undefined,
      (thrown: Error) => thrown.cause,
    );
    return error instanceof Error ? error.name : undefined;
  };

  it('does not reach the inside, by address or by name', async () => {
    undo = guardOutgoing([]);
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])
      expect(await refusal(host), host).toBe('PrivateAddress');
  });

  it('reaches a host inside that is configured, and no other', async () => {
    undo = guardOutgoing(['127.0.0.1']);
    expect(await refusal('127.0.0.1')).toBeUndefined();
    expect(await refusal('localhost')).toBe('PrivateAddress');
  });
});
