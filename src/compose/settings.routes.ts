import { z } from 'zod';
import { isPostgres } from '../database/database-address.js';
import { trustedInWords } from '../http/trust-proxy.js';
import { givenRoleSchema } from '../people/person.js';
import { route } from '../routing/route.js';
import type { Config } from './config.js';

const settingsSchema = z
  .object({
    version: z.string(),
    baseUrl: z.string(),
    database: z.enum(['sqlite', 'postgres']),
    county: z.string().meta({ description: 'The county whose cycle was generated on first run' }),
    mail: z
      .object({
        from: z.string(),
        bounces: z.string().nullable(),
        unsubscribe: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'Null when the service does not send e-mail' }),
    provider: z
      .object({
        name: z.string(),
        issuer: z.string(),
        trustsEmail: z.boolean(),
        rules: z.array(
          z.object({
            conditions: z.array(z.object({ claim: z.string(), value: z.string() })),
            unit: z.string(),
            role: givenRoleSchema,
          }),
        ),
      })
      .nullable()
      .meta({ description: 'Null when no provider to sign in with has been set up' }),
    automation: z.boolean().meta({ description: 'Whether ADMIN_TOKEN is set' }),
    proxies: z.string().meta({ description: 'The proxies whose forwarding headers are trusted' }),
    frameAncestors: z.array(z.string()),
  })
  .meta({ id: 'Settings' });

/** The route that shows a county coordinator the settings of the service, without its secrets. */
export function settingsRoutes({
  config,
  baseUrl,
  version,
}: {
  readonly config: Config;
  readonly baseUrl: string;
  readonly version: string;
}) {
  return [
    route({
      method: 'get',
      path: '/api/settings',
      summary: 'Show how the service is configured, without secrets',
      response: settingsSchema,
      handle: async ({ caller }): Promise<z.infer<typeof settingsSchema>> => ({
        version,
        baseUrl,
        database: isPostgres(config.DATABASE_URL) ? 'postgres' : 'sqlite',
        county: config.COUNTY,
        mail:
          config.SMTP_URL === undefined
            ? null
            : {
                from: config.MAIL_FROM,
                bounces: config.MAIL_BOUNCES ?? null,
                unsubscribe: config.MAIL_UNSUBSCRIBE ?? null,
              },
        provider:
          config.OIDC_ISSUER === undefined
            ? null
            : {
                name: config.OIDC_NAME,
                issuer: config.OIDC_ISSUER,
                trustsEmail: config.OIDC_TRUST_EMAIL,
                // Those of other counties are their matter.
                rules: config.OIDC_ROLE_MAP.filter(
                  ({ unit }) => caller.county === null || unit.startsWith(caller.county),
                ).map(({ claim, value, and, unit, role }) => ({
                  conditions: [{ claim, value }, ...and],
                  unit,
                  role,
                })),
              },
        automation: config.ADMIN_TOKEN !== undefined,
        proxies: trustedInWords(config.TRUST_PROXY),
        frameAncestors: config.FRAME_ANCESTORS,
      }),
    }),
  ] as const;
}
