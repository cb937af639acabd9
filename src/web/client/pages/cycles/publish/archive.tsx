import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { ArchiveIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { Cycle } from '../../../../../cycle/cycle.js';
import { failureText } from '../../../data/api/failure-text.js';
import { useCycleStep } from '../../../data/cycle/publishing.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { DialogActions, DialogContent, TitledDialog } from '../../../ui/dialog/titled-dialog.js';
import { showToast } from '../../../ui/notice/toast.js';
import styles from './publish-page.module.css';

/** Archives a cycle after confirmation, or restores it. */
export function Archive({ cycle }: { readonly cycle: Cycle }) {
  const { t } = useTexts();
  const [isAsked, setIsAsked] = useState(false);
  const step = useCycleStep(cycle);
  const kind = cycle.state === 'archived' ? 'restore' : 'archive';
  const confirm = (close: () => void) =>
    step.mutate(
      { kind },
      {
        onSuccess: () => {
          close();
          showToast({ kind: 'done', text: t(`work.publish.${kind}-done`) });
        },
      },
    );
  return (
    <div className={styles.part}>
      <Paragraph data-size="sm">{t(`work.publish.${kind}-help`)}</Paragraph>
      <Button variant="secondary" onClick={() => setIsAsked(true)}>
        <ArchiveIcon aria-hidden />
        {t(`work.publish.${kind}`)}
      </Button>
      {isAsked && (
        <TitledDialog title={t(`work.publish.${kind}-title`)} onClose={() => setIsAsked(false)}>
          {(close) => (
            <DialogContent>
              <Paragraph>{t(`work.publish.${kind}-help`)}</Paragraph>
              {step.isError && (
                <Alert data-color="danger" data-size="sm" role="alert">
                  {failureText(step.error, t)}
                </Alert>
              )}
              <DialogActions>
                <Button loading={step.isPending} onClick={() => confirm(close)}>
                  {t(`work.publish.${kind}-confirm`)}
                </Button>
                <Button variant="secondary" onClick={close}>
                  {t('work.publish.cancel')}
                </Button>
              </DialogActions>
            </DialogContent>
          )}
        </TitledDialog>
      )}
    </div>
  );
}
