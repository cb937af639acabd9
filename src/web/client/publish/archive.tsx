import { Alert, Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ArchiveIcon } from '@navikt/aksel-icons';
import { useRef } from 'react';
import type { Cycle } from '../../../cycle/cycle.js';
import { failureText } from '../changes/failure-text.js';
import { tell } from '../changes/toast.js';
import { useTexts } from '../language/use-texts.js';
import styles from './publish-page.module.css';
import { useCycleStep } from './publishing.js';

/** Puts a cycle away once that is confirmed, or takes it out again. */
export function Archive({ cycle }: { readonly cycle: Cycle }) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const step = useCycleStep(cycle);
  const kind = cycle.state === 'archived' ? 'restore' : 'archive';
  const confirm = () =>
    step.mutate(
      { kind },
      {
        onSuccess: () => {
          dialog.current?.close();
          tell({ kind: 'done', text: t(`work.publish.${kind}-done`) });
        },
      },
    );
  return (
    <div className={styles.part}>
      <Paragraph data-size="sm">{t(`work.publish.${kind}-help`)}</Paragraph>
      <Button variant="secondary" onClick={() => dialog.current?.showModal()}>
        <ArchiveIcon aria-hidden />
        {t(`work.publish.${kind}`)}
      </Button>
      <Dialog ref={dialog} closeButton={t('ui.close')} aria-labelledby="archive">
        <Heading level={2} data-size="sm" id="archive">
          {t(`work.publish.${kind}-title`)}
        </Heading>
        <div className={styles.confirm}>
          <Paragraph>{t(`work.publish.${kind}-help`)}</Paragraph>
          {step.isError && (
            <Alert data-color="danger" data-size="sm" role="alert">
              {failureText(step.error, t)}
            </Alert>
          )}
          <div className={styles.actions}>
            <Button loading={step.isPending} onClick={confirm}>
              {t(`work.publish.${kind}-confirm`)}
            </Button>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              {t('work.publish.cancel')}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
