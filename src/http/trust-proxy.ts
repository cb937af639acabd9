import { isIP } from 'node:net';
import proxyAddress from 'proxy-addr';
import { z } from 'zod';

/** Which proxies are trusted: a number of the nearest ones, or those with these names, addresses and networks. */
export type TrustedProxies = number | readonly string[];

const NAMES = ['loopback', 'linklocal', 'uniquelocal'];

/** More proxies than any chain has; a longer number is an address or a typing error. */
const MOST_HOPS = 20;

const FORM = `should be the number of proxies in front (0 to ${MOST_HOPS}), or a list of ${NAMES.join(', ')}, addresses and networks such as 10.0.0.0/8`;

/** TRUST_PROXY: a number, or a list parted by commas or spaces. */
export const trustProxySchema = z.string().transform((text, context): TrustedProxies => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (/^\s*\d+\s*$/.test(text)) return Number(text) <= MOST_HOPS ? Number(text) : refuse(FORM);
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const flaw = words.map(proxyFlaw).find((each) => each !== undefined);
  if (flaw !== undefined) return refuse(flaw);
  return words.length === 0 ? refuse(FORM) : words;
});

/** What is wrong with one of the list, or undefined when nothing is. */
function proxyFlaw(word: string): string | undefined {
  if (word === 'true') return `would let anyone claim any address: it ${FORM}`;
  if (NAMES.includes(word)) return undefined;
  // proxy-addr would accept short forms of addresses, such as 1 for 0.0.0.1, which are surely mistakes.
  if (isIP(word.replace(/\/[^/]*$/, '')) === 0) return FORM;
  try {
    proxyAddress.compile(word);
    return undefined;
  } catch {
    return FORM;
  }
}

/** Returns whether a proxy is trusted, by its address and its distance from the service, as Express and proxy-addr ask. */
export function trusts(proxies: TrustedProxies): (address: string, hop: number) => boolean {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxyAddress.compile([...proxies]);
}

/** As TRUST_PROXY is written. */
export function trustedInWords(proxies: TrustedProxies): string {
  return typeof proxies === 'number' ? String(proxies) : proxies.join(', ');
}
