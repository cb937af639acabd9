import type { IncomingMessage } from 'node:http';
import { ipKeyGenerator } from 'express-rate-limit';
import proxyAddress from 'proxy-addr';
import { type TrustedProxies, trusts } from './trust-proxy.js';

/**
 * Tells the address of the client of a request, as the proxies that TRUST_PROXY names tell it; of IPv6 the network that one
 * customer has. For what is answered ahead of Express, which reads the same setting.
 */
export function clientAddress(trustProxy: TrustedProxies): (request: IncomingMessage) => string {
  const trusted = trusts(trustProxy);
  return (request) => ipKeyGenerator(proxyAddress(request, trusted));
}
