import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ArshjulError } from '../errors/arshjul-error.js';

/** The data folder that the program ships with. */
export const DATA_DIRECTORY = fileURLToPath(new URL('../../data/', import.meta.url)).replace(/\/$/, '');

/** The YAML files directly in a folder, by name; throws ArshjulError `unreadable-file`. */
export function yamlFilesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `${directory}/${name}`);
  } catch (error) {
    throw new ArshjulError({
      code: 'unreadable-file',
      file: directory,
      cause: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}
