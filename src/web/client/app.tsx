import { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch, useParams } from 'wouter';
import { useCycles } from './api/queries.js';
import { CyclePage } from './shell/cycle-page.js';
import { Frame } from './shell/frame.js';
import { Failure, Loading, Nothing } from './shell/states.js';

const SignInPage = lazy(() => import('./access/sign-in-page.js'));

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
            <Route path="/cycles/:cycle/:view?" component={OneCycle} />
            <Route>
              <Nothing text="ui.state.no-such-page" />
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
