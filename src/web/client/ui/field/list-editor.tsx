import { Button, Fieldset, ValidationMessage } from '@digdir/designsystemet-react';
import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import type { ReactNode, Ref } from 'react';
import styles from './list-editor.module.css';

interface ListEditorProps {
  readonly name: string;
  /** What the button says that adds one more. */
  readonly add: string;
  readonly onAdd: () => void;
  readonly error: string | undefined;
  readonly ref?: Ref<HTMLUListElement>;
  /** The items, each with its `RemoveButton`. */
  readonly children: ReactNode;
}

/** A list of a task that is written item by item. */
export function ListEditor({ name, add, onAdd, error, ref, children }: ListEditorProps) {
  return (
    <Fieldset className={styles.editor} aria-invalid={error !== undefined} tabIndex={-1}>
      <Fieldset.Legend>{name}</Fieldset.Legend>
      <ul className={styles.list} ref={ref}>
        {children}
      </ul>
      <div>
        <Button type="button" variant="secondary" data-size="sm" onClick={onAdd}>
          <PlusIcon aria-hidden />
          {add}
        </Button>
      </div>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}

/** Takes an item out of its list. */
export function RemoveButton({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <Button type="button" icon variant="tertiary" data-size="sm" aria-label={label} onClick={onRemove}>
      <TrashIcon aria-hidden />
    </Button>
  );
}
