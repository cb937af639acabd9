import { Button, Checkbox, Fieldset, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'wouter';
import { inLanguage } from '../../../../../language/text.js';
import type { TaskFilter } from '../../../../../task/filter/task-filter.js';
import { useKnowledge } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import styles from './follow-fields.module.css';

interface FollowFieldsProps {
  readonly follows: readonly string[];
  readonly followed: TaskFilter | null;
  readonly onChange: (changed: {
    readonly follows?: readonly string[];
    readonly followed?: TaskFilter | null;
  }) => void;
}

/** What a person follows besides the tasks of their unit: whole phases and individual tasks. */
export function FollowFields({ follows, followed, onChange }: FollowFieldsProps) {
  const { t, language } = useTexts();
  const phases = useKnowledge().data?.framework.phases ?? [];
  const chosen: readonly string[] = followed?.phases ?? [];
  const { phases: _phases, ...others } = followed ?? {};
  const toggle = (id: string, isChosen: boolean) => {
    const next = phases
      .map((phase) => phase.id)
      .filter((each) => (each === id ? isChosen : chosen.includes(each)));
    const filter = next.length === 0 ? others : { ...others, phases: next };
    onChange({ followed: Object.keys(filter).length === 0 ? null : filter });
  };
  return (
    <>
      <Fieldset>
        <Fieldset.Legend>{t('work.people.follows-phases')}</Fieldset.Legend>
        <Fieldset.Description>{t('work.people.follows-help')}</Fieldset.Description>
        {phases.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={inLanguage(name, language)}
            value={id}
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
        ))}
      </Fieldset>
      {Object.keys(others).length > 0 && (
        <Paragraph data-size="sm">{t('work.people.follows-more')}</Paragraph>
      )}
      {follows.length > 0 && (
        <Fieldset>
          <Fieldset.Legend>{t('work.people.follows-tasks')}</Fieldset.Legend>
          <ul className={styles.tasks}>
            {follows.map((id) => (
              <li key={id}>
                <Link href={`/tasks/${encodeURIComponent(id)}`}>{id}</Link>
                <Button
                  type="button"
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t('work.people.unfollow-of', { task: id })}
                  onClick={() => onChange({ follows: follows.filter((each) => each !== id) })}
                >
                  {t('work.people.unfollow')}
                </Button>
              </li>
            ))}
          </ul>
        </Fieldset>
      )}
    </>
  );
}
