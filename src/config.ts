import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { schoolYearLabelSchema } from './calendar/school-year-label.js';
import { ArshjulError } from './errors/arshjul-error.js';

const DATABASE_FILE = fileURLToPath(new URL('../db/arshjul.sqlite', import.meta.url));

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Without the slash at its end. */
const baseUrlSchema = z
  .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
  .transform((url) => url.replace(/\/+$/, ''));

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
  BASE_URL: baseUrlSchema.optional(),
  DATABASE_URL: z.string().min(1).default(DATABASE_FILE),
  COUNTY: z
    .string()
    .regex(/^\d{2}$/, 'is not a county number of two digits')
    .default('39'),
  SCHOOL_YEAR: schoolYearLabelSchema.optional(),
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
    .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
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
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is none of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

/** Every setting of the service. Read once, at start. */
export type Config = z.infer<typeof settingsSchema>;

/** The settings that are never printed. */
const SECRETS = ['SECRET_KEY', 'ADMIN_TOKEN', 'SMTP_URL'] as const;

/** Reads the settings from environment variables; throws ArshjulError `invalid-setting` for the first that is unusable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0]);
  throw new ArshjulError({
    code: 'invalid-setting',
    name,
    what: `${JSON.stringify(environment[name])} ${issue?.message ?? 'is not valid'}`,
  });
}

/** The settings as they may be logged. */
export function withoutSecrets(config: Config): Record<string, unknown> {
  const hidden = Object.fromEntries(SECRETS.filter((name) => config[name]).map((name) => [name, '(set)']));
  return { ...config, DATABASE_URL: config.DATABASE_URL.replace(/:\/\/[^@/]*@/, '://(hidden)@'), ...hidden };
}
