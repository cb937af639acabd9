import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { lazy, Suspense, useDeferredValue, useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { VIEWS, type View, viewPath } from '../../../data/address/views.js';
import { NARROW, useMedia } from '../../../data/browser/use-media.js';
import { useTitle } from '../../../data/browser/use-title.js';
import { useCycleView } from '../../../data/cycle/queries.js';
import { withWorkTexts } from '../../../data/language/i18n.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Live } from '../../../data/live/live.js';
import { useIsWorker } from '../../../data/session/cycle-state.js';
import { FilterBar } from '../../../task/filter/filter-bar.js';
import { countChoices, pickTasks, readFilter } from '../../../task/filter/page-filter.js';
import { useFilter } from '../../../task/filter/use-filter.js';
import { EditMarks } from '../../../task/marks/edit-marks.js';
import { CycleChoice } from '../../../ui/field/cycle-choice.js';
import { Boundary } from '../../../ui/page/boundary.js';
import { PageHead } from '../../../ui/page/page-head.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import { AgendaView } from './agenda/agenda-view.js';
import type { ViewProps } from './any-view/view-props.js';
import styles from './cycle-page.module.css';
import { DownloadMenu } from './download-menu.js';
import { SubscribeButton } from './subscribe-button.js';
import WheelView from './wheel/wheel-view.js';

/** The views. The two that open first are bundled with the page: fetching them afterwards would keep everybody waiting. */
const SHOWN = {
  wheel: WheelView,
  agenda: AgendaView,
  month: lazy(() => import('./month/month-view.js')),
  who: lazy(() => import('./who/who-view.js')),
  timeline: lazy(() => import('./timeline/timeline-view.js')),
  coverage: lazy(() => import('./coverage/coverage-view.js')),
  workload: lazy(() => import('./workload/workload-view.js')),
} as const satisfies Record<View, unknown>;

const CycleTools = lazy(withWorkTexts(() => import('./cycle-tools.js')));

/** Views that also show what is missing, so that they are shown even when no task matches. */
const OF_THE_WHOLE: readonly View[] = ['coverage', 'workload'];

/** A cycle: its heading, the tools for editors, the filter bar, and one of its views. */
export function CyclePage({
  cycleId,
  view: asked,
}: {
  readonly cycleId: string;
  readonly view: string | undefined;
}) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const search = useSearch();
  const query = search === '' ? '' : `?${search}`;
  const isNarrow = useMedia(NARROW);
  const isWorker = useIsWorker(cycleId);
  const [filter, setFilter] = useFilter();
  const cycleView = useCycleView(cycleId, filter.unit);
  const deferred = useDeferredValue(filter);
  const tasks = useMemo(() => pickTasks(cycleView.data?.tasks ?? [], deferred), [cycleView.data, deferred]);
  const view = VIEWS.find((each) => each === asked) ?? (isNarrow ? 'agenda' : VIEWS[0]);
  const title = cycleView.data ? titleOf(cycleView.data, t) : t('ui.product');
  useTitle(`${title} – ${t(`ui.view.${view}`)}`);
  if (cycleView.isPending) return <Loading />;
  if (cycleView.isLoadingError)
    return <Failure error={cycleView.error} onRetry={() => void cycleView.refetch()} />;
  if (asked !== undefined && view !== asked) return <Nothing text="ui.state.no-such-page" />;
  const { cycle } = cycleView.data;
  const Shown: React.ComponentType<ViewProps> = SHOWN[view];
  const isEmpty = tasks.length === 0 && !OF_THE_WHOLE.includes(view);
  return (
    <article className={styles.page}>
      <Live cycleId={cycle.id} />
      <PageHead
        title={title}
        actions={
          <div className={styles.actions}>
            <CycleChoice cycle={cycle} onChoice={(next) => navigate(viewPath(next, view) + query)} />
            {cycle.publishedRevision !== null && (
              <>
                <SubscribeButton cycleId={cycle.id} filter={filter} />
                <DownloadMenu cycleId={cycle.id} filter={filter} />
              </>
            )}
          </div>
        }
      >
        <Paragraph className={styles.lead}>{t('ui.lead')}</Paragraph>
      </PageHead>
      {isWorker && (
        <Suspense>
          <CycleTools cycleView={cycleView.data} />
        </Suspense>
      )}
      {cycle.provisional.length > 0 && (
        <Alert data-color="warning" data-size="sm">
          {t('ui.provisional', { parts: cycle.provisional.map((part) => t(`part.${part}`)).join(', ') })}
        </Alert>
      )}
      <ViewLinks cycleId={cycle.id} current={view} />
      <FilterBar
        cycleView={cycleView.data}
        filter={filter}
        onFilter={setFilter}
        found={tasks.length}
        isStale={cycleView.isPlaceholderData || deferred !== filter}
      />
      <section aria-label={t(`ui.view.${view}`)} className={styles.view}>
        {isEmpty ? (
          <Nothing text={countChoices(filter) === 0 ? 'ui.state.no-task' : 'ui.state.no-match'}>
            {countChoices(filter) > 0 && (
              <Button variant="secondary" onClick={() => setFilter(readFilter(new URLSearchParams()))}>
                {t('ui.filter.clear')}
              </Button>
            )}
          </Nothing>
        ) : (
          <Boundary key={view}>
            <Suspense fallback={<Loading />}>
              <EditMarks cycle={cycle}>
                <Shown cycleView={cycleView.data} tasks={tasks} filter={filter} onFilter={setFilter} />
              </EditMarks>
            </Suspense>
          </Boundary>
        )}
      </section>
    </article>
  );
}

function titleOf(
  { county, cycle }: ViewProps['cycleView'],
  t: (key: string, values: Record<string, string>) => string,
) {
  return t('ui.title', { county: county.name, schoolYear: cycle.schoolYear });
}

function ViewLinks({ cycleId, current }: { readonly cycleId: string; readonly current: View }) {
  const { t } = useTexts();
  const search = useSearch();
  return (
    <nav className={styles.views} aria-label={t('ui.views')}>
      <ul>
        {VIEWS.map((view) => (
          <li key={view}>
            <Link
              href={`${viewPath(cycleId, view)}${search === '' ? '' : `?${search}`}`}
              aria-current={view === current ? 'page' : undefined}
            >
              {t(`ui.view.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
