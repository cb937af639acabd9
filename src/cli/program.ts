import { Command, CommanderError } from 'commander';
import type { Instant, IsoDate } from '../calendar/iso-date.js';
import { ArshjulError, type Fault } from '../errors/arshjul-error.js';
import { FILE_FORMATS } from '../exchange/formats.js';
import { PAPERS } from '../poster/paper.js';
import { POSTER_CONTENTS, POSTER_THEMES, UNNAMED } from '../poster/poster-order.js';
import { LEVELS } from '../task/level.js';
import { GROUPINGS } from '../wheel/wheel-of-tasks.js';
import {
  type AccessWork,
  exampleUnitsCommand,
  type SignInLinkOptions,
  signInLinkCommand,
} from './access-commands.js';
import { backupCommand, type CopyOptions, restoreCommand, type Storage } from './backup-commands.js';
import type { GenerateOptions } from './generate-command.js';
import type { ImportOptions } from './import-school-year-command.js';
import type { Output } from './output.js';
import {
  outboxCommand,
  type Reminders,
  type RemindOptions,
  remindCommand,
  type SimulateOptions,
  simulateCommand,
} from './reminder-commands.js';

/** What the commands depend on: only main knows the clock, the settings and the network. */
export interface ProgramEnvironment {
  readonly output: Output;
  readonly version: string;
  readonly today: () => IsoDate;
  /** Starts the service; resolves when it has stopped. */
  readonly serve: () => Promise<void>;
  /** Brings the database up to date; returns the names of the migrations that ran. */
  readonly migrate: () => Promise<string[]>;
  readonly storage: Storage;
  readonly baseUrl: string | undefined;
  readonly now: () => Instant;
  readonly access: AccessWork;
  /** Runs work with the reminders of the configured county, on its database. */
  readonly withReminders: (work: (reminders: Reminders) => Promise<void>) => Promise<void>;
}

/** The exit codes: the command succeeded, failed, or its arguments or input cannot be used. */
const EXIT = { worked: 0, failed: 1, unusable: 2 } as const;

const EXIT_OF: Record<Fault['code'], number> = {
  'unknown-county': EXIT.unusable,
  'invalid-argument': EXIT.unusable,
  'invalid-setting': EXIT.unusable,
  'unreadable-file': EXIT.unusable,
  'unwritable-file': EXIT.unusable,
  'invalid-data': EXIT.unusable,
  'newer-database': EXIT.unusable,
  'database-unavailable': EXIT.failed,
  'file-in-use': EXIT.failed,
  'port-in-use': EXIT.failed,
};

/** Runs the command line; returns the exit code and never throws. */
export async function runProgram(args: readonly string[], environment: ProgramEnvironment): Promise<number> {
  const { output } = environment;
  try {
    await program(environment).parseAsync(args, { from: 'user' });
    return EXIT.worked;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.worked : EXIT.unusable;
    if (error instanceof ArshjulError) {
      output.err(`${error.message}\n`);
      return EXIT_OF[error.fault.code];
    }
    output.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.failed;
  }
}

