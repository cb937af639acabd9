import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The SHA-256 of files by their path from the root of the project, `/` between its steps. */
export type Digests = Readonly<Record<string, string>>;

/** A part of what is built, which is made again when something that it was made of has changed. */
export interface Part {
  /** Its name in messages and of its stamp. */
  readonly name: string;
  /** Of all files of the sources, those that any making of it reads. */
  readonly reads: (source: string) => boolean;
  /** Whether it makes a difference which files the sources have, apart from what those say that it reads. */
  readonly readsNames: boolean;
  /** The variables of the environment that it reads, and what they are taken for where they are not set. */
  readonly variables: Readonly<Record<string, string>>;
  /** A glob of the files that it is, from the root, and those among them that are not of it. */
  readonly output: { readonly files: string; readonly without: readonly string[] };
  /** Makes it; resolves to the further sources that it was made of. Rejects when it cannot be made. */
  readonly make: () => Promise<readonly string[]>;
}

/** What a part was made of when it was last made whole, and what it was then. */
interface Stamp {
  readonly further: readonly string[];
  readonly made: Digests;
  readonly outputs: Digests;
}

/**
 * Makes a part unless it is up to date.
 * 1. Read its sources and present outputs. 2. Compare them with its stamp, by content, not by time. 3. When something
 * differs, delete the stamp, so that a half-made part is made again. 4. Make the part, and write the stamp of the sources as
 * they were before: a source changed meanwhile counts as changed.
 * Resolves to whether it was made; rejects as `make` does.
 */
export async function bringUpToDate(root: string, sources: Digests, part: Part): Promise<boolean> {
  const file = join(root, `dist/.${part.name}-stamp.json`);
  const stamp = readStamp(file);
  // Making a part may set them.
  const variables = Object.fromEntries(
    Object.entries(part.variables).map(([name, unset]) => [`$${name}`, process.env[name] || unset]),
  );
  const madeOf = (further: readonly string[]) => ({ ...sourcesOf(part, sources, further), ...variables });
  if (stamp && isSame(stamp.made, madeOf(stamp.further)) && isSame(stamp.outputs, outputsOf(root, part)))
    return false;
  rmSync(file, { force: true });
  const further = await part.make();
  const made: Stamp = {
    further,
    made: madeOf(further),
    outputs: outputsOf(root, part),
  };
  // A stamp is complete or absent.
  writeFileSync(`${file}.new`, JSON.stringify(made));
  renameSync(`${file}.new`, file);
  return true;
}

/** The digests of the files that globs name, and of no folders. */
export function digestsOf(root: string, globs: readonly string[], without: readonly string[] = []): Digests {
  const files = globSync([...globs], { cwd: root, exclude: [...without] })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();
  return Object.fromEntries(files.map((file) => [file, digest(readFileSync(join(root, file)))]));
}

function sourcesOf(part: Part, sources: Digests, further: readonly string[]): Digests {
  const read = Object.entries(sources).filter(([file]) => part.reads(file) || further.includes(file));
  return {
    ...Object.fromEntries(read),
    ...(part.readsNames && { names: digest(Object.keys(sources).join('\n')) }),
  };
}

const outputsOf = (root: string, { output }: Part) => digestsOf(root, [output.files], output.without);

function readStamp(file: string): Stamp | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('base64url');

function isSame(one: Digests, other: Digests): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
