import { Details, Heading } from '@digdir/designsystemet-react';
import type { UnpublishedChange } from '../../../../../cycle/history/unpublished-change.js';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { ChangedTask } from '../../../task/lines/changed-task.js';
import { PhaseTag } from '../../../task/lines/phase-tag.js';
import styles from './publish-page.module.css';

/** With more changes than this, those of a phase are collapsed. */
const SHOWN_AT_ONCE = 12;

interface UnpublishedChangesProps {
  readonly changes: readonly UnpublishedChange[];
  readonly cycleView: CycleView;
}

/** The unpublished changes by phase: before and after. */
export function UnpublishedChanges({ changes, cycleView }: UnpublishedChangesProps) {
  const { t } = useTexts();
  return cycleView.vocabulary.phases.map((phase, index) => {
    const ofPhase = changes.filter(({ task }) => task.phase === phase.id);
    if (ofPhase.length === 0) return null;
    const list = (
      <ul className={styles.list}>
        {ofPhase.map(({ task, unit, unitName, change, inWords }) => (
          <li key={`${task.id} ${unit}`}>
            <ChangedTask
              taskId={task.id}
              title={task.title}
              unitName={unitName}
              change={change}
              fields={inWords}
            />
          </li>
        ))}
      </ul>
    );
    return (
      <div key={phase.id} className={styles.phase}>
        <Heading level={3} data-size="2xs">
          <PhaseTag cycleId={cycleView.cycle.id} phase={{ ...phase, series: index + 1 }} />
        </Heading>
        {ofPhase.length > SHOWN_AT_ONCE ? (
          <Details data-size="sm" data-color="neutral">
            <Details.Summary>{t('work.publish.of-phase', { count: ofPhase.length })}</Details.Summary>
            <Details.Content>{list}</Details.Content>
          </Details>
        ) : (
          list
        )}
      </div>
    );
  });
}
