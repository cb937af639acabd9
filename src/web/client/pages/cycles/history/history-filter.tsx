import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import { type ReactNode, useId } from 'react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { nameOf } from '../../../data/language/author-name.js';
import { useTexts } from '../../../data/language/use-texts.js';
import type { HistoryFilter } from './history.js';
import styles from './history-page.module.css';

/** The kinds of change to a cycle, in the order in which people look for them. */
const ACTIONS = [
  'changed',
  'created',
  'deleted',
  'imported',
  'undone',
  'redone',
  'published',
  'opened',
  'closed',
  'regenerated',
  'generated',
  'archived',
  'restored',
] as const;

interface HistoryFilterBarProps {
  readonly cycleView: CycleView;
  readonly authors: readonly string[];
  readonly filter: HistoryFilter;
  /** The title of the chosen task, also when the cycle no longer shows it. */
  readonly chosenTitle: string | null;
  readonly onFilter: (next: HistoryFilter) => void;
}

/** The filter of the history: by person, task and kind of change. */
export function HistoryFilterBar({
  cycleView,
  authors,
  filter,
  chosenTitle,
  onFilter,
}: HistoryFilterBarProps) {
  const { t } = useTexts();
  const { vocabulary, tasks } = cycleView;
  const isKnown = filter.task === null || tasks.some(({ id }) => id === filter.task);
  return (
    <search className={styles.filter} aria-label={t('ui.filter.label')}>
      <Choice name="who" value={filter.who} onChoose={(who) => onFilter({ ...filter, who })}>
        {authors.map((who) => (
          <Select.Option key={who} value={who}>
            {nameOf(who, t)}
          </Select.Option>
        ))}
      </Choice>
      <Choice name="task" value={filter.task} onChoose={(task) => onFilter({ ...filter, task })}>
        {!isKnown && filter.task !== null && (
          <Select.Option value={filter.task}>{chosenTitle ?? filter.task}</Select.Option>
        )}
        {vocabulary.phases.map((phase) => (
          <Select.Optgroup key={phase.id} label={phase.name}>
            {tasks
              .filter((task) => task.phase === phase.id)
              .map(({ id, title }) => (
                <Select.Option key={id} value={id}>
                  {title}
                </Select.Option>
              ))}
          </Select.Optgroup>
        ))}
      </Choice>
      <Choice name="action" value={filter.action} onChoose={(action) => onFilter({ ...filter, action })}>
        {ACTIONS.map((action) => (
          <Select.Option key={action} value={action}>
            {t(`work.history.kind.${action}`)}
          </Select.Option>
        ))}
      </Choice>
      {Object.values(filter).some((value) => value !== null) && (
        <Button
          variant="tertiary"
          data-size="sm"
          onClick={() => onFilter({ who: null, task: null, action: null })}
        >
          {t('ui.filter.clear')}
        </Button>
      )}
    </search>
  );
}

interface ChoiceProps {
  readonly name: keyof HistoryFilter;
  readonly value: string | null;
  readonly onChoose: (value: string | null) => void;
  readonly children: ReactNode;
}

function Choice({ name, value, onChoose, children }: ChoiceProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <Field data-size="sm" className={styles.choice}>
      <Label htmlFor={id}>{t(`work.history.filter.${name}`)}</Label>
      <Select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
      >
        <Select.Option value="">{t('work.history.filter.all')}</Select.Option>
        {children}
      </Select>
    </Field>
  );
}
