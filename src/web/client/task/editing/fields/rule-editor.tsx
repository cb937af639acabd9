import { Fieldset, Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { useTexts } from '../../../data/language/use-texts.js';
import type { RuleDraft } from '../form/rule-draft.js';
import { PointEditor } from './point-editor.js';
import styles from './rule-editor.module.css';

interface RuleEditorProps {
  readonly rule: RuleDraft;
  readonly cycleView: CycleView;
  /** The key of the task being dated, which its own rule cannot count from. */
  readonly ownKey: string | null;
  readonly onChange: (rule: RuleDraft) => void;
  readonly error: string | undefined;
}

/** The editor of a date rule: of one day, or from one day to another. */
export function RuleEditor({ rule, cycleView, ownKey, onChange, error }: RuleEditorProps) {
  const { t } = useTexts();
  const name = useId();
  return (
    <Fieldset className={styles.rule} aria-invalid={error !== undefined} tabIndex={-1}>
      <Fieldset.Legend className="ds-sr-only">{t('work.editing.by-rule')}</Fieldset.Legend>
      <div className={styles.spans}>
        {(['day', 'period'] as const).map((span) => (
          <Radio
            key={span}
            name={name}
            label={t(`work.editing.span-${span}`)}
            value={span}
            checked={rule.span === span}
            onChange={() => onChange({ ...rule, span })}
          />
        ))}
      </div>
      <PointEditor
        label={t(rule.span === 'day' ? 'work.editing.the-day' : 'work.editing.first-day')}
        point={rule.from}
        cycleView={cycleView}
        ownKey={ownKey}
        onChange={(from) => onChange({ ...rule, from })}
      />
      {rule.span === 'period' && (
        <PointEditor
          label={t('work.editing.last-day')}
          point={rule.to}
          cycleView={cycleView}
          ownKey={ownKey}
          onChange={(to) => onChange({ ...rule, to })}
        />
      )}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}
