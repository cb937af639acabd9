import { Alert, Button, Checkbox, Paragraph, Radio, Textfield } from '@digdir/designsystemet-react';
import { useDeferredValue } from 'react';
import type { SchoolYearView } from '../../../../../school-years/school-year-view.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { useLaidOut } from '../../../data/county/skolerute.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { DialogActions, DialogForm, TitledDialog } from '../../../ui/dialog/titled-dialog.js';
import { CorrectedMeanwhile } from './corrected-meanwhile.js';
import { DayList } from './day-list.js';
import { flawText, partName } from './flaw-text.js';
import styles from './skolerute-dialog.module.css';
import {
  BREAK_NAMES,
  type BreakName,
  DAY_LISTS,
  halfBreaks,
  PARTS,
  partOf,
  saidOf,
  withNext,
} from './skolerute-form.js';
import { useCorrection } from './use-correction.js';

interface SkoleruteDialogProps {
  readonly schoolYear: SchoolYearView;
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Corrects a skolerute by hand; the days are counted again as one types, and the draft is kept until it is saved. */
export function SkoleruteDialog({ schoolYear, onClose, onDone }: SkoleruteDialogProps) {
  const { t } = useTexts();
  const { draft, setValues, movedFrom, startOver, save, forget } = useCorrection(schoolYear);
  const { values } = draft;
  const said = saidOf(values);
  const counted = useLaidOut(schoolYear, useDeferredValue(said.source.page === '' ? null : said));
  const flaws = counted.data?.flaws ?? [];
  const status = save.error instanceof ApiProblem ? save.error.status : 0;
  const half = halfBreaks(values);
  const [from, to] = schoolYear.schoolYear.split('/').map(Number);
  const bounds = { min: `${from}-08-01`, max: `${to}-07-31` };
  const flawOf = (part: string) => {
    const flaw = flaws.find(({ field }) => partOf(field) === part);
    return flaw && flawText(flaw, t);
  };
  const warning = counted.data?.warnings[0];
  const whole = flawOf('pupilDays') ?? (warning && flawText(warning, t));
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
  /** An end of a break; one end without the other is nothing that can be saved. */
  const end = (name: BreakName, edge: 'from' | 'to') => {
    const text = values.breaks[name][edge];
    const isLacking = half.includes(name) && text === '';
    return date(
      t(`work.skolerute.${edge}`),
      text,
      (value) => setBreak(name, edge, value),
      isLacking ? t('work.skolerute.half') : undefined,
    );
  };
  const setBreak = (name: BreakName, edge: 'from' | 'to', value: string) =>
    setValues({ ...values, breaks: { ...values.breaks, [name]: { ...values.breaks[name], [edge]: value } } });
  const submit = (form: HTMLFormElement, close: () => void) => {
    if (half.length > 0) {
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    save.mutate(said, {
      onSuccess: () => {
        onDone(t('work.skolerute.saved'));
        close();
      },
    });
  };
  return (
    <TitledDialog
      title={t('work.skolerute.correct-of', { schoolYear: schoolYear.schoolYear })}
      className={styles.dialog}
      onClose={onClose}
    >
      {(close) => (
        <DialogForm onSubmit={(form) => submit(form, close)}>
          {movedFrom && <CorrectedMeanwhile from={movedFrom} to={draft.before} onTake={startOver} />}
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
                  {end(name, 'from')}
                  {end(name, 'to')}
                </div>
                {flawOf(name) && <p className={styles.flaw}>{flawOf(name)}</p>}
              </fieldset>
            ))}
            {DAY_LISTS.map((name) => (
              <DayList
                key={name}
                label={partName(name, t)}
                days={values[name]}
                next={values.next[name]}
                {...bounds}
                error={flawOf(name)}
                onType={(day) => setValues({ ...values, next: { ...values.next, [name]: day } })}
                onAdd={() =>
                  setValues({
                    ...values,
                    [name]: withNext(values, name),
                    next: { ...values.next, [name]: '' },
                  })
                }
                onChange={(days) => setValues({ ...values, [name]: days })}
              />
            ))}
          </div>
          <fieldset className={styles.part}>
            <legend>{t('work.skolerute.by-each-school')}</legend>
            {PARTS.map((part) => (
              <Checkbox
                key={part}
                label={t('work.skolerute.school-sets', { part: t(`part.${part}`) })}
                checked={values.open.includes(part)}
                onChange={({ target: { checked } }) =>
                  setValues({
                    ...values,
                    open: PARTS.filter((each) => (each === part ? checked : values.open.includes(each))),
                  })
                }
              />
            ))}
          </fieldset>
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
          {save.isError && !(status === 412 && movedFrom) && (
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
          <DialogActions>
            <Button type="submit" loading={save.isPending} disabled={values.page.trim() === ''}>
              {t('work.skolerute.save')}
            </Button>
            <Button
              type="button"
              variant="secondary"
              onClick={() => {
                forget();
                close();
              }}
            >
              {t('work.skolerute.cancel')}
            </Button>
          </DialogActions>
        </DialogForm>
      )}
    </TitledDialog>
  );
}
