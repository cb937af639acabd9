import { Textfield, ToggleGroup } from '@digdir/designsystemet-react';
import type { TaskView } from '../../../../../task/task-view.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Section } from '../../../ui/page/section.js';
import type { FormPart } from '../form/form-context.js';
import type { WhenDraft } from '../form/task-form.js';
import { DatePreview } from './date-preview.js';
import { DayFields } from './day-fields.js';
import styles from './fields.module.css';
import { RuleEditor } from './rule-editor.js';

interface WhenFieldsProps extends FormPart<'when' | 'time' | 'location' | 'leeway'> {
  /** The task as it is; null for a new one. */
  readonly task: TaskView | null;
}

/** When a task is: as days or a rule, with a preview; its time and place, and the units' leeway. */
export function WhenFields({ form, put, errorOf, cycleView, task }: WhenFieldsProps) {
  const { t } = useTexts();
  const { when, time, location, leeway } = form;
  const putWhen = (change: Partial<WhenDraft>) => put({ when: { ...when, ...change } });
  const error = errorOf('when');
  return (
    <Section look="form" title={t('work.editing.section.when')}>
      <div>
        <ToggleGroup
          aria-label={t('work.editing.by')}
          data-size="sm"
          value={when.by}
          onChange={(by) => putWhen({ by: by as WhenDraft['by'] })}
        >
          <ToggleGroup.Item value="days">{t('work.editing.by-days')}</ToggleGroup.Item>
          <ToggleGroup.Item value="rule">{t('work.editing.by-rule')}</ToggleGroup.Item>
        </ToggleGroup>
      </div>
      {task?.rule?.kind === 'recurrence' && <p className={styles.note}>{t('work.editing.repeats')}</p>}
      <div className={styles.beside}>
        {when.by === 'days' ? (
          <DayFields
            start={when.start}
            end={when.end}
            within={cycleView.schoolYear}
            onChange={putWhen}
            error={error}
          />
        ) : (
          <RuleEditor
            rule={when.rule}
            cycleView={cycleView}
            ownKey={task?.key ?? null}
            onChange={(rule) => putWhen({ rule })}
            error={error}
          />
        )}
        <DatePreview when={when} task={task} cycleView={cycleView} />
      </div>
      <div className={styles.row}>
        <Textfield
          label={t('work.editing.field.startTime')}
          type="time"
          value={time.start}
          onChange={(event) => put({ time: { ...time, start: event.target.value } })}
          error={errorOf('time')}
        />
        <Textfield
          label={t('work.editing.field.endTime')}
          type="time"
          value={time.end}
          onChange={(event) => put({ time: { ...time, end: event.target.value } })}
        />
      </div>
      <Textfield
        label={t('column.location')}
        autoComplete="off"
        value={location}
        onChange={(event) => put({ location: event.target.value })}
        error={errorOf('location')}
      />
      <Leeway leeway={leeway} onChange={(next) => put({ leeway: next })} error={errorOf('leeway')} />
    </Section>
  );
}

interface LeewayProps {
  readonly leeway: { readonly before: string; readonly after: string };
  readonly onChange: (leeway: LeewayProps['leeway']) => void;
  readonly error: string | undefined;
}

/** The leeway: how many days earlier and later a unit may place a common task. */
function Leeway({ leeway, onChange, error }: LeewayProps) {
  const { t } = useTexts();
  return (
    <div className={styles.row}>
      {(['before', 'after'] as const).map((side) => (
        <Textfield
          key={side}
          label={t(`work.editing.leeway-${side}`)}
          inputMode="numeric"
          autoComplete="off"
          value={leeway[side]}
          onChange={(event) => onChange({ ...leeway, [side]: event.target.value })}
          error={side === 'before' && error !== undefined && t('work.editing.leeway-flaw')}
        />
      ))}
    </div>
  );
}
