import { Fieldset } from '@digdir/designsystemet-react';
import { ROLLS } from '../../../../../calendar/anchors-and-rolls.js';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import { POINT_KINDS, type PointDraft } from '../form/point-draft.js';
import { PointFields } from './point-fields.js';
import styles from './rule-editor.module.css';

interface PointEditorProps {
  readonly label: string;
  readonly point: PointDraft;
  readonly cycleView: CycleView;
  readonly ownKey: string | null;
  readonly onChange: (point: PointDraft) => void;
}

/** One day of a rule: how it is counted, and what it rolls to when it is not a day to act on. */
export function PointEditor({ label, point, cycleView, ownKey, onChange }: PointEditorProps) {
  const { t } = useTexts();
  const put = (change: Partial<PointDraft>) => onChange({ ...point, ...change });
  return (
    <Fieldset className={styles.point}>
      <Fieldset.Legend data-size="sm">{label}</Fieldset.Legend>
      <div className={styles.parts}>
        <div className={styles.wide}>
          <Choice
            label={t('work.editing.rule-kind')}
            value={point.kind}
            options={POINT_KINDS.map((id) => ({ id, name: t(`work.editing.rule.${id}`) }))}
            onChoose={(kind) => put({ kind })}
          />
        </div>
        <PointFields point={point} put={put} cycleView={cycleView} ownKey={ownKey} />
        <div className={styles.wide}>
          <Choice
            label={t('work.editing.roll')}
            value={point.roll}
            options={ROLLS.map((id) => ({
              id,
              name:
                id === 'none'
                  ? t('work.editing.roll-none')
                  : t('work.editing.roll-to', { day: t(`roll.${id}`) }),
            }))}
            onChoose={(roll) => put({ roll })}
          />
        </div>
      </div>
    </Fieldset>
  );
}
