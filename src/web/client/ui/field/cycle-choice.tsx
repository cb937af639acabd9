import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { Cycle } from '../../../../cycle/cycle.js';
import { useCycles } from '../../data/cycle/queries.js';
import { useTexts } from '../../data/language/use-texts.js';

interface CycleChoiceProps {
  readonly cycle: Cycle;
  readonly onChoice: (cycleId: string) => void;
}

/** The choice among a county's school years that the reader may see; nothing where there is one only. */
export function CycleChoice({ cycle, onChoice }: CycleChoiceProps) {
  const { t } = useTexts();
  const id = useId();
  const years = useCycles().data?.filter(({ county }) => county === cycle.county) ?? [];
  if (years.length < 2) return null;
  return (
    <Field data-size="sm">
      <Label htmlFor={id} className="ds-sr-only">
        {t('ui.school-year')}
      </Label>
      <Select id={id} width="auto" value={cycle.id} onChange={(event) => onChoice(event.target.value)}>
        {years.map(({ id: each, schoolYear }) => (
          <Select.Option key={each} value={each}>
            {schoolYear}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
