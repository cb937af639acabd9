import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { LANGUAGES, type Language } from '../../../language/text.js';
import { changeLanguage, LANGUAGE_NAMES } from '../data/language/i18n.js';
import { useTexts } from '../data/language/use-texts.js';
import { COLOUR_SCHEMES, type ColourScheme, useColourScheme } from './colour-scheme.js';
import styles from './preferences.module.css';

/** The reader's choice of language and colours, kept in the browser. */
export function Preferences() {
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const [scheme, setScheme] = useColourScheme();
  return (
    <div className={styles.preferences}>
      <Choice
        label={t('ui.language')}
        value={language}
        options={LANGUAGES.map((each) => [each, LANGUAGE_NAMES[each]])}
        onChoose={(chosen) => void changeLanguage(chosen as Language, queries)}
      />
      <Choice
        label={t('ui.colours.label')}
        value={scheme}
        options={COLOUR_SCHEMES.map((each) => [each, t(`ui.colours.${each}`)])}
        onChoose={(chosen) => setScheme(chosen as ColourScheme)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <Field data-size="sm">
      <Label htmlFor={id} className="ds-sr-only">
        {label}
      </Label>
      <Select id={id} value={value} width="auto" onChange={(event) => onChoose(event.target.value)}>
        {options.map(([each, name]) => (
          <Select.Option key={each} value={each}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
