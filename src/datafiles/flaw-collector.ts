import { ArshjulError, type DataFlaw } from '../errors/arshjul-error.js';
import type { FieldPath, YamlFile } from './yaml-file.js';

/** Where an id is declared. */
interface Declaration {
  readonly file: YamlFile<unknown>;
  readonly path: FieldPath;
}

/** Collects the flaws of several files, so that a person sees all of them at once. */
export class FlawCollector {
  readonly #flaws: DataFlaw[] = [];
  readonly #declared = new Map<string, Map<string, Declaration>>();

  add(flaw: DataFlaw): void {
    this.#flaws.push(flaw);
  }

  /** Notes an id of a kind; a second one of the same kind is a flaw. */
  declare(kind: string, id: string, file: YamlFile<unknown>, path: FieldPath): void {
    const ids = this.#declared.get(kind) ?? new Map<string, Declaration>();
    this.#declared.set(kind, ids);
    const before = ids.get(id);
    if (!before) {
      // The line is looked up only when it has to be reported.
      ids.set(id, { file, path });
      return;
    }
    const { line } = before.file.flaw(before.path, '');
    const what = `${id} is already the id of another ${kind}, in ${before.file.file}:${line}`;
    this.add(file.flaw(path, what));
  }

  /** Notes a reference to an id of one of the kinds; a dangling one is a flaw. */
  refer(kinds: readonly string[], id: string, file: YamlFile<unknown>, path: FieldPath): void {
    if (!kinds.some((kind) => this.#declared.get(kind)?.has(id))) {
      this.add(file.flaw(path, `${id} is not a known ${kinds.join(' or ')}`));
    }
  }

  /** Reads one file; its flaws are collected and the answer is then undefined. */
  attempt<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ArshjulError)) throw error;
      const { fault } = error;
      if (fault.code === 'invalid-data') this.#flaws.push(...fault.flaws);
      else if (fault.code === 'unreadable-file') {
        this.add({ file: fault.file, line: 1, field: '', what: `cannot be read: ${fault.cause}` });
      } else throw error;
      return undefined;
    }
  }

  /** Throws ArshjulError `invalid-data` when anything was collected. */
  throwIfAny(): void {
    if (this.#flaws.length > 0) throw new ArshjulError({ code: 'invalid-data', flaws: this.#flaws });
  }
}
