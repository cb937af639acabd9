import type { AuditEntry } from '../../../../../access/audit/audit.js';
import type { Translate } from '../../../../../language/translate.js';
import type { Unit } from '../../../../../units/unit.js';
import type { Person } from '../../../data/county/people.js';

export interface AuditNames {
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
  readonly t: Translate;
}

/** The name of what an event concerns; the id of what no longer exists. */
export function aboutOf({ about, detail }: AuditEntry, { people }: AuditNames): string {
  if (about === null) return '';
  return people.find(({ id }) => id === about)?.name ?? detail.name ?? about;
}

/** The details of an event, a phrase for each. */
export function detailsOf({ detail }: AuditEntry, { units, t }: Omit<AuditNames, 'people'>): string[] {
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;
  const role = (name: string) => t(`work.people.role.${name}`);
  const { from, to, role: held, unit, way, what, count, scopes } = detail;
  const parts = [
    from !== undefined && to !== undefined
      ? t('work.audit.from-to', { from: role(from), to: role(to) })
      : held !== undefined && role(held),
    unit !== undefined && unitName(unit),
    way !== undefined && t(`work.audit.way.${way}`),
    way !== undefined && Number(count) > 1 && t('work.audit.times', { count: Number(count) }),
    what !== undefined && t(`work.audit.what.${what}`, { count: Number(count ?? 0) }),
    scopes
      ?.split(' ')
      .map((scope) => t(`work.tokens.scope.${scope}`))
      .join(', '),
  ];
  return parts.filter((part) => typeof part === 'string');
}
