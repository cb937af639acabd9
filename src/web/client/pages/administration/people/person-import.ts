import type { Translate } from '../../../../../language/translate.js';
import type { Unit } from '../../../../../units/unit.js';
import type { Person } from '../../../data/county/people.js';
import { LANGUAGE_NAMES } from '../../../data/language/i18n.js';
import type { TableImport, TableRow } from '../../../ui/table-import/table-import.js';

type PersonRow = TableRow & { readonly person: Pick<Person, 'address' | 'unitId' | 'language'> | null };

const FIELDS = ['name', 'address', 'unitId', 'language'] as const;

/** How people are taken from a table. */
export function personImport(county: string, units: readonly Unit[], t: Translate): TableImport<PersonRow> {
  return {
    county,
    path: '/api/people/import',
    outdates: 'people',
    texts: {
      title: t('work.people.import.title'),
      fileHelp: t('work.people.import.file-help'),
      unreadable: t('work.people.import.unreadable'),
      nothingNew: t('work.people.import.nothing-new'),
      confirm: (count) => t('work.people.import.confirm', { count }),
      done: (count) => t('work.people.import.done', { count }),
    },
    columns: [
      { id: 'address', label: t('work.people.field.address'), show: ({ person }) => person?.address },
      {
        id: 'unitId',
        label: t('work.people.field.unitId'),
        show: ({ person }) => units.find(({ id }) => id === person?.unitId)?.name,
      },
      {
        id: 'language',
        label: t('work.people.field.language'),
        show: ({ person }) => person && LANGUAGE_NAMES[person.language],
      },
    ],
    flawOf: ({ field }) => {
      const known = FIELDS.find((each) => each === field);
      return known ? t(`work.people.flaw.${known}`) : null;
    },
  };
}
