import { lazy } from 'react';
import { Redirect, useParams } from 'wouter';
import { isAtLeast } from '../../../routing/caller.js';
import { useSession } from '../access/session.js';
import { Loading, Nothing } from '../shell/states.js';
import { PAGES, pathOf } from './administration-page.js';

const COMPONENTS = {
  people: lazy(() => import('./people/people-page.js')),
  subscriptions: lazy(() => import('./subscriptions/subscriptions-page.js')),
  reminders: lazy(() => import('./reminders/reminders-page.js')),
  audit: lazy(() => import('./audit/audit-page.js')),
  settings: lazy(() => import('./settings/settings-page.js')),
  tokens: lazy(() => import('./tokens/tokens-page.js')),
  sessions: lazy(() => import('./sessions/sessions-page.js')),
} as const;

const isPage = (name: string): name is keyof typeof COMPONENTS => Object.hasOwn(COMPONENTS, name);

/** The pages of administration by their address. */
export default function Administration() {
  const { page } = useParams<{ page?: string }>();
  if (page === undefined) return <Opening />;
  if (!isPage(page)) return <Nothing text="ui.state.no-such-page" isPage />;
  const Page = COMPONENTS[page];
  return <Page />;
}

/** Leads to the first of the pages that the reader has. */
function Opening() {
  const session = useSession();
  if (session.isPending) return <Loading />;
  const role = session.data?.role ?? 'anyone';
  const first = PAGES.find(({ least }) => isAtLeast(role, least)) ?? PAGES[0];
  return <Redirect to={pathOf(first.name)} replace />;
}
