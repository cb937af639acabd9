import { Textfield } from '@digdir/designsystemet-react';
import type { TaskLink } from '../../../../../task/task-parts.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { ListEditor, RemoveButton } from '../../../ui/field/list-editor.js';
import styles from '../../../ui/field/list-editor.module.css';

interface LinksEditorProps {
  readonly links: readonly TaskLink[];
  readonly onChange: (links: readonly TaskLink[]) => void;
  readonly error: string | undefined;
}

/** The links of a task, each with its name and address; addresses of 2015 stay where they are, unseen. */
export function LinksEditor({ links, onChange, error }: LinksEditorProps) {
  const { t } = useTexts();
  const shown = [...links.entries()].filter(([, { historical }]) => !historical);
  const put = (at: number, change: Partial<TaskLink>) =>
    onChange(links.map((link, index) => (index === at ? { ...link, ...change } : link)));
  return (
    <ListEditor
      name={t('work.editing.field.links')}
      add={t('work.editing.add-link')}
      onAdd={() => onChange([...links, { title: '', url: '', historical: false }])}
      error={error}
    >
      {shown.map(([index, { title, url }], place) => (
        <li key={index} className={styles.link}>
          <Textfield
            label={t('work.editing.link-title')}
            autoComplete="off"
            value={title}
            onChange={(event) => put(index, { title: event.target.value })}
          />
          <Textfield
            label={t('work.editing.link-url')}
            type="url"
            autoComplete="off"
            value={url}
            onChange={(event) => put(index, { url: event.target.value })}
          />
          <RemoveButton
            label={t('work.editing.remove-link', { number: place + 1 })}
            onRemove={() => onChange(links.filter((_, at) => at !== index))}
          />
        </li>
      ))}
    </ListEditor>
  );
}
