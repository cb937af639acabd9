import type { IncomingMessage } from 'node:http';
import { ipKeyGenerator } from 'express-rate-limit';
import proxyAddress from 'proxy-addr';

/**
 * Tells the address of the client of a request, as the proxies that TRUST_PROXY names tell it; of IPv6 the network that one
 * customer has. For what is answered ahead of Express, which reads the same setting.
 */
export function clientAddress(trustProxy: string): (request: IncomingMessage) => string {
  const trusted = proxyAddress.compile(trustProxy.split(',').map((each) => each.trim()));
  return (request) => ipKeyGenerator(proxyAddress(request, trusted));
}
