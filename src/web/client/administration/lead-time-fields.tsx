import { Fieldset, Textfield } from '@digdir/designsystemet-react';
import type { LeadTimes } from '../../../units/unit.js';
import { useTexts } from '../data/language/use-texts.js';
import { LEAD_KINDS } from './lead-times.js';

interface LeadTimeFieldsProps {
  readonly texts: Readonly<Record<keyof LeadTimes, string>>;
  /** The kinds whose field does not hold a valid list of days. */
  readonly flawed: ReadonlySet<string>;
  readonly description: string;
  readonly onChange: (texts: Readonly<Record<keyof LeadTimes, string>>) => void;
}

/** Fields for how many days before a task to send reminders, by kind of task. */
export function LeadTimeFields({ texts, flawed, description, onChange }: LeadTimeFieldsProps) {
  const { t } = useTexts();
  return (
    <Fieldset>
      <Fieldset.Legend>{t('work.administration.lead-times')}</Fieldset.Legend>
      <Fieldset.Description>{description}</Fieldset.Description>
      {LEAD_KINDS.map((kind) => (
        <Textfield
          key={kind}
          label={t(`kind.${kind}`)}
          inputMode="numeric"
          autoComplete="off"
          value={texts[kind]}
          onChange={(event) => onChange({ ...texts, [kind]: event.target.value })}
          error={flawed.has(kind) ? t('work.administration.lead-times-flaw') : undefined}
        />
      ))}
    </Fieldset>
  );
}
