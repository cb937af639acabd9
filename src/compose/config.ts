import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { roleRuleSchema } from '../access/roles/role-map.js';
import { schoolYearLabelSchema } from '../calendar/school-year-label.js';
import { databaseAddressFlaw, isPostgres, withoutPassword } from '../database/database-address.js';
import { ArshjulError } from '../errors/arshjul-error.js';
import { trustProxySchema } from '../http/trust-proxy.js';
import {
  bearerToken,
  isHost,
  mailbox,
  plain,
  smtpAddress,
  webAddress,
  webOrigin,
  wholeNumber,
  words,
} from './setting-forms.js';

const DATABASE_FILE = fileURLToPath(new URL('../../db/arshjul.sqlite', import.meta.url));

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every setting by its name; a test holds that the table of docs/settings.md and the table of wrong values name the same ones. */
export const settingsSchema = z.object({
  PORT: wholeNumber(0, 65_535, 'is not a port number from 0 to 65535').default(3000),
  HOST: z
    .string()
    .refine(isHost, 'is not a plain name or address of this machine, such as localhost, 0.0.0.0 or ::')
    .default('localhost'),
  BASE_URL: webOrigin.transform((url) => url.replace(/\/+$/, '')).optional(),
  DATABASE_URL: plain
    .check((context) => {
      const flaw = databaseAddressFlaw(context.value);
      if (flaw) context.issues.push({ code: 'custom', message: flaw, input: context.value });
    })
    .default(DATABASE_FILE),
  COUNTY: z
    .string()
    .regex(/^\d{2}$/, 'is not a county number of two digits')
    .default('39'),
  SCHOOL_YEAR: schoolYearLabelSchema.optional(),
  FIRST_CYCLE: z.enum(['published', 'none'], { error: 'is neither published nor none' }).default('published'),
  // Not trimmed: the addresses of existing feeds are derived from the exact value.
  SECRET_KEY: z.string().min(32, 'is shorter than 32 characters').optional(),
  ADMIN_TOKEN: bearerToken.optional(),
  METRICS_TOKEN: bearerToken.optional(),
  MAX_CONNECTIONS: wholeNumber(1, 1_000_000, 'is not a number from 1 to 1000000').default(10_000),
  SMTP_URL: smtpAddress.optional(),
  MAIL_FROM: mailbox.default('arshjul@localhost'),
  MAIL_BOUNCES: mailbox.optional(),
  MAIL_UNSUBSCRIBE: mailbox.optional(),
  TRUST_PROXY: trustProxySchema.default(['loopback']),
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
            'contains something that is not an origin, such as https://intranet.example',
          ),
      ),
    ),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: plain.optional(),
  OIDC_CLIENT_SECRET: plain.optional(),
  OIDC_NAME: plain.max(60, 'is longer than 60 characters').default('OpenID Connect'),
  OIDC_SCOPES: z
    .string()
    .default('openid profile email')
    .transform(words)
    .refine((scopes) => scopes.includes('openid'), 'should be a list of scopes that includes openid'),
  OIDC_ROLE_MAP: z
    .string()
    .default('[]')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON: it should be a list of rules' });
        return z.NEVER;
      }
    })
    .pipe(z.array(roleRuleSchema, { error: 'should be a list of rules' })),
  OIDC_GROUPS_URL: webAddress.optional(),
  OIDC_TRUST_EMAIL: z
    .enum(['true', 'false'], { error: 'is neither true nor false' })
    .default('false')
    .transform((text) => text === 'true'),
  OIDC_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((text) => words(text.toLowerCase()))
    .refine(
      (hosts) => hosts.every(isHost),
      'should be a list of hosts, without scheme, port and path, such as login.intranet.fylke.no',
    ),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is not one of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

/** Every setting of the service. Read once, at start. */
export type Config = z.infer<typeof settingsSchema>;

/** The settings that are never printed. */
const SECRETS = ['SECRET_KEY', 'ADMIN_TOKEN', 'METRICS_TOKEN', 'SMTP_URL', 'OIDC_CLIENT_SECRET'] as const;

/** Longer values are shown by their beginning. */
const LONGEST_SHOWN = 80;

/** Reads the settings from environment variables; throws ArshjulError `invalid-setting` for the first that is unusable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) {
    checkTogether(parsed.data);
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0]);
  throw unusable(
    name,
    `${shown(name, environment[name] ?? '')} ${whereIn(issue)}${issue?.message ?? 'is not valid'}`,
  );
}

/** Checks what settings ask of each other; throws ArshjulError `invalid-setting`. */
function checkTogether(config: Config): void {
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) {
    if (config.OIDC_ISSUER !== undefined && config[name] === undefined)
      throw unusable(name, 'is required with OIDC_ISSUER');
    if (config.OIDC_ISSUER === undefined && config[name] !== undefined)
      throw unusable(name, 'has no effect without OIDC_ISSUER, the provider’s address');
  }
  if (config.METRICS_TOKEN !== undefined && config.METRICS_TOKEN === config.ADMIN_TOKEN)
    throw unusable('METRICS_TOKEN', 'should differ from ADMIN_TOKEN, which may change everything');
}

const unusable = (name: string, what: string) => new ArshjulError({ code: 'invalid-setting', name, what });

/** A value in a form that can be shown in an error message. */
function shown(name: string, value: string): string {
  if (SECRETS.some((secret) => secret === name)) return 'as it is set';
  const open = withoutPassword(value);
  return JSON.stringify(open.length > LONGEST_SHOWN ? `${open.slice(0, LONGEST_SHOWN)}…` : open);
}

/** The part of a composite setting in which something is wrong. */
function whereIn(issue: z.core.$ZodIssue | undefined): string {
  const [, ...path] = issue?.path ?? [];
  return path.length === 0 ? '' : `at ${path.join('.')}: `;
}

/** The address that people reach the service by, without a slash at its end. */
export function baseUrlOf({ BASE_URL, HOST, PORT }: Pick<Config, 'BASE_URL' | 'HOST' | 'PORT'>): string {
  return BASE_URL ?? listeningUrl(HOST, PORT);
}

/** The address of a port of this machine. */
export function listeningUrl(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The settings as they may be logged. */
export function withoutSecrets(config: Config): Record<string, unknown> {
  const hidden = Object.fromEntries(SECRETS.filter((name) => config[name]).map((name) => [name, '(set)']));
  const { DATABASE_URL } = config;
  return {
    ...config,
    DATABASE_URL: isPostgres(DATABASE_URL) ? withoutPassword(DATABASE_URL) : DATABASE_URL,
    ...hidden,
  };
}
