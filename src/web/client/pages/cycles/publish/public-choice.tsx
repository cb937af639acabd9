import { Alert, Switch } from '@digdir/designsystemet-react';
import type { Cycle } from '../../../../../cycle/cycle.js';
import { failureText } from '../../../data/api/failure-text.js';
import { useCycleStep } from '../../../data/cycle/publishing.js';
import { useTexts } from '../../../data/language/use-texts.js';
import styles from './publish-page.module.css';

/** Whether anyone may read the published version. */
export function PublicChoice({ cycle }: { readonly cycle: Cycle }) {
  const { t } = useTexts();
  const step = useCycleStep(cycle);
  return (
    <div className={styles.part}>
      <Switch
        label={t('work.publish.public')}
        description={t('work.publish.public-help')}
        checked={step.isPending ? step.variables.kind === 'open' : cycle.public}
        onChange={() => !step.isPending && step.mutate({ kind: cycle.public ? 'close' : 'open' })}
      />
      {step.isError && (
        <Alert data-color="danger" data-size="sm" role="alert">
          {failureText(step.error, t)}
        </Alert>
      )}
    </div>
  );
}
