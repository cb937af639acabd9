import { Button, Fieldset, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import type { TaskLink } from '../../../cycle/task.js';
import { useTexts } from '../language/use-texts.js';
import styles from './list-editor.module.css';

interface LinksEditorProps {
  readonly links: readonly TaskLink[];
  readonly onChange: (links: readonly TaskLink[]) => void;
  readonly error: string | undefined;
}

/** The links of a task, each with the name that is shown and its address. */
export function LinksEditor({ links, onChange, error }: LinksEditorProps) {
  const { t } = useTexts();
  const put = (at: number, change: Partial<TaskLink>) =>
    onChange(links.map((link, index) => (index === at ? { ...link, ...change } : link)));
  return (
    <Fieldset className={styles.editor} aria-invalid={error !== undefined} tabIndex={-1}>
      <Fieldset.Legend>{t('work.editing.field.links')}</Fieldset.Legend>
      <ul className={styles.list}>
        {links.map(({ title, url }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: links are never reordered and have no name of their own
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
            <Button
              type="button"
              icon
              variant="tertiary"
              data-size="sm"
              aria-label={t('work.editing.remove-link', { number: index + 1 })}
              onClick={() => onChange(links.filter((_, at) => at !== index))}
            >
              <TrashIcon aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          onClick={() => onChange([...links, { title: '', url: '', historical: false }])}
        >
          <PlusIcon aria-hidden />
          {t('work.editing.add-link')}
        </Button>
      </div>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}
