import { Link, Paragraph } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { Link as RouteLink, useSearch } from 'wouter';
import { partOf } from '../../../../../../task/unit-view.js';
import { type View, viewPath } from '../../../../data/address/views.js';
import { NARROW, useMedia } from '../../../../data/browser/use-media.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useToday } from '../../../../data/language/use-today.js';
import type { ViewProps } from '../any-view/view-props.js';
import { ComingList } from './coming-list.js';
import styles from './now-view.module.css';
import { YearWheel } from './year-wheel.js';

/**
 * What a cycle opens with: this week and the next four, of a unit what it is to do or takes part in, and beside them the
 * year as a wheel that fits the window. On a phone the weeks alone: a wheel would be too small to read there.
 */
export function NowView(props: ViewProps) {
  const { t } = useTexts();
  const today = useToday();
  const isNarrow = useMedia(NARROW);
  const { cycleView, tasks, filter } = props;
  const { schoolYear, units } = cycleView;
  const unit = units.find(({ id }) => id === filter.unit);
  const concerning = useMemo(
    () => (unit ? tasks.filter((task) => partOf(task, unit) !== null) : tasks),
    [tasks, unit],
  );
  const isGoingOn = today >= schoolYear.from && today <= schoolYear.to;
  return (
    <div className={styles.now}>
      <div className={styles.coming}>
        {isGoingOn ? (
          <ComingList cycleView={cycleView} tasks={concerning} />
        ) : (
          <Paragraph>{t(today < schoolYear.from ? 'ui.now.before' : 'ui.now.after')}</Paragraph>
        )}
        <Paragraph data-size="sm" className={styles.ways}>
          <ViewLink cycleId={cycleView.cycle.id} view="agenda" />
          <ViewLink cycleId={cycleView.cycle.id} view="month" />
          <ViewLink cycleId={cycleView.cycle.id} view="wheel" />
        </Paragraph>
      </div>
      {!isNarrow && <YearWheel {...props} />}
    </div>
  );
}

/** A link to another view of the same tasks. */
function ViewLink({ cycleId, view }: { readonly cycleId: string; readonly view: View }) {
  const { t } = useTexts();
  const search = useSearch();
  return (
    <Link asChild>
      <RouteLink href={`${viewPath(cycleId, view)}${search === '' ? '' : `?${search}`}`}>
        {t(`ui.now.as-${view}`)}
      </RouteLink>
    </Link>
  );
}
