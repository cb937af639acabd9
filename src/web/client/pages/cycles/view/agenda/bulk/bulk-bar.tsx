import { Alert, Button, Checkbox, Field, Label, Select } from '@digdir/designsystemet-react';
import { type FormEvent, useRef, useState } from 'react';
import type { TaskView } from '../../../../../../../task/task-view.js';
import { useTexts } from '../../../../../data/language/use-texts.js';
import type { TaskEditor } from '../../../../../task/move/move.js';
import type { ViewProps } from '../../any-view/view-props.js';
import { actionsOn, type BulkAction, type BulkValues, changeOf } from './bulk-actions.js';
import styles from './bulk-bar.module.css';
import { BulkFields } from './bulk-fields.js';
import { BulkRefusal } from './bulk-refusal.js';
import { useBulkChange } from './use-bulk-change.js';

interface BulkBarProps extends Pick<ViewProps, 'cycleView'> {
  readonly editor: TaskEditor;
  /** The tasks in the filter that the reader may change. */
  readonly choosable: readonly TaskView[];
  readonly chosen: readonly TaskView[];
  readonly onChoose: (tasks: readonly TaskView[]) => void;
}

const BLANK: BulkValues = { days: '5', direction: 'later', unitId: '', level: 'essential', status: 'done' };

/** Selects all tasks in the filter, and changes the selected ones: all of them or none. */
export function BulkBar({ cycleView, editor, choosable, chosen, onChoose }: BulkBarProps) {
  const { t } = useTexts();
  const { cycle, county, units } = cycleView;
  const all = useRef<HTMLInputElement>(null);
  const [asked, setAction] = useState<BulkAction>('move');
  const [values, setValues] = useState(BLANK);
  const bulk = useBulkChange(cycle.id);
  const actions = actionsOn(chosen, editor);
  const action = actions.find((each) => each === asked) ?? actions[0] ?? 'status';
  const change = changeOf(action, values);
  const choose = (tasks: readonly TaskView[]) => {
    bulk.reset();
    onChoose(tasks);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change || bulk.isPending) return;
    bulk.mutate(
      { tasks: chosen, change },
      {
        onSuccess: () => {
          onChoose([]);
          // The button that had the focus is gone.
          all.current?.focus();
        },
      },
    );
  };
  return (
    <form
      className={styles.bar}
      data-open={chosen.length > 0}
      aria-label={t('work.bulk.label')}
      onSubmit={submit}
    >
      <Checkbox
        ref={all}
        data-size="sm"
        label={t('work.bulk.choose-all', { count: choosable.length })}
        checked={chosen.length === choosable.length}
        onChange={({ target }) => choose(target.checked ? choosable : [])}
      />
      <output className={styles.count}>
        {chosen.length > 0 && t('work.bulk.chosen', { count: chosen.length })}
      </output>
      {chosen.length > 0 && (
        <div className={styles.fields}>
          <Field data-size="sm">
            <Label>{t('work.bulk.action')}</Label>
            <Select value={action} onChange={({ target }) => setAction(target.value as BulkAction)}>
              {actions.map((each) => (
                <Select.Option key={each} value={each}>
                  {t(`work.bulk.actions.${each}`)}
                </Select.Option>
              ))}
            </Select>
          </Field>
          <BulkFields
            action={action}
            values={values}
            units={[{ id: county.number, name: county.name }, ...units]}
            onChange={(more) => setValues({ ...values, ...more })}
          />
          <Button type="submit" data-size="sm" loading={bulk.isPending} disabled={!change}>
            {t('work.bulk.apply', { count: chosen.length })}
          </Button>
          <Button type="button" variant="tertiary" data-size="sm" onClick={() => choose([])}>
            {t('work.bulk.clear')}
          </Button>
        </div>
      )}
      {bulk.isError && (
        <Alert data-color="danger" data-size="sm" role="alert" className={styles.refusal}>
          <BulkRefusal error={bulk.error} sent={bulk.variables.tasks} />
        </Alert>
      )}
    </form>
  );
}
