import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { instant } from '../../src/calendar/iso-date.js';
import { runProgram } from '../../src/cli/program.js';
import type { Knowledge } from '../../src/datafiles/knowledge.js';
import { Mailing } from '../reminders/mailing.js';
import { scratchFolder } from '../scratch-folder.js';
import { type Asked, ask, automation } from './api.js';
import type { Json } from './differences.js';
import type { Told } from './story.js';

/** When the databases are opened again: a Wednesday morning, before anything is sent. */
export const OPENED_AT = instant('2027-01-06T05:30:00Z');

/** The moments at which reminders are sent: the same day, the next, a new week, the winter break’s eve, a new month. */
const JOBS = [
  '2027-01-06T06:30:00Z',
  '2027-01-06T06:31:00Z',
  '2027-01-07T06:30:00Z',
  '2027-01-11T06:30:00Z',
  '2027-01-12T06:30:00Z',
  '2027-02-01T06:30:00Z',
  '2027-02-12T06:30:00Z',
] as const;

/** The answer of one request. */
export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Json;
}

/** One request, and who makes it: anyone, the owner of a token of the story, or automation, for a unit or for the county. */
export interface Question {
  readonly who: 'anyone' | keyof Told['tokens'] | { readonly unit: string } | 'county';
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly body?: object;
}

export type Exchange = Question & { readonly answer: Answer };

/** What a feed served at its address. */
export interface ServedFeed {
  readonly path: string;
  readonly status: number;
  readonly etag: string | null;
  readonly type: string | null;
  readonly body: string;
}

/** A mail as it arrived. */
export interface SentMail {
  readonly job: string;
  readonly id: string | undefined;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string | undefined;
  readonly text: string | undefined;
  readonly attachments: readonly string[];
}

/** What callers may send with an operation of the API; what they have to is marked. */
export type Operations = Readonly<Record<string, readonly string[]>>;

/** What a version answers, serves, sends and prints on the database of the story. */
export interface Observed {
  readonly told: Told;
  readonly reads: readonly Exchange[];
  readonly undos: readonly Exchange[];
  readonly feeds: Readonly<Record<string, ServedFeed>>;
  readonly mails: readonly SentMail[];
  readonly operations: Operations;
  readonly help: Readonly<Record<string, string>>;
  readonly generated: Readonly<Record<string, string>>;
}

/** Starts the service on a copy of a database, at the moment at which databases are opened again; stopped, it drops the copy. */
export function openCopy(database: Buffer, knowledge?: Knowledge): Promise<Mailing> {
  const folder = scratchFolder('before');
  const address = join(folder, 'copy.sqlite');
  writeFileSync(address, database);
  const copy = { address, drop: async () => rmSync(folder, { recursive: true }) };
  return Mailing.start(copy, {}, OPENED_AT, knowledge);
}

/** Works with a service on a copy of its own. */
export async function onCopy<T>(
  database: Buffer,
  work: (mailing: Mailing) => Promise<T>,
  knowledge?: Knowledge,
): Promise<T> {
  const mailing = await openCopy(database, knowledge);
  try {
    return await work(mailing);
  } finally {
    await mailing.stop();
  }
}

function headersOf(who: Question['who'], { tokens }: Pick<Told, 'tokens'>): Asked['as'] {
  if (who === 'anyone') return {};
  if (who === 'county') return automation();
  if (typeof who === 'object') return automation(who.unit);
  return { Authorization: `Bearer ${tokens[who]}` };
}

/** Asks and returns what was answered; what a preview is carried out by is left out, since it sums up what was previewed. */
export async function answerOf(
  mailing: Pick<Mailing, 'service'>,
  told: Pick<Told, 'tokens'>,
  { who, method, path, body }: Question,
): Promise<Answer> {
  const as = headersOf(who, told) ?? {};
  const {
    status,
    headers,
    body: json,
    text,
  } = await ask(mailing, method, path, { as, ...(body && { body }) });
  const isJson = /json/.test(headers['content-type'] ?? '');
  const { token: _token, ...rest } = isJson && !Array.isArray(json) ? json : { token: null };
  const answered = !isJson ? text : Array.isArray(json) ? json : rest;
  return { status, etag: headers.etag ?? null, body: answered };
}

/** Asks one after the other, and returns each with its answer. */
export async function exchangesOf(
  mailing: Pick<Mailing, 'service'>,
  told: Pick<Told, 'tokens'>,
  questions: readonly Question[],
): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const question of questions)
    exchanges.push({ ...question, answer: await answerOf(mailing, told, question) });
  return exchanges;
}

