import { Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { View } from '../../../data/address/views.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { isEmbedded, useShownViews } from '../../../data/session/cycle-state.js';
import { useSession } from '../../../data/session/session.js';
import { Loading, Nothing } from '../../../ui/page/states.js';
import { ViewTabs } from './view-tabs.js';

interface OpenViewProps {
  readonly cycleView: CycleView;
  readonly view: View;
  readonly children: ReactNode;
}

/** The tabs of the views that the reader may see and, below them, the view; or whom it is for, when it is not for the reader. */
export function OpenView({ cycleView, view, children }: OpenViewProps) {
  const views = useShownViews(cycleView);
  return (
    <>
      <ViewTabs cycleId={cycleView.cycle.id} views={views} current={view} />
      {views.includes(view) ? children : <ClosedView />}
    </>
  );
}

/** Tells whom a view is for that the reader may not see, with a way to sign in. */
function ClosedView() {
  const { t } = useTexts();
  const session = useSession();
  if (session.isPending) return <Loading />;
  if (session.data?.name && !isEmbedded()) return <Nothing text="ui.closed-view.needs-role" />;
  return (
    <Nothing text="ui.closed-view.needs-sign-in">
      <Button asChild>
        {isEmbedded() ? (
          // Nobody signs in inside of another site's page.
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {t('ui.sign-in.open')}
          </a>
        ) : (
          <Link href="/sign-in">{t('ui.sign-in.open')}</Link>
        )}
      </Button>
    </Nothing>
  );
}
