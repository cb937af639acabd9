import type { IncomingHttpHeaders } from 'node:http';
import { RequestProblem } from '../../routing/problem.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Throws RequestProblem `forbidden` for a change that another site may have had a browser make with its user's cookies
 * (CSRF). What the browser says of itself decides: Sec-Fetch-Site where it sends it, else Origin, which every browser
 * sends with a change. A program that sends neither has no use for a cookie: it has a token.
 */
export function checkSameOrigin(method: string, headers: IncomingHttpHeaders, baseUrl: string): void {
  if (SAFE_METHODS.includes(method) || isOfOwnPage(headers, baseUrl)) return;
  throw new RequestProblem('forbidden', 'The request does not come from a page of this service.');
}

function isOfOwnPage(
  { host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders,
  baseUrl: string,
): boolean {
  if (site !== undefined) return site === 'same-origin';
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host: sender } = new URL(origin);
  return sender === host || origin === new URL(baseUrl).origin;
}
