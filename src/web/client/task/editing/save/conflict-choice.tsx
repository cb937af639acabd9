import { Alert, Button, Heading, Paragraph, Radio } from '@digdir/designsystemet-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../../../data/language/use-texts.js';
import { type Conflict, conflictsOf, type EditedFields, merged } from '../form/edited-fields.js';
import styles from './conflict-choice.module.css';
import dialogStyles from './edit-dialog.module.css';

interface ConflictChoiceProps<F extends string, Form> {
  readonly edited: EditedFields<F, Form>;
  readonly mine: Form;
  /** The common base of both. */
  readonly before: Form;
  readonly theirs: Form;
  readonly nameOf: (field: F) => string;
  readonly wordsOf: (field: F, form: Form) => string;
  readonly isSaving: boolean;
  readonly onMerged: (form: Form) => void;
  readonly onBack: () => void;
}

type Side = 'mine' | 'theirs';

const SIDES = ['mine', 'theirs'] as const;

/** Both versions side by side, field by field, when somebody else has changed what the reader was editing. */
export function ConflictChoice<F extends string, Form extends Readonly<Record<F, unknown>>>({
  edited,
  mine,
  before,
  theirs,
  nameOf,
  wordsOf,
  isSaving,
  onMerged,
  onBack,
}: ConflictChoiceProps<F, Form>) {
  const { t } = useTexts();
  const id = useId();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => alert.current?.focus(), []);
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const conflicts = conflictsOf(edited, mine, before, theirs);
  // A field that only one of the two has changed takes that change, unless the reader chooses otherwise.
  const sideOf = ({ field, by }: Conflict<F>): Side => chosen[field] ?? (by === 'them' ? 'theirs' : 'mine');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fromTheirs = conflicts.filter((each) => sideOf(each) === 'theirs').map(({ field }) => field);
    onMerged(merged(mine, theirs, fromTheirs));
  };
  return (
    <form className={dialogStyles.form} onSubmit={submit}>
      <Alert ref={alert} data-color="warning" role="alert" tabIndex={-1}>
        <Heading level={3} data-size="2xs">
          {t('work.editing.conflict')}
        </Heading>
        <Paragraph>{t('work.editing.conflict-help')}</Paragraph>
      </Alert>
      {conflicts.map((conflict) => {
        const { field, by } = conflict;
        const values = { mine: wordsOf(field, mine), theirs: wordsOf(field, theirs) };
        return (
          <fieldset key={field} className={styles.field}>
            <legend>
              {nameOf(field)} <span className={styles.by}>{t(`work.editing.changed-by-${by}`)}</span>
            </legend>
            {SIDES.map((side) => (
              <div key={side} className={styles.side} data-chosen={sideOf(conflict) === side}>
                <Radio
                  name={`${id}-${field}`}
                  value={side}
                  label={t(`work.editing.${side}`)}
                  aria-describedby={`${id}-${field}-${side}`}
                  checked={sideOf(conflict) === side}
                  onChange={() => setChosen({ ...chosen, [field]: side })}
                />
                <p id={`${id}-${field}-${side}`} className={styles.value}>
                  {values[side] === '' ? t('work.editing.nothing') : values[side]}
                </p>
              </div>
            ))}
          </fieldset>
        );
      })}
      <div className={dialogStyles.actions}>
        <Button type="submit" loading={isSaving}>
          {t('work.editing.save-merged')}
        </Button>
        <Button type="button" variant="secondary" onClick={onBack}>
          {t('work.editing.back')}
        </Button>
      </div>
    </form>
  );
}
