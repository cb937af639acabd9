import type { Output } from './output.js';

export interface CopyOptions {
  readonly force?: boolean;
}

/** What the commands about backups ask of the service's parts. */
export interface Storage {
  readonly backUp: (file: string, options: { readonly force: boolean }) => Promise<void>;
  readonly restore: (file: string, options: { readonly force: boolean }) => Promise<void>;
  /** The file of the secret key, which is not part of a backup; undefined when the key is a setting. */
  readonly keyFile: () => string | undefined;
}

/** `arshjul backup`: a consistent copy of the embedded database, while the service runs. */
export async function backupCommand(
  file: string,
  { force = false }: CopyOptions,
  { backUp, keyFile }: Storage,
  output: Output,
): Promise<void> {
  await backUp(file, { force });
  output.err(`${file} now holds a copy of the whole database${keyNote(keyFile())}\n`);
}

/** `arshjul restore`: puts a backup in the place of the embedded database. */
export async function restoreCommand(
  file: string,
  { force = false }: CopyOptions,
  { restore, keyFile }: Storage,
  output: Output,
): Promise<void> {
  await restore(file, { force });
  output.err(`the database has been restored from ${file}${keyNote(keyFile())}\n`);
}

const keyNote = (file: string | undefined) =>
  file === undefined ? '' : `; the addresses of feeds are derived from ${file}, which is not part of it`;
