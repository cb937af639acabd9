import { Alert, Switch } from '@digdir/designsystemet-react';
import type { Cycle } from '../../../../../cycle/cycle.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Section } from '../../../ui/page/section.js';
import { Nothing } from '../../../ui/page/states.js';
import { useSetPublic } from './settings.js';

/** Which school years are open to anyone, once they are published. */
export function PublicCycles({ cycles }: { readonly cycles: readonly Cycle[] }) {
  const { t } = useTexts();
  const setPublic = useSetPublic();
  /** The choice shows at once, before it is saved. */
  const isChosen = (cycle: Cycle) =>
    setPublic.isPending && setPublic.variables.cycle.id === cycle.id
      ? setPublic.variables.isPublic
      : cycle.public;
  return (
    <Section look="settings" title={t('work.settings.public')} lead={t('work.settings.public-lead')}>
      {setPublic.isError && (
        <Alert data-color="danger" role="alert">
          {t('work.settings.not-saved')}
        </Alert>
      )}
      {cycles.length === 0 && <Nothing text="work.settings.no-cycles" />}
      {cycles.map((cycle) => (
        <Switch
          key={cycle.id}
          label={t('work.settings.public-year', { year: cycle.schoolYear })}
          description={t(`work.settings.state.${cycle.state}`)}
          checked={isChosen(cycle)}
          onChange={(event) => setPublic.mutate({ cycle, isPublic: event.target.checked })}
        />
      ))}
    </Section>
  );
}
