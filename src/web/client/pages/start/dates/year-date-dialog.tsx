import { Fieldset, Paragraph, Radio, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { isIsoDate } from '../../../../../calendar/iso-date.js';
import { YEAR_DATE_STATUSES } from '../../../../../calendar/year-date.js';
import type { YearDateView } from '../../../../../school-years/year-date-view.js';
import { pointedFields } from '../../../data/api/pointed-fields.js';
import { useSetYearDate } from '../../../data/county/year-dates.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { WorkDialog } from '../../../ui/dialog/work-dialog.js';

interface YearDateDialogProps {
  readonly county: string;
  readonly schoolYear: string;
  readonly date: YearDateView;
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Sets a date of the year for the county: its days, whether it is decided, and where that is to be read. */
export function YearDateDialog({ county, schoolYear, date, onClose, onDone }: YearDateDialogProps) {
  const { t } = useTexts();
  const set = useSetYearDate(county, schoolYear, date);
  const [from, setFrom] = useState<string>(date.start ?? '');
  const [to, setTo] = useState<string>(date.end ?? '');
  const [status, setStatus] = useState<'set' | 'expected'>(date.status === 'expected' ? 'expected' : 'set');
  const [page, setPage] = useState(date.source?.page ?? '');
  const [isChecked, setIsChecked] = useState(false);
  const [first, last] = schoolYear.split('/');
  const bounds = { min: `${first}-08-01`, max: `${last}-07-31`, required: true };
  const isDeadline = date.kind === 'deadline';
  const until = isDeadline ? from : to;
  const isInYear = (day: string) => isIsoDate(day) && day >= bounds.min && day <= bounds.max;
  const flaws = {
    from: isInYear(from) ? undefined : t('work.dates.outside'),
    to: !isInYear(until) ? t('work.dates.outside') : until < from ? t('work.dates.reversed') : undefined,
    page: page.trim() === '' ? t('work.dates.source-missing') : undefined,
  };
  const refused = pointedFields(set.error);
  const submit = (close: () => void) => {
    setIsChecked(true);
    if (!isIsoDate(from) || !isIsoDate(until) || flaws.from || flaws.to || flaws.page) return;
    const days = from === until ? { on: from } : { from, to: until };
    set.mutate(
      { date: { ...days, status }, source: { page: page.trim() } },
      {
        onSuccess: () => {
          onDone(t('work.dates.saved', { title: date.title }));
          close();
        },
      },
    );
  };
  return (
    <WorkDialog
      title={t('work.dates.set-of', { title: date.title })}
      confirm={t('work.dates.save')}
      isPending={set.isPending}
      error={set.error}
      isErrorShown={refused.has('source')}
      onConfirm={submit}
      onClose={onClose}
    >
      <Paragraph>{t('work.dates.help', { schoolYear })}</Paragraph>
      <Textfield
        type="date"
        label={t(isDeadline ? 'work.dates.day' : 'work.dates.from')}
        value={from}
        error={isChecked && flaws.from}
        {...bounds}
        onChange={(event) => setFrom(event.target.value)}
      />
      {!isDeadline && (
        <Textfield
          type="date"
          label={t('work.dates.to')}
          value={to}
          error={isChecked && flaws.to}
          {...bounds}
          onChange={(event) => setTo(event.target.value)}
        />
      )}
      <Fieldset>
        <Fieldset.Legend>{t('work.dates.how-sure')}</Fieldset.Legend>
        {YEAR_DATE_STATUSES.map((each) => (
          <Radio
            key={each}
            name="year-date-status"
            value={each}
            label={t(`work.dates.sure.${each}`)}
            checked={status === each}
            onChange={() => setStatus(each)}
          />
        ))}
      </Fieldset>
      <Textfield
        label={t('work.dates.source')}
        description={t('work.dates.source-help')}
        value={page}
        required
        error={(isChecked && flaws.page) || (refused.has('source') && t('work.dates.source-refused'))}
        onChange={(event) => setPage(event.target.value)}
      />
    </WorkDialog>
  );
}
