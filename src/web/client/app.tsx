import { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch, useParams } from 'wouter';
import { useCycles } from './api/queries.js';
import { CyclePage } from './shell/cycle-page.js';
import { Frame } from './shell/frame.js';
import { Failure, Loading, Nothing } from './shell/states.js';

const SignInPage = lazy(() => import('./access/sign-in-page.js'));
const PhasePage = lazy(() => import('./entities/phase-page.js'));
const MeasurePage = lazy(() => import('./entities/measure-page.js'));
const TaskPage = lazy(() => import('./entities/task-page.js'));

/** Where pages live that stand inside another site's frame. */
const EMBED = '/embed';

/** The pages and their addresses. */
export function App() {
  const isEmbedded = location.pathname.startsWith(`${EMBED}/`);
  return (
    <Router base={isEmbedded ? EMBED : ''}>
      <Frame isEmbedded={isEmbedded}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={NewestCycle} />
            <Route path="/sign-in" component={SignInPage} />
            <Route path="/cycles/:cycle/phases/:phase" component={OnePhase} />
            <Route path="/cycles/:cycle/measures/:measure" component={OneMeasure} />
            <Route path="/tasks/:task" component={OneTask} />
            <Route path="/cycles/:cycle/:view?" component={OneCycle} />
            <Route>
              <Nothing text="ui.state.no-such-page" isPage />
            </Route>
          </Switch>
        </Suspense>
      </Frame>
    </Router>
  );
}

function NewestCycle() {
  const cycles = useCycles();
  if (cycles.isPending) return <Loading />;
  if (cycles.isError) return <Failure error={cycles.error} onRetry={() => void cycles.refetch()} />;
  const newest = cycles.data.find(({ state }) => state !== 'archived') ?? cycles.data[0];
  if (!newest) return <Nothing text="ui.state.no-cycle" />;
  return <Redirect to={`/cycles/${encodeURIComponent(newest.id)}${location.search}`} replace />;
}

function OneCycle() {
  const { cycle, view } = useParams<{ cycle: string; view?: string }>();
  return <CyclePage cycleId={cycle} view={view} />;
}

function OnePhase() {
  const { cycle, phase } = useParams<{ cycle: string; phase: string }>();
  return <PhasePage key={phase} cycleId={cycle} phaseId={phase} />;
}

function OneMeasure() {
  const { cycle, measure } = useParams<{ cycle: string; measure: string }>();
  return <MeasurePage key={measure} cycleId={cycle} measureId={measure} />;
}

function OneTask() {
  const { task } = useParams<{ task: string }>();
  return <TaskPage key={task} taskId={task} />;
}
