import { Alert, Switch } from '@digdir/designsystemet-react';
import type { Unit } from '../../../../../units/unit.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Section } from '../../../ui/page/section.js';
import { useSetPublicCoverage } from './settings.js';

/** Whether coverage and workload are shown to anyone who may read a cycle; takes the county's own unit. */
export function PublicCoverage({ county }: { readonly county: Unit }) {
  const { t } = useTexts();
  const setPublic = useSetPublicCoverage();
  return (
    <Section look="settings" title={t('work.settings.coverage')} lead={t('work.settings.coverage-lead')}>
      {setPublic.isError && (
        <Alert data-color="danger" role="alert">
          {t('work.settings.not-saved')}
        </Alert>
      )}
      <Switch
        label={t('work.settings.coverage-public')}
        description={t('work.settings.coverage-help')}
        // The choice shows at once, before it is saved.
        checked={setPublic.isPending ? setPublic.variables.isPublic : county.publicCoverage}
        onChange={(event) => setPublic.mutate({ county, isPublic: event.target.checked })}
      />
    </Section>
  );
}
