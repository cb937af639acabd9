import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Kysely } from 'kysely';
import type { Database } from '../../database/database.js';
import { rethrowingUnavailable, wasUnavailable } from '../../database/unavailable.js';
import { browserName, writeBrowserName } from './browser-name.js';
import { type ProviderParts, providerConfig } from './provider.js';

/** How long a one-time link lasts. */
export const LINK_SECONDS = 15 * 60;

const SESSION_DAYS = 7;
const DAY_SECONDS = 24 * 60 * 60;

/** The path that better-auth handles itself: only the provider's redirect back is let through. */
export const AUTH_PATH = '/api/auth';

export interface AuthParts {
  readonly database: Database;
  readonly secretKey: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Undefined when there is no provider. */
  readonly provider: ProviderParts | undefined;
  /** Called with the user of every new session, however they signed in. */
  readonly onSession: (userId: string) => Promise<void>;
  readonly onWarning: (message: string) => void;
}

/**
 * Sign-in, sessions and one-time links by better-auth, on the service's own database: its tables are made by
 * db/migrations, with dates as text and truth as 0 or 1 on either engine, which it calls the type `sqlite`.
 */
export function createAuth({ database, secretKey, baseUrl, provider, onSession, onWarning }: AuthParts) {
  return betterAuth({
    baseURL: baseUrl,
    basePath: AUTH_PATH,
    secret: createHmac('sha256', secretKey).update('sessions').digest('base64url'),
    database: { db: database as unknown as Kysely<Record<string, never>>, type: 'sqlite' },
    trustedOrigins: [new URL(baseUrl).origin],
    telemetry: { enabled: false },
    // Requests are counted ahead of it, by express-rate-limit.
    rateLimit: { enabled: false },
    // What it logs may hold addresses and tokens; its sentence says enough.
    logger: {
      level: 'warn',
      log: (_level, message) => {
        if (!wasUnavailable()) onWarning(message);
      },
    },
    onAPIError: { errorURL: `${baseUrl}/sign-in` },
    advanced: {
      cookiePrefix: 'arshjul',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      // It checks for its tables with SQLite's queries, also on PostgreSQL; the migrations create them.
      database: { validateSchema: false },
    },
    user: {
      modelName: 'auth_users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_sessions',
      expiresIn: SESSION_DAYS * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      fields: {
        userId: 'user_id',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'auth_accounts',
      updateAccountOnSignIn: false,
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, userAgent: writeBrowserName(browserName(session.userAgent)) },
          }),
          after: ({ userId }) => onSession(userId),
        },
      },
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata }) => (metadata as LinkMetadata).take(token),
      }),
      ...(provider ? [genericOAuth({ config: [providerConfig(provider)] })] : []),
    ],
  });
}

/** What a link is ordered with: who takes its token, by mail, in the terminal or in a test. */
interface LinkMetadata {
  readonly take: (token: string) => void;
}

export type Auth = ReturnType<typeof createAuth>;

/** Makes the token of a one-time link for an address; whoever uses it has proven to own the address. */
export async function makeLinkToken(auth: Auth, address: string, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = { email: address, name, metadata: { take: resolve } };
    rethrowingUnavailable(() => auth.api.signInMagicLink({ body, headers: new Headers() })).catch(reject);
  });
}

/** The address of a one-time link. The token is in the fragment, which no server, log or referrer sees; a button uses it. */
export function linkAddress(baseUrl: string, token: string): string {
  return `${baseUrl}/sign-in#link=${token}`;
}
