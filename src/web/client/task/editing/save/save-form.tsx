import { Alert, Button } from '@digdir/designsystemet-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { failureText } from '../../../data/api/failure-text.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { StatusRegion } from '../../../ui/notice/status-region.js';
import type { Unsaved } from '../form/unsaved.js';
import { useClose } from './edit-dialog.js';
import styles from './edit-dialog.module.css';
import type { Editor } from './use-editor.js';

interface SaveFormProps<U extends Unsaved> {
  readonly editor: Editor<U>;
  /** Whether the flaws are shown at the fields. */
  readonly hasFlaws: boolean;
  readonly onSave: () => void;
  /** Why an action other than saving was refused. */
  readonly refusal?: string | null;
  /** Other actions besides saving. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** A form with its buttons, and messages about saving. */
export function SaveForm<U extends Unsaved>({
  editor,
  hasFlaws,
  onSave,
  refusal = null,
  more,
  children,
}: SaveFormProps<U>) {
  const { t } = useTexts();
  const close = useClose();
  const form = useRef<HTMLFormElement>(null);
  const writtenIn = useRef<Element | null>(null);
  const [isHalf, setIsHalf] = useState(false);
  const { error, isSaving, unsaved } = editor;
  const failure = refusal ?? (error && (hasFlaws ? t('work.editing.has-flaws') : refusalText(error)));
  const isAtFields = refusal === null && hasFlaws;
  useEffect(() => {
    if (error || refusal !== null)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refusal]')?.focus();
  }, [error, refusal]);
  // Fields that were disabled while sending have lost the focus.
  useEffect(() => {
    if (!isSaving && !error && writtenIn.current instanceof HTMLElement) writtenIn.current.focus();
  }, [isSaving, error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const half = halfWritten(form.current);
    setIsHalf(half !== undefined);
    writtenIn.current = half ?? document.activeElement;
    if (half) half.focus();
    else onSave();
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <StatusRegion>
        {unsaved.state === 'waiting' && <Alert data-color="warning">{t('work.editing.waits')}</Alert>}
      </StatusRegion>
      {isHalf && (
        <Alert data-color="danger" role="alert">
          {t('work.editing.half-written')}
        </Alert>
      )}
      {failure && (
        <Alert data-color="danger" role="alert" tabIndex={-1} data-refusal={isAtFields ? undefined : true}>
          {failure}
        </Alert>
      )}
      <fieldset className={styles.fields} disabled={isSaving}>
        {children}
      </fieldset>
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

  function refusalText(refused: Error): string {
    const status = refused instanceof ApiProblem ? refused.status : null;
    if (status === 404) return t('work.editing.gone');
    if (status === 412) return t('work.editing.conflict-left');
    return failureText(refused, t);
  }
}

/** A partly filled date or time field: its value is empty, as if it had been left out. */
function halfWritten(form: HTMLFormElement | null): HTMLInputElement | undefined {
  const fields = [...(form?.elements ?? [])].filter((field) => field instanceof HTMLInputElement);
  return fields.find(({ validity }) => validity.badInput);
}
