import { Alert, Button, Dialog, Heading, Paragraph, Radio, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useDeferredValue, useRef } from 'react';
import type { SchoolYearView } from '../../../../school-years/school-year-view.js';
import { ApiProblem } from '../../api/problem.js';
import { useTexts } from '../../language/use-texts.js';
import { useKeptState } from '../kept-state.js';
import { DayList } from './day-list.js';
import { flawText, partName } from './flaw-text.js';
import { useLaidOut, useSetSchoolYear } from './school-years.js';
import styles from './skolerute-dialog.module.css';
import {
  BREAK_NAMES,
  type BreakName,
  partOf,
  type SkoleruteValues,
  saidOf,
  valuesOf,
} from './skolerute-form.js';

interface SkoleruteDialogProps {
  readonly schoolYear: SchoolYearView;
  readonly onClose: () => void;
  readonly onDone: (news: string) => void;
}

/** Corrects a skolerute by hand; its days are counted anew while one types, and what is typed is kept until it is saved. */
export function SkoleruteDialog({ schoolYear, onClose, onDone }: SkoleruteDialogProps) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const kept = `skolerute ${schoolYear.county} ${schoolYear.schoolYear}`;
  const [values, setValues, forget] = useKeptState<SkoleruteValues>(kept, valuesOf(schoolYear));
  const set = useSetSchoolYear(schoolYear);
  const said = saidOf(values);
  const counted = useLaidOut(schoolYear, useDeferredValue(said.source.page === '' ? null : said));
  const flaws = counted.data?.flaws ?? [];
  const status = set.error instanceof ApiProblem ? set.error.status : 0;
  const [from, to] = schoolYear.schoolYear.split('/').map(Number);
  const bounds = { min: `${from}-08-01`, max: `${to}-07-31` };
  const flawOf = (part: string) => {
    const flaw = flaws.find(({ field }) => partOf(field) === part);
    return flaw && flawText(flaw, t);
  };
  const whole = flawOf('pupilDays');
  const date = (label: string, value: string, change: (date: string) => void, error?: string) => (
    <Textfield
      type="date"
      label={label}
      value={value}
      error={error}
      {...bounds}
      onChange={(event) => change(event.target.value)}
    />
  );
  const setBreak = (name: BreakName, edge: 'from' | 'to', value: string) =>
    setValues({ ...values, breaks: { ...values.breaks, [name]: { ...values.breaks[name], [edge]: value } } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate(said, {
      onSuccess: () => {
        forget();
        onDone(t('work.skolerute.saved'));
        dialog.current?.close();
      },
    });
  };
  return (
    <Dialog
      ref={dialog}
      open
      closedby="closerequest"
      className={styles.dialog}
      closeButton={t('ui.close')}
      onClose={onClose}
      aria-labelledby="skolerute-dialog-title"
    >
      <Heading level={2} data-size="sm" id="skolerute-dialog-title">
        {t('work.skolerute.correct-of', { schoolYear: schoolYear.schoolYear })}
      </Heading>
      <form className={styles.form} noValidate onSubmit={submit}>
        <Paragraph>{t('work.skolerute.correct-help')}</Paragraph>
        <div className={styles.parts}>
          {date(
            partName('first-school-day', t),
            values.first,
            (first) => setValues({ ...values, first }),
            flawOf('first-school-day'),
          )}
          {date(
            partName('last-school-day', t),
            values.last,
            (last) => setValues({ ...values, last }),
            flawOf('last-school-day'),
          )}
          {BREAK_NAMES.map((name) => (
            <fieldset key={name} className={styles.part}>
              <legend>{partName(name, t)}</legend>
              <div className={styles.pair}>
                {date(t('work.skolerute.from'), values.breaks[name].from, (text) =>
                  setBreak(name, 'from', text),
                )}
                {date(t('work.skolerute.to'), values.breaks[name].to, (text) => setBreak(name, 'to', text))}
              </div>
              {flawOf(name) && <p className={styles.flaw}>{flawOf(name)}</p>}
            </fieldset>
          ))}
          {(['daysOff', 'planningDays'] as const).map((name) => (
            <DayList
              key={name}
              label={partName(name, t)}
              days={values[name]}
              {...bounds}
              error={flawOf(name)}
              onChange={(days) => setValues({ ...values, [name]: days })}
            />
          ))}
        </div>
        <Textfield
          label={t('work.skolerute.source')}
          description={t('work.skolerute.source-help')}
          value={values.page}
          required
          onChange={(event) => setValues({ ...values, page: event.target.value })}
        />
        <fieldset className={styles.part}>
          <legend>{t('work.skolerute.status')}</legend>
          {(['official', 'provisional'] as const).map((each) => (
            <Radio
              key={each}
              name="skolerute-status"
              value={each}
              label={t(`work.skolerute.said.${each}`)}
              checked={values.status === each}
              onChange={() => setValues({ ...values, status: each })}
            />
          ))}
        </fieldset>
        <output className={styles.count}>
          {counted.data?.pupilDays != null
            ? t('work.skolerute.count-now', {
                count: counted.data.pupilDays,
                required: counted.data.required,
              })
            : t('work.skolerute.count-later')}{' '}
          {whole}
        </output>
        {set.isError && (
          <Alert data-color="danger" role="alert">
            {t(
              status === 412
                ? 'work.skolerute.conflict'
                : status === 400
                  ? 'work.skolerute.flawed'
                  : 'work.skolerute.failed',
            )}
          </Alert>
        )}
        <div className={styles.actions}>
          <Button type="submit" loading={set.isPending} disabled={values.page.trim() === ''}>
            {t('work.skolerute.save')}
          </Button>
          <Button
            type="button"
            variant="secondary"
            onClick={() => {
              forget();
              dialog.current?.close();
            }}
          >
            {t('work.skolerute.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
