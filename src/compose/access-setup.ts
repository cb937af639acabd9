import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { writeClaimedRoles } from '../access/roles/membership.store.js';
import { type Auth, createAuth } from '../access/sign-in/auth.js';
import { authHandler } from '../access/sign-in/auth-handler.js';
import { FailedSignIns, type FailedWay } from '../access/sign-in/failed-sign-ins.js';
import { firstLink, lacksCoordinator } from '../access/sign-in/first-coordinator.js';
import { type Identify, identifier } from '../access/sign-in/identify.js';
import { guardOutgoing } from '../access/sign-in/outgoing.js';
import type { ProviderSettings } from '../access/sign-in/provider.js';
import { signedIn } from '../access/sign-in/sign-in.js';
import { signInMail } from '../access/sign-in/sign-in-mail.js';
import { TokenGuesses } from '../access/tokens/token-guesses.js';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { DatabaseUnavailable } from '../database/unavailable.js';
import { type Knowledge, wordingsOf } from '../datafiles/knowledge.js';
import type { Route } from '../routing/route.js';
import { accessRoutes } from './access-routes.js';
import type { Config } from './config.js';

/** The parts of access, put together: how people sign in, and how a request becomes a caller. */
export interface Access {
  readonly identify: Identify;
  readonly onWrongToken: (address: string) => Promise<void>;
  readonly routes: readonly Route[];
  readonly authHandler: RequestHandler;
  /** How to sign in, as lines for the person who starts the service. */
  readonly greeting: () => Promise<string[]>;
  readonly stop: () => Promise<void>;
}

export interface AccessParts {
  readonly config: Config;
  readonly database: Database;
  readonly knowledge: Knowledge;
  readonly secretKey: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly now: () => Instant;
  /** Called for each failed sign-in. */
  readonly onFailedSignIn: (way: FailedWay) => void;
  readonly log: Logger;
}

/** Puts sign-in, roles, tokens and the audit together. */
export function setUpAccess({
  config,
  database,
  knowledge,
  secretKey,
  baseUrl,
  now,
  onFailedSignIn,
  log,
}: AccessParts): Access {
  const county = config.COUNTY;
  const signIn = { database, county, now };
  const settings = providerSettings(config);
  // Nothing but sign-in at a provider asks other hosts for anything.
  const stopGuarding = settings ? guardOutgoing(config.OIDC_PRIVATE_HOSTS) : async () => undefined;
  const auth = createAuth({
    database,
    secretKey,
    baseUrl,
    provider: settings && {
      settings,
      onClaims: (subject, roles) => writeClaimedRoles(database, subject, roles, now()),
    },
    onSession: (userId) => signedIn(signIn, userId),
    onWarning: (message) => log.warn({ message }, 'sign-in'),
  });
  const onError = (error: unknown) => {
    if (!(error instanceof DatabaseUnavailable)) log.error({ err: error }, 'a sign-in failed');
  };
  const underWay = new Set<Promise<void>>();
  const afterAnswer = (work: Promise<void>) => {
    const ended = work.catch(onError).finally(() => underWay.delete(ended));
    underWay.add(ended);
  };
  const failures = new FailedSignIns({ ...signIn, onFailed: onFailedSignIn, onError });
  const guesses = new TokenGuesses();
  const onWrongToken = async (address: string) => {
    await failures.count('token', address);
    await guesses.count(address);
  };
  const wordings = wordingsOf(knowledge);
  const send =
    config.SMTP_URL === undefined
      ? undefined
      : signInMail({
          url: config.SMTP_URL,
          from: config.MAIL_FROM,
          textsIn: (language) => wordings[language].t,
        });
  return {
    onWrongToken,
    identify: identifier({ database, auth, adminToken: config.ADMIN_TOKEN, baseUrl, onWrongToken, now }),
    routes: accessRoutes(
      {
        ...signIn,
        auth,
        baseUrl,
        counties: knowledge.counties,
        send,
        providerName: settings?.name,
        failures,
        afterAnswer,
      },
      county,
    ),
    authHandler: authHandler(auth, (address) => void failures.count('provider', address).catch(onError)),
    greeting: async () => [
      ...(await firstLinkLines({ auth, database, baseUrl, county, settings })),
      ...(config.ADMIN_TOKEN ? ['automation  send ADMIN_TOKEN as a bearer token'] : []),
    ],
    stop: async () => {
      await Promise.all(underWay);
      guesses.stop();
      await failures.stop();
      await stopGuarding();
    },
  };
}

interface FirstLinkParts {
  readonly auth: Auth;
  readonly database: Database;
  readonly baseUrl: string;
  readonly county: string;
  /** Of the provider that people sign in at; undefined without one. */
  readonly settings: ProviderSettings | undefined;
}

/** The line with the first coordinator's link, as long as nobody can give others access. */
async function firstLinkLines({
  auth,
  database,
  baseUrl,
  county,
  settings,
}: FirstLinkParts): Promise<string[]> {
  const isMapped = settings?.rules.some(({ role, unit }) => role === 'county-coordinator' && unit === county);
  if (isMapped || !(await lacksCoordinator(database, county))) return [`sign in   ${baseUrl}/sign-in`];
  return [
    `sign in   ${await firstLink(auth, baseUrl, county)}`,
    '          as the county’s first coordinator: valid once, for 15 minutes',
  ];
}

function providerSettings(config: Config): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return {
    issuer,
    clientId,
    clientSecret,
    scopes: config.OIDC_SCOPES,
    name: config.OIDC_NAME,
    rules: config.OIDC_ROLE_MAP,
    groupsUrl: config.OIDC_GROUPS_URL,
    trustsEmail: config.OIDC_TRUST_EMAIL,
  };
}