/** The commands. Modules that only some of them need are loaded by those, so that the others do not wait for them. */
function program(environment: ProgramEnvironment): Command {
  const { output } = environment;
  const root = new Command('arshjul')
    .description('Årshjul for Norwegian upper-secondary education')
    .version(environment.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text), writeErr: (text) => output.err(text) });

  root
    .command('generate')
    .description("write a county's default årshjul for a school year to a file; needs no database")
    .requiredOption('--county <number>', 'county number, such as 39')
    .requiredOption('--school-year <year>', 'school year, such as 2026/2027')
    .option('--level <level>', `how large: ${LEVELS.join(', ')}`, 'complete')
    .option('--format <format>', FILE_FORMATS.join(', '), 'ics')
    .option('--language <language>', 'nb, nn or en', 'nb')
    .option('--content <content>', `what svg, png and pdf show: ${POSTER_CONTENTS.join(' or ')}`, 'wheel')
    .option('--rings <rings>', `what the rings of the wheel represent: ${GROUPINGS.join(', ')}`, 'phase')
    .option('--paper <paper>', `size of svg, png and pdf: ${PAPERS.join(', ')}`, 'a3')
    .option('--theme <theme>', `colours of svg, png and pdf: ${POSTER_THEMES.join(', ')}`, 'light')
    .option(
      '--unnamed <unnamed>',
      `tasks that the wheel has no room to name are ${UNNAMED.join(' or ')}`,
      'counted',
    )
    .option('--out <file>', 'file to write; standard output if left out')
    .option(
      '--base-url <address>',
      'base address of the service, for links to its task pages',
      environment.baseUrl,
    )
    .option('--data <folder>', 'data folder to use instead of the one included with the program')
    .action(async (options: GenerateOptions) => {
      const { generateCommand } = await import('./generate-command.js');
      await generateCommand(options, output);
    });

  root
    .command('serve')
    .description('start the service; it is configured by environment variables, see docs/settings.md')
    .action(() => environment.serve());

  root
    .command('migrate')
    .description('migrate the database to the current version')
    .action(async () => {
      const ran = await environment.migrate();
      output.out(ran.length === 0 ? 'the database is up to date\n' : `ran ${ran.join(', ')}\n`);
    });

  root
    .command('backup')
    .description('write a consistent copy of the embedded database to a file, even while the service runs')
    .argument('<file>', 'the file to write')
    .option('--force', 'replace an existing file')
    .action((file: string, options: CopyOptions) =>
      backupCommand(file, options, environment.storage, output),
    );

  root
    .command('restore')
    .description('replace the embedded database with a backup; stop the service first')
    .argument('<file>', 'a file written by the backup command')
    .option('--force', 'replace an existing database')
    .action((file: string, options: CopyOptions) =>
      restoreCommand(file, options, environment.storage, output),
    );

  root
    .command('sign-in-link')
    .description('create a one-time link that signs in a coordinator of the county, who is added if unknown')
    .option(
      '--address <address>',
      'e-mail address of the coordinator; the county’s first coordinator if left out',
    )
    .option('--name <name>', 'name of the coordinator')
    .action((options: SignInLinkOptions) => signInLinkCommand(options, environment.access, output));

  root
    .command('example-units')
    .description('add made-up schools and offices to the county, each marked as an example')
    .action(() => exampleUnitsCommand(environment.access, output));

  root
    .command('remind')
    .description('work out which reminders are due, put them in the outbox and send them')
    .option('--at <moment>', 'pretend that it is this moment, such as 2026-09-01T07:00:00+02:00')
    .option('--dry-run', 'only print who would receive what')
    .action((options: RemindOptions) =>
      environment.withReminders((reminders) => remindCommand(options, reminders, environment.now(), output)),
    );

  root
    .command('simulate')
    .description('print how many reminders each recipient gets each week, as CSV')
    .requiredOption('--from <date>', 'first day, such as 2026-08-01')
    .requiredOption('--to <date>', 'last day, such as 2027-07-31')
    .action((options: SimulateOptions) =>
      environment.withReminders((reminders) => simulateCommand(options, reminders, output)),
    );

  root
    .command('outbox')
    .description('list the reminder messages and their status, newest first')
    .action(() => environment.withReminders((reminders) => outboxCommand(reminders, output)));

  root
    .command('import-school-year')
    .description('check a skolerute (YAML, CSV, iCalendar or text) and add it to data/school-years')
    .argument('[file]', 'the skolerute; its format follows from .yaml, .csv or .ics')
    .option('--text', 'read a text copied from a page or a PDF, from standard input without a file')
    .option('--confirm', 'with --text: store what was understood; otherwise it is only shown')
    .option('--county <number>', 'county number, if not given in the file')
    .option('--school-year <year>', 'school year, if not given in the file')
    .option('--source <page>', 'the web page it was taken from, if not given in the file')
    .option('--data <folder>', 'data folder to use instead of the one included with the program')
    .action(async (file: string | undefined, options: ImportOptions) => {
      const { importSchoolYearCommand } = await import('./import-school-year-command.js');
      importSchoolYearCommand(file, options, environment.today(), output);
    });

  root
    .command('check-data')
    .description(
      'validate everything in data/, and print the number of entries of each kind, which skoleruter and dates are known, and what the templates rest on',
    )
    .option('--data <folder>', 'data folder to use instead of the one included with the program')
    .action(async (options: { data?: string }) => {
      const { checkDataCommand } = await import('./check-data-command.js');
      checkDataCommand(options, environment.today(), output);
    });

  return root;
}
