import type { Translate } from '../../../../../language/translate.js';
import type { Unit } from '../../../../../units/unit.js';
import { type Answer, call } from '../../../data/api/call.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { LANGUAGE_NAMES } from '../../../data/language/i18n.js';
import type { TableImport } from '../../../ui/table-import/table-import.js';

type PersonRow = Answer<'POST /api/people/import'>[number];

const FIELDS = ['name', 'address', 'unitId', 'language'] as const;

/** How people are imported from a table. */
export function personImport(county: string, units: readonly Unit[], t: Translate): TableImport<PersonRow> {
  return {
    county,
    send: (body, query, language) => call('POST /api/people/import', { query, body, language }),
    outdates: countyKeys.people(county),
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
