import type { IncomingMessage } from 'node:http';
import { ipKeyGenerator } from 'express-rate-limit';
import proxyAddress from 'proxy-addr';
import { type TrustedProxies, trusts } from './trust-proxy.js';

/**
 * Returns the client address of a request, as given by the proxies that TRUST_PROXY names; for IPv6, the network that one
 * customer has. For requests handled before Express, which reads the same setting.
 */
export function clientAddress(trustProxy: TrustedProxies): (request: IncomingMessage) => string {
  const trusted = trusts(trustProxy);
  return (request) => ipKeyGenerator(proxyAddress(request, trusted));
}
