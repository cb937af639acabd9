import { Alert, Tag } from '@digdir/designsystemet-react';
import type { Unit } from '../../../../../units/unit.js';
import { downloadJson } from '../../../data/browser/download.js';
import type { Person } from '../../../data/county/people.js';
import { dayInWords } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { type Column, DataTable, RowActions } from '../../../ui/list/data-table.js';
import { RowAction } from '../../../ui/list/row-action.js';
import { useExportPerson } from './person-changes.js';

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
  readonly onEdit: (person: Person) => void;
  readonly onErase: (person: Person) => void;
  /** Called with the message to show when something has been done. */
  readonly onDone: (message: string) => void;
}

/** The people by unit and name, with their roles and whether they get reminders. */
export function PeopleTable({ people, units, onEdit, onErase, onDone }: PeopleTableProps) {
  const { t } = useTexts();
  const exporting = useExportPerson();
  const placeOf = ({ unitId }: Person) => units.findIndex(({ id }) => id === unitId);
  const ordered = [...people].sort((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name, 'nb'));
  const columns: Column<Person>[] = [
    { id: 'name', label: t('work.people.field.name'), show: ({ name }) => name },
    {
      id: 'unit',
      label: t('work.people.field.unitId'),
      show: ({ unitId }) => units.find(({ id }) => id === unitId)?.name ?? unitId,
    },
    { id: 'role', label: t('work.people.field.role'), show: ({ role }) => t(`work.people.role.${role}`) },
    { id: 'address', label: t('work.people.field.address'), show: ({ address }) => address },
    {
      id: 'reminders',
      label: t('work.people.reminders'),
      show: ({ subscribed, pausedAt }) => {
        if (pausedAt !== null)
          return (
            <Tag data-color="warning" data-size="sm">
              {t('work.people.paused', { since: dayInWords(pausedAt, t) })}
            </Tag>
          );
        if (subscribed) return t('work.people.gets-reminders');
        return (
          <Tag data-color="neutral" data-size="sm">
            {t('work.people.unsubscribed')}
          </Tag>
        );
      },
    },
    {
      id: 'actions',
      label: t('work.administration.actions'),
      show: (person) => (
        <RowActions>
          <RowAction label={t('work.people.edit-of', { name: person.name })} onAct={() => onEdit(person)}>
            {t('work.administration.edit')}
          </RowAction>
          <RowAction
            label={t('work.people.export-of', { name: person.name })}
            isPending={exporting.isPending && exporting.variables.id === person.id}
            onAct={() =>
              exporting.mutate(person, {
                onSuccess: (all) => {
                  downloadJson(`${person.name}.json`, all);
                  if (all.accountKept)
                    onDone(t(`work.people.exported-without.${all.accountKept}`, { name: person.name }));
                },
              })
            }
          >
            {t('work.people.export')}
          </RowAction>
          <RowAction
            label={t('work.people.erase-of', { name: person.name })}
            isDangerous
            onAct={() => onErase(person)}
          >
            {t('work.people.erase')}
          </RowAction>
        </RowActions>
      ),
    },
  ];
  return (
    <>
      {exporting.isError && (
        <Alert data-color="danger" role="alert">
          {t('work.people.export-failed')}
        </Alert>
      )}
      <DataTable name={t('work.people.title')} columns={columns} rows={ordered} keyOf={({ id }) => id} />
    </>
  );
}
