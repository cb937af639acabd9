import { Checkbox, Textfield } from '@digdir/designsystemet-react';
import { useRef } from 'react';
import type { ChecklistItem } from '../../../../../task/task-parts.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { ListEditor, RemoveButton } from '../../../ui/field/list-editor.js';
import styles from '../../../ui/field/list-editor.module.css';
import { newRef } from '../form/unsaved.js';

interface ChecklistEditorProps {
  readonly items: readonly ChecklistItem[];
  readonly onChange: (items: readonly ChecklistItem[]) => void;
  readonly error: string | undefined;
}

/** The steps of a task: to name, tick off, add and remove. */
export function ChecklistEditor({ items, onChange, error }: ChecklistEditorProps) {
  const { t } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  const put = (id: string, change: Partial<ChecklistItem>) =>
    onChange(items.map((item) => (item.id === id ? { ...item, ...change } : item)));
  const add = () => {
    onChange([...items, { id: newRef(), text: '', done: false }]);
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>('li:last-child input[type="text"]')?.focus();
    });
  };
  return (
    <ListEditor
      ref={list}
      name={t('work.editing.field.checklist')}
      add={t('work.editing.add-step')}
      onAdd={add}
      error={error}
    >
      {items.map(({ id, text, done }, index) => (
        <li key={id} className={styles.step}>
          <Checkbox
            aria-label={t('work.editing.step-done', { number: index + 1 })}
            checked={done}
            onChange={(event) => put(id, { done: event.target.checked })}
          />
          <Textfield
            type="text"
            aria-label={t('work.editing.step', { number: index + 1 })}
            autoComplete="off"
            value={text}
            onChange={(event) => put(id, { text: event.target.value })}
          />
          <RemoveButton
            label={t('work.editing.remove-step', { number: index + 1 })}
            onRemove={() => onChange(items.filter((item) => item.id !== id))}
          />
        </li>
      ))}
    </ListEditor>
  );
}
