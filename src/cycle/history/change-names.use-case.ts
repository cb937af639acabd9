import type { Database } from '../../database/database.js';
import type { Framework } from '../../framework/framework.js';
import { namedMeasures } from '../../framework/named-measures.js';
import type { TaskWording } from '../../task/wording.js';
import { unitsOfCounty } from '../../units/unit.store.js';
import type { ChangeNames } from './change-in-words.js';

/** The names used to describe changes of a county's tasks. */
export async function changeNames(
  database: Database,
  framework: Framework,
  county: string,
  wording: TaskWording,
): Promise<ChangeNames> {
  const units = new Map((await unitsOfCounty(database, county)).map(({ id, name }) => [id, name]));
  const measures = new Map(namedMeasures(framework).map(({ id, name }) => [id, name]));
  return {
    wording,
    unitName: (id) => units.get(id) ?? id,
    measureName: (id) => measures.get(id) ?? id,
  };
}
