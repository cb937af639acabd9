import { Details, Field, Label, Select } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { CycleView } from '../../../cycle/cycle-view.js';
import type { ImportDefaults } from '../../../exchange/import-plan.js';
import { useTexts } from '../language/use-texts.js';
import styles from './import-page.module.css';

interface DefaultChoicesProps {
  readonly vocabulary: CycleView['vocabulary'];
  readonly defaults: ImportDefaults;
  readonly onChoose: (defaults: ImportDefaults) => void;
}

/** What tasks get where the file says nothing of it. Cooperation is left out: it needs a partner, which only the file can name. */
export function DefaultChoices({ vocabulary, defaults, onChoose }: DefaultChoicesProps) {
  const { t } = useTexts();
  const options = {
    kind: (['activity', 'deadline'] as const).map((id) => ({ id, name: t(`kind.${id}`) })),
    phase: vocabulary.phases,
    category: vocabulary.categories,
    actor: vocabulary.actors,
  };
  return (
    <Details data-color="neutral">
      <Details.Summary>{t('work.importing.defaults')}</Details.Summary>
      <Details.Content className={styles.fields}>
        {(Object.keys(options) as (keyof typeof options)[]).map((field) => (
          <Choice
            key={field}
            label={t(`column.${field}`)}
            value={defaults[field]}
            options={options[field]}
            onChoose={(value) => onChoose({ ...defaults, [field]: value })}
          />
        ))}
      </Details.Content>
    </Details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <Field data-size="sm">
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <Select.Option key={option.id} value={option.id}>
            {option.name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
