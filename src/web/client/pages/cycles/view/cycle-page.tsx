import { Alert, Button } from '@digdir/designsystemet-react';
import { lazy, Suspense, useDeferredValue, useMemo } from 'react';
import { useSearch } from 'wouter';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Translate } from '../../../../../language/translate.js';
import { type Level, USUAL_LEVEL } from '../../../../../task/level.js';
import { COUNTED_VIEWS, VIEWS, type View } from '../../../data/address/views.js';
import { useTitle } from '../../../data/browser/use-title.js';
import { useCycleView } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Live } from '../../../data/live/live.js';
import { FilterBar } from '../../../task/filter/filter-bar.js';
import { countChoices, NO_FILTER } from '../../../task/filter/page-filter.js';
import { usePickedTasks } from '../../../task/filter/pick-tasks.js';
import { useFilter } from '../../../task/filter/use-filter.js';
import { EditMarks } from '../../../task/marks/edit-marks.js';
import { Boundary } from '../../../ui/page/boundary.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import { AgendaView } from './agenda/agenda-view.js';
import type { ViewProps } from './any-view/view-props.js';
import styles from './cycle-page.module.css';
import { CycleTop } from './cycle-top.js';
import { NowView } from './now/now-view.js';
import { OpenView } from './open-view.js';

/** The views. The one that opens first, and the small list, are bundled with the page: fetching them afterwards would keep everybody waiting. */
const SHOWN = {
  now: NowView,
  wheel: lazy(() => import('./wheel/wheel-view.js')),
  agenda: AgendaView,
  month: lazy(() => import('./month/month-view.js')),
  who: lazy(() => import('./who/who-view.js')),
  timeline: lazy(() => import('./timeline/timeline-view.js')),
  coverage: lazy(() => import('./coverage/coverage-view.js')),
  workload: lazy(() => import('./workload/workload-view.js')),
} as const satisfies Record<View, unknown>;

/** A cycle: its heading, the tools for editors, the filter bar, and one of its views. */
export function CyclePage({
  cycleId,
  view: asked,
}: {
  readonly cycleId: string;
  readonly view: string | undefined;
}) {
  const { t } = useTexts();
  const [filter, setFilter] = useFilter();
  const cycleView = useCycleView(cycleId, filter.unit);
  const search = useSearch();
  const deferred = useDeferredValue(filter);
  const view = VIEWS.find((each) => each === asked) ?? VIEWS[0];
  // They also show what is missing, and are of all tasks.
  const isCounted = COUNTED_VIEWS.includes(view);
  const level = isCounted ? 'complete' : (deferred.level ?? usualLevel(view, search));
  const shown = useMemo(() => ({ ...deferred, level }), [deferred, level]);
  const tasks = usePickedTasks(cycleView.data, shown);
  useTitle(`${titleOf(cycleView.data, t)} – ${t(`ui.view.${view}`)}`);
  if (cycleView.isPending) return <Loading />;
  if (cycleView.isLoadingError)
    return <Failure error={cycleView.error} onRetry={() => void cycleView.refetch()} />;
  if (asked !== undefined && view !== asked) return <Nothing text="ui.state.no-such-page" />;
  const { cycle } = cycleView.data;
  return (
    <article className={styles.page}>
      <Live cycleId={cycle.id} />
      <CycleTop cycleView={cycleView.data} view={view} filter={filter} />
      {cycle.provisional.length > 0 && (
        <Alert data-color="warning" data-size="sm">
          {t('ui.provisional', { parts: cycle.provisional.map((part) => t(`part.${part}`)).join(', ') })}
        </Alert>
      )}
      <OpenView cycleView={cycleView.data} view={view}>
        <FilterBar
          cycleView={cycleView.data}
          filter={filter}
          onFilter={setFilter}
          found={tasks.length}
          level={isCounted ? null : level}
          isStale={cycleView.isPlaceholderData || deferred !== filter}
        />
        <section aria-label={t(`ui.view.${view}`)} className={styles.view}>
          <ShownView
            view={view}
            cycleView={cycleView.data}
            tasks={tasks}
            filter={filter}
            onFilter={setFilter}
          />
        </section>
      </OpenView>
    </article>
  );
}

/** How much a view shows by itself: a part of the wheel has room for everything. */
function usualLevel(view: View, search: string): Level {
  return view === 'wheel' && new URLSearchParams(search).has('zoom') ? 'complete' : USUAL_LEVEL;
}

function titleOf(cycleView: CycleView | undefined, t: Translate): string {
  if (!cycleView) return t('ui.product');
  return t('ui.title', { county: cycleView.county.name, schoolYear: cycleView.cycle.schoolYear });
}

/** One view, or that nothing matches. */
function ShownView({ view, ...props }: ViewProps & { readonly view: View }) {
  const { t } = useTexts();
  const { cycleView, tasks, filter, onFilter } = props;
  const Shown: React.ComponentType<ViewProps> = SHOWN[view];
  if (tasks.length === 0 && !COUNTED_VIEWS.includes(view))
    return (
      <Nothing text={countChoices(filter) === 0 ? 'ui.state.no-task' : 'ui.state.no-match'}>
        {cycleView.tasks.length > 0 && filter.level !== 'complete' && (
          <Button variant="secondary" onClick={() => onFilter({ ...filter, level: 'complete' })}>
            {t('ui.filter.all-levels')}
          </Button>
        )}
        {countChoices(filter) > 0 && (
          <Button variant="secondary" onClick={() => onFilter(NO_FILTER)}>
            {t('ui.filter.clear')}
          </Button>
        )}
      </Nothing>
    );
  return (
    <Boundary key={view}>
      <Suspense fallback={<Loading />}>
        <EditMarks cycle={cycleView.cycle}>
          <Shown {...props} />
        </EditMarks>
      </Suspense>
    </Boundary>
  );
}
