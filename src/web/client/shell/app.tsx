import { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch, useParams } from 'wouter';
import { cyclePath } from '../data/address/views.js';
import { presentCycle } from '../data/cycle/present-cycle.js';
import { useCycles } from '../data/cycle/queries.js';
import { withWorkPageTexts } from '../data/language/i18n.js';
import { useToday } from '../data/language/use-today.js';
import { isEmbedded } from '../data/session/cycle-state.js';
import { useIsSigningOut, useSession } from '../data/session/session.js';
import { CyclePage } from '../pages/cycles/view/cycle-page.js';
import { Boundary } from '../ui/page/boundary.js';
import { Failure, Loading, Nothing } from '../ui/page/states.js';
import { Frame } from './frame.js';
import { OwnView } from './own-view.js';

const SignInPage = lazy(() => import('../pages/sign-in/sign-in-page.js'));
const UnitsPage = lazy(withWorkPageTexts(() => import('../pages/units/units-page.js')));
const StartPage = lazy(withWorkPageTexts(() => import('../pages/start/start-page.js')));
const RegeneratePage = lazy(withWorkPageTexts(() => import('../pages/cycles/regenerate/regenerate-page.js')));
const RolloverPage = lazy(withWorkPageTexts(() => import('../pages/cycles/rollover/rollover-page.js')));
const MyTasksPage = lazy(withWorkPageTexts(() => import('../pages/my-tasks/my-tasks-page.js')));
const HistoryPage = lazy(withWorkPageTexts(() => import('../pages/cycles/history/history-page.js')));
const PublishPage = lazy(withWorkPageTexts(() => import('../pages/cycles/publish/publish-page.js')));
const Administration = lazy(withWorkPageTexts(() => import('./administration.js')));
const ImportPage = lazy(withWorkPageTexts(() => import('../pages/cycles/import/import-page.js')));
const PhasePage = lazy(() => import('../pages/cycles/phases/phase-page.js'));
const MeasurePage = lazy(() => import('../pages/cycles/measures/measure-page.js'));
const TaskPage = lazy(() => import('../pages/tasks/task-page.js'));

/** The pages and their addresses. */
export function App() {
  if (useIsSigningOut()) return <Loading />;
  return (
    <Router base={isEmbedded() ? '/embed' : ''}>
      <Frame isEmbedded={isEmbedded()}>
        <Boundary>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path="/" component={PresentCycle} />
              <Route path="/sign-in" component={SignInPage} />
              <Route path="/my-tasks" component={MyTasksPage} />
              <Route path="/units" component={UnitsPage} />
              <Route path="/start" component={StartPage} />
              <Route path="/start/:year/:step" component={StartPage} />
              <Route path="/administration/:page?" component={Administration} />
              <Route path="/cycles/:cycle/phases/:phase" component={OnePhase} />
              <Route path="/cycles/:cycle/measures/:measure" component={OneMeasure} />
              <Route path="/tasks/:task" component={OneTask} />
              <Route path="/cycles/:cycle/history" component={OneHistory} />
              <Route path="/cycles/:cycle/publish" component={OnePublishing} />
              <Route path="/cycles/:cycle/regenerate" component={OneRegeneration} />
              <Route path="/cycles/:cycle/rollover" component={OneRollover} />
              <Route path="/cycles/:cycle/import" component={OneImport} />
              <Route path="/cycles/:cycle/:view?" component={OneCycle} />
              <Route>
                <Nothing text="ui.state.no-such-page" isPage />
              </Route>
            </Switch>
          </Suspense>
        </Boundary>
      </Frame>
    </Router>
  );
}

/** Redirects to the cycle of the current school year, else to the newest. */
function PresentCycle() {
  const today = useToday();
  const session = useSession();
  const cycles = useCycles();
  if (cycles.isPending || session.isPending) return <Loading />;
  if (cycles.isLoadingError) return <Failure error={cycles.error} onRetry={() => void cycles.refetch()} />;
  const own = session.data?.role === 'county-coordinator' ? session.data.county : null;
  // A county's coordinator begins with making its first cycle.
  if (own !== null && cycles.data.every(({ county }) => county !== own))
    return <Redirect to="/start" replace />;
  const newest = presentCycle(cycles.data, today, own ?? undefined);
  if (!newest) return <Nothing text="ui.state.no-cycle" />;
  return <Redirect to={cyclePath(newest.id) + location.search} replace />;
}

function OneCycle() {
  const { cycle, view } = useParams<{ cycle: string; view?: string }>();
  return (
    <OwnView id={cycle}>
      <CyclePage cycleId={cycle} view={view} />
    </OwnView>
  );
}

function OneHistory() {
  const { cycle } = useParams<{ cycle: string }>();
  return <HistoryPage key={cycle} cycleId={cycle} />;
}

function OnePublishing() {
  const { cycle } = useParams<{ cycle: string }>();
  return <PublishPage key={cycle} cycleId={cycle} />;
}

function OneRegeneration() {
  const { cycle } = useParams<{ cycle: string }>();
  return <RegeneratePage key={cycle} cycleId={cycle} />;
}

function OneRollover() {
  const { cycle } = useParams<{ cycle: string }>();
  return <RolloverPage key={cycle} cycleId={cycle} />;
}

function OneImport() {
  const { cycle } = useParams<{ cycle: string }>();
  return <ImportPage key={cycle} cycleId={cycle} />;
}

function OnePhase() {
  const { cycle, phase } = useParams<{ cycle: string; phase: string }>();
  return (
    <OwnView id={cycle}>
      <PhasePage key={phase} cycleId={cycle} phaseId={phase} />
    </OwnView>
  );
}

function OneMeasure() {
  const { cycle, measure } = useParams<{ cycle: string; measure: string }>();
  return (
    <OwnView id={cycle}>
      <MeasurePage key={measure} cycleId={cycle} measureId={measure} />
    </OwnView>
  );
}

function OneTask() {
  const { task } = useParams<{ task: string }>();
  return (
    <OwnView id={task}>
      <TaskPage key={task} taskId={task} />
    </OwnView>
  );
}
