import { createHash } from 'node:crypto';
import type { GenericOAuthConfig, GenericOAuthUserInfo } from 'better-auth/plugins/generic-oauth';
import { z } from 'zod';
import { isNobodysAddress } from '../../people/nobodys-address.js';
import { unusableText } from '../../text/refused-text.js';
import { type Claims, PROVIDER, type RoleRule, rolesOf } from '../roles/role-map.js';

/** A provider of sign-in by OpenID Connect, as it is configured. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** As its button says it. */
  readonly name: string;
  readonly rules: readonly RoleRule[];
  /** An address that returns the user's groups for an access token; they become the claim `groups`. */
  readonly groupsUrl: string | undefined;
  /** Whether its e-mail addresses are trusted even when it does not say that it has verified them. */
  readonly trustsEmail: boolean;
}

export interface ProviderParts {
  readonly settings: ProviderSettings;
  /** Called with the roles that the claims give, before the user is signed in. */
  readonly onClaims: (subject: string, roles: ReturnType<typeof rolesOf>) => Promise<void>;
}

const discoverySchema = z.object({ issuer: z.string(), userinfo_endpoint: z.url() });

/** A claim that is stored. */
const storedClaim = z.string().refine((text) => unusableText(text) === undefined, 'cannot be stored');

const claimsSchema = z.looseObject({
  sub: storedClaim.min(1),
  name: storedClaim.optional(),
  email: storedClaim.optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
});

/**
 * The configuration of the provider for better-auth, which checks state, PKCE, nonce and the ID token's signature, issuer and
 * audience. Added here: 1. read the claims from the user info, not only from the ID token, 2. read the groups where they have
 * an address of their own, 3. report the roles that the claims give.
 */
export function providerConfig({ settings, onClaims }: ProviderParts): GenericOAuthConfig {
  const { issuer, clientId, clientSecret, scopes, name, rules, groupsUrl, trustsEmail } = settings;
  const discoveryUrl = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return {
    providerId: PROVIDER,
    name,
    discoveryUrl,
    clientId,
    clientSecret,
    scopes: [...scopes],
    pkce: true,
    requireIdTokenVerification: true,
    overrideUserInfo: true,
    // Another provider's accounts are other people, though they may be numbered alike.
    accountSubject: ({ profile }) => subjectAt(issuer, String(profile.sub)),
    getUserInfo: async ({ accessToken, idToken }): Promise<GenericOAuthUserInfo | null> => {
      if (!accessToken || !idToken) return null;
      const discovered = discoverySchema.parse(await readJson(discoveryUrl));
      if (discovered.issuer !== issuer)
        throw new Error(`the provider identifies itself as ${discovered.issuer}`);
      const claims = claimsSchema.parse(await readJson(discovered.userinfo_endpoint, accessToken));
      const groups = groupsUrl === undefined ? {} : { groups: await readJson(groupsUrl, accessToken) };
      const all: Claims = { ...claims, ...groups };
      await onClaims(subjectAt(issuer, claims.sub), rolesOf(all, rules));
      return { sub: claims.sub, ...identity(claims, issuer, trustsEmail) };
    },
  };
}

const subjectAt = (issuer: string, sub: string) => `${issuer} ${sub}`;

/**
 * A user needs an address. An unverified one proves nothing and must not lead to somebody else's roles: such a user gets a
 * made-up address in a domain without mail (RFC 2606). An address in that domain never counts as verified: those are made up
 * here and in first-coordinator.ts, for people who are identified in another way.
 */
function identity(claims: z.infer<typeof claimsSchema>, issuer: string, trustsEmail: boolean) {
  const { sub, name = '', email, email_verified } = claims;
  const isVerified =
    email !== undefined &&
    !isNobodysAddress(email) &&
    (trustsEmail || email_verified === true || email_verified === 'true');
  const standIn = createHash('sha256').update(`${issuer} ${sub}`).digest('hex').slice(0, 32);
  return {
    name: name === '' ? (email ?? sub) : name,
    email: isVerified ? email : `${standIn}@oidc.invalid`,
    emailVerified: isVerified,
  };
}

async function readJson(address: string, accessToken?: string): Promise<unknown> {
  const headers = accessToken === undefined ? {} : { Authorization: `Bearer ${accessToken}` };
  const response = await fetch(address, {
    headers: { Accept: 'application/json', ...headers },
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`${new URL(address).origin} returned ${response.status}`);
  return response.json();
}
