import { Alert, Button } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { ApiProblem } from '../api/problem.js';
import { failureText } from '../changes/failure-text.js';
import { useTexts } from '../language/use-texts.js';
import { useClose } from './edit-dialog.js';
import styles from './edit-dialog.module.css';
import type { Unsaved } from './unsaved.js';
import type { Editor } from './use-editor.js';

interface SaveFormProps<U extends Unsaved> {
  readonly editor: Editor<U>;
  /** Whether what is wrong is said at the fields. */
  readonly hasFlaws: boolean;
  readonly onSave: () => void;
  /** What else can be done, beside saving. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** A form with its buttons, and with word of what has become of it. */
export function SaveForm<U extends Unsaved>({ editor, hasFlaws, onSave, more, children }: SaveFormProps<U>) {
  const { t } = useTexts();
  const close = useClose();
  const form = useRef<HTMLFormElement>(null);
  const { error, isSaving, unsaved } = editor;
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refusal]')?.focus();
  }, [error]);
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {unsaved.state === 'waiting' && (
        <Alert data-color="warning" role="status">
          {t('work.editing.waits')}
        </Alert>
      )}
      {error && (
        <Alert data-color="danger" role="alert" tabIndex={-1} data-refusal={hasFlaws ? undefined : true}>
          {hasFlaws ? t('work.editing.has-flaws') : refusalText(error)}
        </Alert>
      )}
      {children}
      <div className={styles.actions}>
        <Button type="submit" loading={isSaving}>
          {t('work.editing.save')}
        </Button>
        {unsaved.state === 'waiting' && (
          <Button type="button" variant="secondary" onClick={close}>
            {t('ui.close')}
          </Button>
        )}
        <Button
          type="button"
          variant={unsaved.state === 'waiting' ? 'tertiary' : 'secondary'}
          onClick={() => {
            editor.throwAway();
            close();
          }}
        >
          {t(unsaved.state === 'waiting' ? 'work.editing.throw-away' : 'work.editing.cancel')}
        </Button>
        {more}
      </div>
    </form>
  );

  function refusalText(refusal: Error): string {
    const status = refusal instanceof ApiProblem ? refusal.status : null;
    if (status === 404) return t('work.editing.gone');
    if (status === 412) return t('work.editing.conflict-left');
    return failureText(refusal, t);
  }
}
