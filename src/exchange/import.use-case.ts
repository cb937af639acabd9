import { createHash, randomUUID } from 'node:crypto';
import type { Cycle } from '../cycle/cycle.js';
import { type EditBasis, editContextOf } from '../cycle/edit/edit-context.use-case.js';
import { checkLayer, type Editing, revise } from '../cycle/edit/revise.use-case.js';
import { storedTasks } from '../cycle/task.store.js';
import type { Database, Transaction } from '../database/database.js';
import type { Caller } from '../routing/caller.js';
import { RequestProblem } from '../routing/problem.js';
import { mayChange } from '../task/layer.js';
import type { Unit } from '../units/unit.js';
import type { ReadFile } from './import-file.js';
import { type ImportDefaults, type ImportParts, type ImportRow, planImport } from './import-plan.js';

/** What to import, and into which layer. */
export interface ImportOrder {
  readonly file: ReadFile;
  readonly defaults: ImportDefaults;
  readonly layer: string;
  readonly restoreDeleted: boolean;
}

/** Who imports, and what the import goes by. */
export interface ImportBasis extends EditBasis {
  readonly caller: Caller;
  readonly idOf: ImportParts['idOf'];
}

/** The same, for an import that is carried out. */
export type Importing = ImportBasis & Editing;

export interface ImportPreview {
  readonly rows: readonly ImportRow[];
  /** The token that applies exactly what was previewed. */
  readonly token: string;
}

async function planned(
  importing: ImportBasis,
  database: Database | Transaction,
  cycle: Cycle,
  { file, defaults, layer, restoreDeleted }: ImportOrder,
): Promise<ImportRow[]> {
  const context = await editContextOf(importing, database, cycle, []);
  checkWholeLayer(importing.caller, layer, context.units);
  return planImport({
    read: file,
    stored: await storedTasks(database, cycle),
    cycleId: cycle.id,
    county: cycle.county,
    layer,
    defaults,
    idOf: importing.idOf,
    context,
    newId: () => `${cycle.id}-imported-${randomUUID()}`,
    restoreDeleted,
  });
}

/** Throws RequestProblem when a layer is no unit's of the county, or not the caller's to add to. */
function checkWholeLayer(caller: Caller, layer: string, units: readonly Pick<Unit, 'id'>[]): void {
  const flaw = (detail: string) => [{ pointer: '/body/layer', detail }];
  if (!units.some(({ id }) => id === layer))
    throw new RequestProblem('invalid-request', 'No layer has this id.', flaw('is not a unit of the county'));
  if (!mayChange(caller, { layer, unitId: null }, []))
    throw new RequestProblem(
      'forbidden',
      'Your role cannot add tasks to this layer.',
      flaw('is not your unit'),
    );
}

function tokenOf(revision: number, order: ImportOrder): string {
  return createHash('sha256')
    .update(`${revision} ${JSON.stringify(order)}`)
    .digest('base64url')
    .slice(0, 32);
}

export async function previewImport(
  importing: ImportBasis & { readonly database: Database },
  cycle: Cycle,
  order: ImportOrder,
): Promise<ImportPreview> {
  return {
    rows: await planned(importing, importing.database, cycle, order),
    token: tokenOf(cycle.revision, order),
  };
}

/**
 * Imports exactly what was previewed, in one revision, or none when there is nothing to write. Throws RequestProblem
 * `conflict` when the cycle has changed since the preview.
 */
export async function applyImport(
  importing: Importing,
  cycle: Cycle,
  order: ImportOrder,
  token: string,
): Promise<readonly ImportRow[]> {
  const preview = await previewImport(importing, cycle, order);
  const moved = new RequestProblem('conflict', 'The cycle has changed since the preview; preview it again.');
  if (token !== preview.token) throw moved;
  if (!preview.rows.some(isWritten)) return preview.rows;
  let rows: readonly ImportRow[] = [];
  await revise(importing, cycle.id, async (transaction, present) => {
    if (token !== tokenOf(present.revision - 1, order)) throw moved;
    rows = await planned(importing, transaction, present, order);
    const written = rows.filter(isWritten);
    for (const { task, before, fields } of written)
      checkLayer(importing.caller, before ?? task, fields, '/body/layer');
    return {
      action: 'imported',
      changes: written.map(({ before, task }) => ({ before, after: task })),
      bases: written.flatMap(({ base }) => base ?? []),
    };
  });
  return rows;
}

const isWritten = (row: ImportRow): row is ImportRow & { task: NonNullable<ImportRow['task']> } =>
  row.outcome === 'new' || row.outcome === 'changed';
