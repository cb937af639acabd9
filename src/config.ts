import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { roleRuleSchema } from './access/role-map.js';
import { schoolYearLabelSchema } from './calendar/school-year-label.js';
import { ArshjulError } from './errors/arshjul-error.js';

const DATABASE_FILE = fileURLToPath(new URL('../db/arshjul.sqlite', import.meta.url));

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Without the slash at its end. */
const baseUrlSchema = z
  .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
  .transform((url) => url.replace(/\/+$/, ''));

const words = (text: string) => text.split(/[\s,]+/).filter((word) => word !== '');

/** One bare address; a name would stand in the place of the county's. */
const mailboxSchema = z.string().regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, 'is not an e-mail address');

const settingsSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port: a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'is not a port: a number from 0 to 65535')
    .default(3000),
  HOST: z.string().min(1).default('localhost'),
  MAX_CONNECTIONS: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, 'is not a number of connections from 1 to 9999999')
    .transform(Number)
    .default(10_000),
  BASE_URL: baseUrlSchema.optional(),
  DATABASE_URL: z.string().min(1).default(DATABASE_FILE),
  COUNTY: z
    .string()
    .regex(/^\d{2}$/, 'is not a county number of two digits')
    .default('39'),
  SCHOOL_YEAR: schoolYearLabelSchema.optional(),
  FIRST_CYCLE: z.enum(['published', 'none'], { error: 'is neither published nor none' }).default('published'),
  SECRET_KEY: z.string().min(32, 'is shorter than 32 characters').optional(),
  ADMIN_TOKEN: z.string().min(16, 'is shorter than 16 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is not an smtp(s) address' }).optional(),
  MAIL_FROM: mailboxSchema.default('arshjul@localhost'),
  MAIL_BOUNCES: mailboxSchema.optional(),
  MAIL_UNSUBSCRIBE: mailboxSchema.optional(),
  TRUST_PROXY: z.string().default('loopback'),
  FRAME_ANCESTORS: z
    .string()
    .default('')
    .transform(words)
    .pipe(
      z.array(
        z
          .string()
          .regex(
            /^https?:\/\/[^/;,'"\s]+$/,
            'names something that is no origin, such as https://intranet.example',
          ),
      ),
    ),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).default('OpenID Connect'),
  OIDC_SCOPES: z.string().default('openid profile email').transform(words),
  OIDC_ROLE_MAP: z
    .string()
    .default('[]')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.array(roleRuleSchema)),
  OIDC_GROUPS_URL: z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }).optional(),
  OIDC_TRUST_EMAIL: z
    .enum(['true', 'false'], { error: 'is neither true nor false' })
    .default('false')
    .transform((text) => text === 'true'),
  OIDC_PRIVATE_HOSTS: z.string().default('').transform(words),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is none of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

/** Every setting of the service. Read once, at start. */
export type Config = z.infer<typeof settingsSchema>;

/** The settings that are never printed. */
const SECRETS = ['SECRET_KEY', 'ADMIN_TOKEN', 'SMTP_URL', 'OIDC_CLIENT_SECRET'] as const;

/** Reads the settings from environment variables; throws ArshjulError `invalid-setting` for the first that is unusable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) {
    for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)
      if (parsed.data.OIDC_ISSUER !== undefined && parsed.data[name] === undefined)
        throw new ArshjulError({ code: 'invalid-setting', name, what: 'is needed with OIDC_ISSUER' });
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0]);
  throw new ArshjulError({
    code: 'invalid-setting',
    name,
    what: `${SECRETS.some((secret) => secret === name) ? 'as it is set' : JSON.stringify(environment[name])} ${whereIn(issue)}${issue?.message ?? 'is not valid'}`,
  });
}

/** Where in a setting that is made of parts something is wrong. */
function whereIn(issue: z.core.$ZodIssue | undefined): string {
  const [, ...path] = issue?.path ?? [];
  return path.length === 0 ? '' : `at ${path.join('.')}: `;
}

/** The settings as they may be logged. */
export function withoutSecrets(config: Config): Record<string, unknown> {
  const hidden = Object.fromEntries(SECRETS.filter((name) => config[name]).map((name) => [name, '(set)']));
  return { ...config, DATABASE_URL: config.DATABASE_URL.replace(/:\/\/[^@/]*@/, '://(hidden)@'), ...hidden };
}
