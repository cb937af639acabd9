import { Link as DsLink, Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Unit } from '../../../../../units/unit.js';
import { LEAD_KINDS, leadTimesTexts } from '../../../administration/lead-times.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { type Column, DataTable, RowActions } from '../../../ui/list/data-table.js';
import { NamedValues } from '../../../ui/list/named-values.js';
import { RowAction } from '../../../ui/list/row-action.js';
import type { Worker } from '../../../ui/page/guarded.js';
import { Section } from '../../../ui/page/section.js';
import { LeadTimesDialog } from './lead-times-dialog.js';
import type { Settings } from './settings.js';

interface MailSettingsProps {
  readonly worker: Worker;
  readonly mail: Settings['mail'];
  readonly units: readonly Unit[];
  readonly onMessage: (message: string) => void;
}

/** The sender of mails, where replies go, and how the units are reminded. */
export function MailSettings({ worker, mail, units, onMessage }: MailSettingsProps) {
  const { t } = useTexts();
  const [opened, setOpened] = useState<Unit | null>(null);
  const own = units.find(({ id }) => id === worker.county);
  const columns: Column<Unit>[] = [
    { id: 'name', label: t('work.settings.unit'), show: ({ name }) => name },
    {
      id: 'reminders',
      label: t('work.administration.reminder-way.label'),
      show: ({ reminders }) => t(`work.administration.reminder-way.${reminders}`),
    },
    ...LEAD_KINDS.map((kind) => ({
      id: kind,
      label: t(`kind.${kind}`),
      show: ({ reminders, leadTimes }: Unit) => {
        if (reminders === 'weekly') return '';
        const text = leadTimesTexts(leadTimes)[kind];
        return text === '' ? t('work.settings.usual') : t('work.settings.days-before', { days: text });
      },
    })),
    {
      id: 'actions',
      label: t('work.administration.actions'),
      show: (unit) => (
        <RowActions>
          <RowAction
            label={t('work.settings.lead-times-of', { name: unit.name })}
            onAct={() => setOpened(unit)}
          >
            {t('work.administration.edit')}
          </RowAction>
        </RowActions>
      ),
    },
  ];
  return (
    <Section look="settings" title={t('work.settings.mail')} lead={t('work.settings.mail-lead')}>
      <NamedValues
        values={[
          [t('work.settings.sender'), own?.name ?? worker.countyName],
          [t('work.settings.from'), mail?.from ?? t('work.settings.no-mail')],
          [
            t('work.settings.reply-to'),
            <>
              {own?.address ?? t('work.settings.no-reply-to')}{' '}
              <DsLink asChild>
                <Link href="/units">{t('work.settings.change-units')}</Link>
              </DsLink>
            </>,
          ],
        ]}
      />
      <Heading level={3} data-size="2xs">
        {t('work.settings.unit-lead-times')}
      </Heading>
      <DataTable
        name={t('work.settings.unit-lead-times')}
        columns={columns}
        rows={units.filter(({ retired }) => !retired)}
        keyOf={({ id }) => id}
      />
      {opened && (
        <LeadTimesDialog
          unit={opened}
          onClose={() => setOpened(null)}
          onDone={({ name }) => onMessage(t('work.settings.lead-times-saved', { name }))}
        />
      )}
    </Section>
  );
}
