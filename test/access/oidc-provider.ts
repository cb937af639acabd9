import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type AccountClaims } from 'oidc-provider';

/** A real OpenID provider on this machine, for whoever signs in at it by their account name. */
export interface TestProvider {
  readonly issuer: string;
  /** How many requests have reached it. */
  readonly requests: () => number;
  readonly stop: () => Promise<void>;
}

export const CLIENT = { id: 'arshjul', secret: 'a-client-secret-only-for-this-test' };

/**
 * Starts a provider that insists on PKCE; the claims of an account are those given, asked for anew at each sign-in. At
 * /groups it answers an access token with groups, as Feide does.
 */
export async function startProvider(
  baseUrl: string,
  claimsOf: (account: string) => Omit<AccountClaims, 'sub'>,
  groups: () => readonly object[] = () => [],
): Promise<TestProvider> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    if (request.url === '/groups') {
      const isSent = /^Bearer \S+$/.test(request.headers.authorization ?? '');
      response.writeHead(isSent ? 200 : 401, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(isSent ? groups() : {}));
      return;
    }
    void handle(request, response);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${baseUrl}/api/auth/callback/oidc`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], groups: ['groups'] },
    cookies: { keys: ['only-for-this-test'] },
    findAccount: async (_context, account) => ({
      accountId: account,
      claims: async () => ({ sub: account, ...claimsOf(account) }),
    }),
    pkce: { required: () => true },
  });
  const handle = provider.callback();
  return {
    issuer,
    requests: () => requests,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
