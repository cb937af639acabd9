import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, getGlobalDispatcher, setGlobalDispatcher } from 'undici';

/** Networks that are not the internet's: RFC 6890 and its registries. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, bits);
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6');

/** Whether an address is not one of the public internet; an IPv4 address within IPv6 counts as what it is. */
export function isPrivate(address: string): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** A request was about to reach an address that only the inside can reach. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';

  constructor(host: string) {
    super(`${host} is not a public internet address; add it to OIDC_PRIVATE_HOSTS to allow it`);
  }
}

/**
 * Keeps every `fetch` of the process from connecting to private addresses, except those of the allowed hosts. The address is
 * checked when connecting, so that a host name cannot resolve differently afterwards. Returns how to undo it.
 */
export function guardOutgoing(allowedHosts: readonly string[]): () => Promise<void> {
  const lookup: LookupFunction = (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      if (addresses.some(({ address }) => isPrivate(address))) return done(new PrivateAddress(host), []);
      if (options.all) return done(null, addresses);
      const [first] = addresses;
      return done(null, first?.address ?? '', first?.family);
    });
  const [guarded, open] = [buildConnector({ lookup, timeout: 10_000 }), buildConnector({ timeout: 10_000 })];
  const agent = new Agent({
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
    connect: (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (allowedHosts.includes(host)) return open(options, callback);
      if (isIP(host) !== 0 && isPrivate(host)) return callback(new PrivateAddress(host), null);
      return guarded(options, callback);
    },
  });
  const before = getGlobalDispatcher();
  setGlobalDispatcher(agent);
  return async () => {
    if (getGlobalDispatcher() === agent) setGlobalDispatcher(before);
    await agent.close();
  };
}
