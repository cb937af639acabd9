import type { RequestHandler } from 'express';
import { type Options, rateLimit } from 'express-rate-limit';
import { RequestProblem } from '../routing/problem.js';

const WINDOW_MS = 15 * 60 * 1000;

const SHARED: Partial<Options> = {
  windowMs: WINDOW_MS,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  // Which proxies are trusted is Express's to say, by TRUST_PROXY.
  validate: { xForwardedForHeader: false, trustProxy: false },
  handler: (_request, _response, next) =>
    next(new RequestProblem('too-many-requests', 'Wait a quarter of an hour and try again.')),
};

/** Limits how often an address tries to sign in. */
export function signInLimit(): RequestHandler {
  return rateLimit({ ...SHARED, limit: 60 });
}
