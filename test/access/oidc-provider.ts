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

/** A browser as far as it keeps cookies and follows where it is sent, of one site or several. */
class Wanderer {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Follows redirects to the page that stands at their end. */
  async go(url: string, form?: Readonly<Record<string, string>>): Promise<{ url: string; text: string }> {
    const { origin } = new URL(url);
    const own = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, own);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { Cookie: [...own].map(([name, value]) => `${name}=${value}`).join('; '), ...PAGE_HEADERS },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    this.keep(origin, response.headers.getSetCookie());
    const location = response.headers.get('location');
    if (location !== null) return this.go(new URL(location, url).href);
    return { url, text: await response.text() };
  }

  keep(origin: string, cookies: readonly string[]): void {
    const own = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, own);
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      own.set(name, value);
    }
  }

  cookiesOf(origin: string): string {
    return [...(this.#cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

const PAGE_HEADERS = { 'Sec-Fetch-Site': 'same-origin' };

/**
 * Signs in at the provider and comes back, as a browser does; the service's address has to be the one it is configured
 * with. Returns the cookies of the session, and where the way ended.
 */
export async function signInAtProvider(
  baseUrl: string,
  account: string,
): Promise<{ readonly cookie: string; readonly url: string }> {
  const wanderer = new Wanderer();
  const asked = await fetch(`${baseUrl}/api/sign-in/provider`, { method: 'POST', headers: PAGE_HEADERS });
  wanderer.keep(baseUrl, asked.headers.getSetCookie());
  const { url } = (await asked.json()) as { url: string };
  const login = await wanderer.go(url);
  const consent = await wanderer.go(login.url, { prompt: 'login', login: account, password: 'anything' });
  const back = await wanderer.go(consent.url, { prompt: 'consent' });
  return { cookie: wanderer.cookiesOf(baseUrl), url: back.url };
}
