import { toNodeHandler } from 'better-auth/node';
import type { RequestHandler } from 'express';
import { rethrowingUnavailable } from '../../database/unavailable.js';
import { PROVIDER } from '../roles/role-map.js';
import type { Auth } from './auth.js';

/**
 * Lets better-auth handle the provider's redirect back, and none of its many other addresses: everything else goes through
 * our own routes, which are in the table of permissions.
 */
export function authHandler(auth: Auth, onFailed: (address: string) => void): RequestHandler {
  const handle = toNodeHandler((request: Request) => rethrowingUnavailable(() => auth.handler(request)));
  return (request, response, next) => {
    if (request.method !== 'GET' || request.path !== `/callback/${PROVIDER}`) return next();
    response.on('finish', () => {
      const location = String(response.getHeader('location') ?? '');
      if (response.statusCode >= 400 || /[?&]error=/.test(location)) onFailed(request.ip ?? '');
    });
    handle(request, response).catch(next);
  };
}
