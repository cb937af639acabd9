import { Button } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './copied-text.module.css';

/** A text with a button that copies it. */
export function CopiedText({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTexts();
  const shown = useRef<HTMLElement>(null);
  const [done, setDone] = useState<'copied' | 'marked' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone('copied');
    } catch {
      // Frames and plain http have no clipboard.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setDone('marked');
    }
  };
  return (
    <div className={styles.text}>
      <code ref={shown}>{text}</code>
      <Button type="button" variant="secondary" data-size="sm" onClick={() => void copy()}>
        {label}
      </Button>
      <output>{done !== null && t(`ui.subscribe.${done}`)}</output>
    </div>
  );
}
