import { Textfield } from '@digdir/designsystemet-react';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import { OFFSET_UNITS, type PointDraft } from '../form/point-draft.js';

interface OffsetFieldsProps {
  readonly point: PointDraft;
  readonly put: (change: Partial<PointDraft>) => void;
}

const SHIFTS = ['none', 'before', 'after'] as const;

/** The distance before or after the day that a rule counts from. */
export function OffsetFields({ point, put }: OffsetFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <Choice
        label={t('work.editing.shift')}
        value={point.shift}
        options={SHIFTS.map((id) => ({ id, name: t(`work.editing.shift-${id}`) }))}
        onChoose={(shift) => put({ shift })}
      />
      {point.shift !== 'none' && (
        <>
          <Textfield
            label={t('work.editing.shift-count')}
            inputMode="numeric"
            autoComplete="off"
            value={point.count}
            onChange={(event) => put({ count: event.target.value })}
          />
          <Choice
            label={t('work.editing.shift-unit')}
            value={point.unit}
            options={OFFSET_UNITS.map((id) => ({ id, name: t(`work.editing.unit-${id}`) }))}
            onChoose={(unit) => put({ unit })}
          />
        </>
      )}
    </>
  );
}
