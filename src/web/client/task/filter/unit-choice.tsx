import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { useTexts } from '../../data/language/use-texts.js';

interface UnitChoiceProps {
  readonly units: CycleView['units'];
  readonly unit: string | null;
  readonly onUnit: (unit: string | null) => void;
}

/** The choice of view: the common one, or a unit's with its own dates and tasks. */
export function UnitChoice({ units, unit, onUnit }: UnitChoiceProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <Field data-size="sm">
      <Label htmlFor={id} className="ds-sr-only">
        {t('ui.filter.unit')}
      </Label>
      <Select
        id={id}
        width="auto"
        value={unit ?? ''}
        onChange={(event) => onUnit(event.target.value === '' ? null : event.target.value)}
      >
        <Select.Option value="">{t('ui.filter.every-unit')}</Select.Option>
        {units.map(({ id: each, name }) => (
          <Select.Option key={each} value={each}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
