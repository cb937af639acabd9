import { Heading } from '@digdir/designsystemet-react';
import { AdministrationPage } from '../../../administration/administration-page.js';
import { useParameter } from '../../../data/address/use-parameter.js';
import { together } from '../../../data/api/together.js';
import { usePeople } from '../../../data/county/people.js';
import { useUnits } from '../../../data/county/units.js';
import { presentCycle } from '../../../data/cycle/present-cycle.js';
import { useCycles, useCycleView } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { useToday } from '../../../data/language/use-today.js';
import { Choice } from '../../../ui/field/choice.js';
import { Toolbar } from '../../../ui/list/toolbar.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import { Outbox } from './outbox.js';
import styles from './outbox.module.css';
import { YearLoad } from './year-load.js';

/** The reminders of the county: what has been sent, and how much a whole year brings. */
export default function RemindersPage() {
  return (
    <AdministrationPage name="reminders">{({ county }) => <Reminders county={county} />}</AdministrationPage>
  );
}

function Reminders({ county }: { readonly county: string }) {
  const { t } = useTexts();
  const all = together([useCycles(), usePeople(county), useUnits(county)]);
  const today = useToday();
  const [chosen, setChosen] = useParameter('year');
  const cycles =
    all.state === 'here'
      ? all.data[0].filter((cycle) => cycle.county === county && cycle.state !== 'archived')
      : [];
  const cycle = cycles.find(({ schoolYear }) => schoolYear === chosen) ?? presentCycle(cycles, today);
  const view = useCycleView(cycle?.id ?? null);
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} />;
  const [, people, units] = all.data;
  return (
    <>
      <section className={styles.outbox} aria-labelledby="load">
        <Heading level={2} data-size="sm" id="load">
          {t('work.reminders.load')}
        </Heading>
        <Toolbar>
          <Choice
            label={t('ui.school-year')}
            value={cycle?.schoolYear ?? ''}
            options={cycles.map(({ schoolYear }) => ({ id: schoolYear, name: schoolYear }))}
            onChoose={setChosen}
          />
        </Toolbar>
        {cycle === undefined && <Nothing text="work.reminders.no-cycle" />}
        {view.isLoadingError && <Failure error={view.error} onRetry={() => void view.refetch()} />}
        {view.data && view.data.cycle.id === cycle?.id && (
          <YearLoad key={cycle.id} cycleView={view.data} people={people} units={units} />
        )}
      </section>
      <Outbox county={county} people={people} units={units} />
    </>
  );
}
