import { fromNodeHeaders } from 'better-auth/node';
import { z } from 'zod';
import { rethrowingUnavailable } from '../../database/unavailable.js';
import type { County } from '../../framework/county.js';
import { inLanguage } from '../../language/text.js';
import { GIVEN_ROLES } from '../../people/given-role.js';
import { ROLES } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { route, type Transport } from '../../routing/route.js';
import { recordAudit } from '../audit/audit.store.js';
import { recordSignedInAs } from '../privacy/own-account.store.js';
import { findUser, membershipsOf } from '../roles/membership.store.js';
import { PROVIDER } from '../roles/role-map.js';
import type { Auth } from './auth.js';
import type { FailedSignIns } from './failed-sign-ins.js';
import { MailedLinks } from './mailed-links.js';
import { checkSameOrigin } from './same-origin.js';
import { mailLink, type SendLink, type SignInParts } from './sign-in.js';

const sessionSchema = z
  .object({
    name: z.string().nullable().meta({ description: 'Null when the caller has not signed in' }),
    role: z.enum(ROLES),
    county: z.string().nullable(),
    unit: z.string().nullable().meta({ description: 'The unit that the role is held in' }),
    personId: z.string().nullable().meta({ description: 'Distinguishes people with the same name' }),
    memberships: z.array(
      z.object({
        county: z.string(),
        countyName: z.string(),
        unit: z.string(),
        unitName: z.string(),
        role: z.enum(GIVEN_ROLES),
      }),
    ),
    ways: z.object({
      mail: z.boolean(),
      provider: z.string().nullable().meta({ description: 'The name of the provider, if there is one' }),
    }),
  })
  .meta({ id: 'Session' });

export interface SignInRouteParts extends SignInParts {
  readonly auth: Auth;
  readonly counties: readonly County[];
  readonly baseUrl: string;
  /** Undefined when no mail can be sent. */
  readonly send: SendLink | undefined;
  readonly providerName: string | undefined;
  readonly failures: FailedSignIns;
  /** Is given what is still to be done when a request has been answered, and sees to its end. */
  readonly afterAnswer: (work: Promise<void>) => void;
}

/** The routes by which people sign in and out, and by which the page learns who is signed in. */
export function signInRoutes(parts: SignInRouteParts) {
  const { database, auth, counties, baseUrl, send, providerName, failures, afterAnswer, now } = parts;
  const mailed = new MailedLinks();
  const ofOwnPage = ({ headers }: Transport) => checkSameOrigin('POST', headers, baseUrl);
  const keepCookies = ({ setCookie }: Transport, headers: Headers) => {
    for (const cookie of headers.getSetCookie()) setCookie(cookie);
  };
  return [
    route({
      method: 'get',
      path: '/api/session',
      summary: 'Show who is signed in, in which units they have a role, and which ways to sign in there are',
      response: sessionSchema,
      handle: async ({ caller, transport, language }) => {
        const ways = { mail: send !== undefined, provider: providerName ?? null };
        const { name, role, county, proof } = caller;
        if (proof.kind === 'none' || proof.kind === 'admin-token') {
          const known = proof.kind === 'none' ? { name: null, county: null } : { name, county };
          return { ...known, role, unit: caller.unit, personId: null, memberships: [], ways };
        }
        if (proof.kind === 'session') {
          const headers = fromNodeHeaders(transport.headers);
          const kept = await rethrowingUnavailable(() =>
            auth.api.getSession({ headers, returnHeaders: true }),
          );
          keepCookies(transport, kept.headers);
        }
        const user = await findUser(database, proof.userId);
        const held = user ? await membershipsOf(database, user) : [];
        // A role that was given since the session began is held from now on.
        if (user && proof.kind === 'session') await recordSignedInAs(database, user, held, now());
        const memberships = held.map((each) => {
          const ofCounty = counties.find(({ number }) => number === each.county);
          return {
            county: each.county,
            countyName: ofCounty ? inLanguage(ofCounty.name, language) : each.county,
            unit: each.unitId,
            unitName: each.unitName,
            role: each.role,
          };
        });
        const { personId } = caller;
        return { name, role, county, unit: caller.unit ?? county, personId, memberships, ways };
      },
    }),
    route({
      method: 'post',
      path: '/api/sign-in/mail',
      summary: 'Request a one-time link by e-mail; the response does not reveal whether the address is known',
      body: z.strictObject({ address: z.email().max(254) }),
      response: z.object({ minutes: z.int().meta({ description: 'For how long the link is valid' }) }),
      handle: async ({ body: { address }, transport }) => {
        ofOwnPage(transport);
        if (!send) throw new RequestProblem('conflict', 'This service does not send e-mail.');
        // Not awaited: the response time would reveal whether somebody has the address.
        if (await mailed.admit(transport.address, address)) {
          const failed = () => failures.count('mail', transport.address);
          afterAnswer(mailLink({ ...parts, send, failed }, address));
        }
        return { minutes: 15 };
      },
    }),
    route({
      method: 'post',
      path: '/api/sign-in/link',
      summary: 'Sign in with the token of a one-time link, which can be used only once',
      body: z.strictObject({ token: z.string().min(1).max(200) }),
      response: z.object({ name: z.string() }),
      handle: async ({ body: { token }, transport }) => {
        ofOwnPage(transport);
        // Only the User-Agent is passed on, from which a session stores the name of the browser.
        const headers = new Headers({ 'User-Agent': transport.headers['user-agent'] ?? '' });
        const answer = await rethrowingUnavailable(() =>
          auth.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true }).catch(() => undefined),
        );
        if (!answer) {
          await failures.count('link', transport.address);
          throw new RequestProblem('unauthorized', 'The link has been used, has expired or does not exist.');
        }
        keepCookies(transport, answer.headers);
        return { name: answer.response.user.name };
      },
    }),
    route({
      method: 'post',
      path: '/api/sign-in/provider',
      summary: 'Get the address at which to sign in with the provider',
      response: z.object({ url: z.string() }),
      handle: async ({ transport }) => {
        ofOwnPage(transport);
        if (providerName === undefined)
          throw new RequestProblem('conflict', 'No provider to sign in with has been set up.');
        const answer = await rethrowingUnavailable(() =>
          auth.api.signInSocial({
            body: { provider: PROVIDER, callbackURL: `${baseUrl}/`, errorCallbackURL: `${baseUrl}/sign-in` },
            headers: fromNodeHeaders(transport.headers),
            returnHeaders: true,
          }),
        );
        keepCookies(transport, answer.headers);
        return { url: String(answer.response.url) };
      },
    }),
    route({
      method: 'post',
      path: '/api/sign-out',
      summary: 'End the session',
      response: z.object({ signedOut: z.boolean() }),
      handle: async ({ caller, transport }) => {
        if (caller.proof.kind !== 'session') return { signedOut: false };
        const headers = fromNodeHeaders(transport.headers);
        const ended = await rethrowingUnavailable(() => auth.api.signOut({ headers, returnHeaders: true }));
        keepCookies(transport, ended.headers);
        if (caller.county !== null)
          await recordAudit(database, { county: caller.county, event: 'signed-out', by: caller }, now());
        return { signedOut: true };
      },
    }),
  ] as const;
}
