import { lazy } from 'react';
import { Redirect, useParams } from 'wouter';
import { isAtLeast } from '../../../routing/caller.js';
import { PAGES, pathOf } from '../administration/administration-page.js';
import { useSession } from '../data/session/session.js';
import { Loading, Nothing } from '../ui/page/states.js';

const COMPONENTS = {
  people: lazy(() => import('../pages/administration/people/people-page.js')),
  subscriptions: lazy(() => import('../pages/administration/subscriptions/subscriptions-page.js')),
  reminders: lazy(() => import('../pages/administration/reminders/reminders-page.js')),
  audit: lazy(() => import('../pages/administration/audit/audit-page.js')),
  settings: lazy(() => import('../pages/administration/settings/settings-page.js')),
  tokens: lazy(() => import('../pages/administration/tokens/tokens-page.js')),
  sessions: lazy(() => import('../pages/administration/sessions/sessions-page.js')),
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

/** Redirects to the first page that the reader may open. */
function Opening() {
  const session = useSession();
  if (session.isPending) return <Loading />;
  const role = session.data?.role ?? 'anyone';
  const first = PAGES.find(({ least }) => isAtLeast(role, least)) ?? PAGES[0];
  return <Redirect to={pathOf(first.name)} replace />;
}
