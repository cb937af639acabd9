import { Button, Field, Label, Textarea, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { PASTED_LENGTH } from '../../../../../file-bounds/bounds.js';
import { useTexts } from '../../../data/language/use-texts.js';
import styles from './skolerute-dialog.module.css';

interface PastedTextProps {
  readonly isReading: boolean;
  readonly onRead: (text: string, source: string) => void;
}

/** A skolerute as a text that is pasted, and where it was copied from. */
export function PastedText({ isReading, onRead }: PastedTextProps) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  return (
    <div className={styles.days}>
      <Field>
        <Label>{t('work.skolerute.text.field')}</Label>
        <Field.Description>{t('work.skolerute.text.help')}</Field.Description>
        <Textarea
          rows={8}
          value={text}
          maxLength={PASTED_LENGTH}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Textfield
        label={t('work.skolerute.source')}
        description={t('work.skolerute.source-help')}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
      <div>
        <Button
          variant="secondary"
          loading={isReading}
          disabled={text.trim() === '' || source.trim() === ''}
          onClick={() => onRead(text, source.trim())}
        >
          {t('work.skolerute.text.read')}
        </Button>
      </div>
    </div>
  );
}
