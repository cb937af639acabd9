import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { YearDateView } from '../../../../../school-years/year-date-view.js';
import { whenOf } from '../../../../../task/wording.js';
import { useSetYearDate, useYearDates } from '../../../data/county/year-dates.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { type Column, DataTable, RowActions } from '../../../ui/list/data-table.js';
import { RowAction } from '../../../ui/list/row-action.js';
import { StatusMessage } from '../../../ui/notice/status-message.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { YearDateDialog } from './year-date-dialog.js';

const TAGS = { set: 'success', expected: 'info', estimate: 'warning' } as const;

interface YearDatesProps {
  readonly county: string;
  readonly schoolYear: string;
}

/** The dates that Udir or the county sets for each year: which are known, which are estimates, and a way to set them. */
export function YearDates({ county, schoolYear }: YearDatesProps) {
  const { t } = useTexts();
  const found = useYearDates(county, schoolYear);
  const [opened, setOpened] = useState<YearDateView | null>(null);
  const [message, setMessage] = useState('');
  if (found.isPending) return <Loading />;
  if (found.isLoadingError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  const dates = found.data;
  const estimates = dates.filter(({ status }) => status === 'estimate').length;
  const columns: Column<YearDateView>[] = [
    { id: 'title', label: t('work.dates.what'), show: ({ title }) => title },
    {
      id: 'when',
      label: t('work.dates.when'),
      show: ({ start, end }) =>
        start === null || end === null
          ? t('work.dates.no-date')
          : whenOf({ start, end, startTime: null, endTime: null }, { t }),
    },
    {
      id: 'status',
      label: t('work.dates.status'),
      show: ({ status, by }) => (
        <Tag data-color={TAGS[status]}>{t(`work.dates.is.${status}`, { by: t(`authority.${by}`) })}</Tag>
      ),
    },
    { id: 'source', label: t('work.dates.source-short'), show: ({ source }) => source?.page ?? '' },
    {
      id: 'actions',
      label: t('work.administration.actions'),
      show: (date) => (
        <RowActions>
          <RowAction label={t('work.dates.set-of', { title: date.title })} onAct={() => setOpened(date)}>
            {t('work.dates.set')}
          </RowAction>
          {date.origin === 'county' && (
            <TakeBack county={county} schoolYear={schoolYear} date={date} onDone={setMessage} />
          )}
        </RowActions>
      ),
    },
  ];
  return (
    <>
      <Heading level={3} data-size="xs">
        {t('work.dates.title')}
      </Heading>
      <Paragraph>{t('work.dates.lead', { count: estimates, total: dates.length, schoolYear })}</Paragraph>
      <StatusMessage>{message}</StatusMessage>
      <DataTable
        name={t('work.dates.title')}
        columns={columns}
        rows={dates}
        keyOf={({ template }) => template}
      />
      {opened && (
        <YearDateDialog
          county={county}
          schoolYear={schoolYear}
          date={opened}
          onClose={() => setOpened(null)}
          onDone={setMessage}
        />
      )}
    </>
  );
}

function TakeBack({
  county,
  schoolYear,
  date,
  onDone,
}: YearDatesProps & { readonly date: YearDateView; readonly onDone: (message: string) => void }) {
  const { t } = useTexts();
  const set = useSetYearDate(county, schoolYear, date);
  return (
    <RowAction
      label={t('work.dates.take-back-of', { title: date.title })}
      onAct={() =>
        set.mutate('take back', {
          onSuccess: () => onDone(t('work.dates.taken-back', { title: date.title })),
          onError: () => onDone(t('work.dates.failed')),
        })
      }
    >
      {t('work.dates.take-back')}
    </RowAction>
  );
}
