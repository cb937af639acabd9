import { Checkbox, Fieldset, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTexts } from '../../data/language/use-texts.js';
import type { Option } from './choice.js';
import styles from './many-choice.module.css';

/** As many as are seen at once; more are looked for by their words. */
const SHOWN = 30;

/** As many as are offered for the words that were typed. */
const OFFERED = 8;

interface ManyChoiceProps {
  readonly label: string;
  readonly searchLabel: string;
  readonly chosen: readonly string[];
  readonly options: readonly Option[];
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** Several of many: those chosen, and where there are too many to see at once those that fit what is looked for. */
export function ManyChoice({ label, searchLabel, chosen, options, onChoose, error }: ManyChoiceProps) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const isSearched = options.length > SHOWN;
  const fitting = isSearched
    ? options.filter(({ id, name }) => !chosen.includes(id) && fits(name, words))
    : [];
  const shown = isSearched
    ? [...options.filter(({ id }) => chosen.includes(id)), ...fitting.slice(0, OFFERED)]
    : options;
  const choose = (id: string, isChosen: boolean) =>
    onChoose(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <Fieldset className={styles.many} aria-invalid={error !== undefined} tabIndex={-1}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {isSearched && (
        <Textfield
          label={searchLabel}
          type="search"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          // Enter looks for the words, it does not save.
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
      <div className={styles.options}>
        {shown.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            value={id}
            checked={chosen.includes(id)}
            onChange={(event) => choose(id, event.target.checked)}
          />
        ))}
      </div>
      {fitting.length > OFFERED && (
        <p className={styles.more}>{t('work.editing.more-fit', { count: fitting.length - OFFERED })}</p>
      )}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}

function fits(name: string, words: string): boolean {
  const text = name.toLocaleLowerCase('nb');
  const asked = words.toLocaleLowerCase('nb').split(/\s+/).filter(Boolean);
  return asked.length > 0 && asked.every((word) => text.includes(word));
}
