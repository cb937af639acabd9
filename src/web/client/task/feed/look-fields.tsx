import { Checkbox } from '@digdir/designsystemet-react';
import { useTexts } from '../../data/language/use-texts.js';
import { LOOK_CHOICES, type LookChoices } from './feed-choices.js';

interface LookFieldsProps {
  readonly values: LookChoices;
  /** Those that a feed of its form has; all of them when left out. */
  readonly offered?: readonly (keyof LookChoices)[];
  readonly onChoose: (choice: Partial<LookChoices>) => void;
}

/** The choices of how a feed shows its tasks. */
export function LookFields({ values, offered = LOOK_CHOICES, onChoose }: LookFieldsProps) {
  const { t } = useTexts();
  return offered.map((choice) => (
    <Checkbox
      key={choice}
      label={t(`subscribe.choice.${choice}`)}
      checked={values[choice]}
      onChange={(event) => onChoose({ [choice]: event.target.checked })}
    />
  ));
}
