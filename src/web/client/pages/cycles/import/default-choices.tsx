import { Details } from '@digdir/designsystemet-react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { ImportDefaults } from '../../../../../exchange/import-plan.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import styles from './import-page.module.css';

interface DefaultChoicesProps {
  readonly vocabulary: CycleView['vocabulary'];
  readonly defaults: ImportDefaults;
  readonly onChoose: (defaults: ImportDefaults) => void;
}

/** Default values for what the file does not say. Cooperation is not offered: it needs a partner, which only the file can name. */
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
            isSmall
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