/** What a service serves at an address of a feed. */
export async function servedAt(mailing: Pick<Mailing, 'service'>, path: string): Promise<ServedFeed> {
  const { status, headers, text } = await request(mailing.service.url)
    .get(path)
    .set('Accept-Encoding', 'identity');
  return { path, status, etag: headers.etag ?? null, type: headers['content-type'] ?? null, body: text };
}

/** Runs the reminder job at the moments of the observation, and returns the mails that arrived, job by job. */
export async function sentMails(mailing: Mailing): Promise<SentMail[]> {
  const sent: SentMail[] = [];
  for (const job of JOBS) {
    const before = mailing.mails.length;
    await mailing.job(job);
    const arrived = mailing.mails
      .slice(before)
      .map(({ messageId, envelope: { from, to }, subject, text, attachments }) => ({
        job,
        id: messageId,
        from,
        to,
        subject,
        text,
        attachments: attachments.map(({ content }) => content.toString()),
      }));
    // Several are on their way at once.
    sent.push(...arrived.sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)));
  }
  return sent;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** What can be sent with each operation of a service: `query unit`, `body title (required)`. */
export async function operationsOf(mailing: Pick<Mailing, 'service'>): Promise<Operations> {
  const document = (await request(mailing.service.url).get('/openapi.json').expect(200)).body as OpenApi;
  const resolved = (schema: Schema): Schema =>
    schema.$ref === undefined
      ? schema
      : (document.components?.schemas?.[schema.$ref.replace('#/components/schemas/', '')] ?? schema);
  const marked = (name: string, isRequired: boolean) => (isRequired ? `${name} (required)` : name);
  const sentWith = ({ parameters = [], requestBody }: Operation) => [
    ...parameters.map(({ in: place, name, required = false }) => marked(`${place} ${name}`, required)),
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => {
      const { properties = {}, required = [] } = resolved(schema);
      return Object.keys(properties).map((name) => marked(`body ${name}`, required.includes(name)));
    }),
  ];
  return Object.fromEntries(
    Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => [
        `${method.toUpperCase()} ${path}`,
        sentWith(operation),
      ]),
    ),
  );
}

/** What the command line prints for arguments that need neither settings nor a database. */
export async function printedBy(args: readonly string[]): Promise<string> {
  let printed = '';
  const unused = () => {
    throw new Error(`${args.join(' ')} needs more than its arguments`);
  };
  const code = await runProgram(args, {
    output: {
      out: (content) => {
        printed += typeof content === 'string' ? content : Buffer.from(content).toString();
      },
      err: (text) => {
        printed += text;
      },
    },
    version: '0.0.0',
    today: unused,
    now: unused,
    baseUrl: 'https://arshjul.example',
    serve: unused,
    migrate: unused,
    storage: { backUp: unused, restore: unused, keyFile: unused },
    access: { signInLink: unused, addExampleUnits: unused },
    withReminders: unused,
  });
  if (code !== 0) throw new Error(`arshjul ${args.join(' ')} ended with ${code}: ${printed}`);
  return printed;
}

/** Commands that write a county’s calendar without a database, by what they write. */
export const GENERATED: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    ['ics', 'nb'],
    ['ics', 'nn'],
    ['ics', 'en'],
    ['csv', 'nb'],
    ['json', 'nb'],
  ].map(([format = '', language = '']) => [
    `${format} ${language}`,
    [
      ...['generate', '--county', '39', '--school-year', '2026/2027'],
      ...['--format', format, '--language', language],
    ],
  ]),
);

/** The help of the program and of each of its commands, by their names; the program’s own by an empty one. */
export async function helpOfAll(): Promise<Record<string, string>> {
  const all = await printedBy(['--help']);
  const commands = namedIn(all).filter((name) => /^[a-z]/.test(name));
  const help: Record<string, string> = { '': all };
  for (const command of commands) {
    const name = command.split(/[ |]/)[0] ?? '';
    if (name !== 'help') help[name] = await printedBy([name, '--help']);
  }
  return help;
}

/** The arguments, options and commands that a help names, without what it says of them: `--county <number>`. */
export function namedIn(help: string): string[] {
  return help
    .split('\n')
    .filter((line) => /^ {2}\S/.test(line))
    .map((line) => line.trim().split(/ {2,}/)[0] ?? '');
}
