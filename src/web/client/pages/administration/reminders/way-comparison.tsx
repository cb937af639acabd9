import { Button, Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { ReminderChoices } from '../../../../../reminders/plan/reminder-load.js';
import type { Unit } from '../../../../../units/unit.js';
import type { Person } from '../../../data/county/people.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { type Column, DataTable } from '../../../ui/list/data-table.js';
import { recipientName } from './reminder-load.js';

/** How many recipients are shown at first. */
const SHOWN = 8;

interface WayComparisonProps {
  readonly choices: readonly ReminderChoices[];
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
}

/** How many mails each recipient gets in the year as they have chosen, and how many each way would give, most first. */
export function WayComparison({ choices, people, units }: WayComparisonProps) {
  const { t } = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  const sorted = [...choices].sort((a, b) => b.present - a.present);
  const columns: Column<ReminderChoices>[] = [
    {
      id: 'recipient',
      label: t('work.reminders.recipient'),
      show: ({ recipient }) => recipientName(recipient, people, units),
    },
    { id: 'present', label: t('work.reminders.as-chosen'), show: ({ present }) => present },
    { id: 'weekly', label: t('work.reminders.if-weekly'), show: ({ weekly }) => weekly },
    { id: 'each-task', label: t('work.reminders.if-each-task'), show: ({ eachTask }) => eachTask },
  ];
  return (
    <>
      <Heading level={3} data-size="xs">
        {t('work.reminders.a-year')}
      </Heading>
      <DataTable
        name={t('work.reminders.a-year')}
        columns={columns}
        rows={isWhole ? sorted : sorted.slice(0, SHOWN)}
        keyOf={({ recipient }) => recipient}
      />
      {!isWhole && sorted.length > SHOWN && (
        <div>
          <Button variant="secondary" onClick={() => setIsWhole(true)}>
            {t('work.reminders.compare-all', { count: sorted.length })}
          </Button>
        </div>
      )}
    </>
  );
}
