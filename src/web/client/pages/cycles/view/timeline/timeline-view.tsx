import { Paragraph, ToggleGroup } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { GROUPINGS } from '../../../../../../wheel/wheel-of-tasks.js';
import { useParameter } from '../../../../data/address/use-parameter.js';
import { daysOffOf, daysOffWithin } from '../../../../data/cycle/days-off.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useToday } from '../../../../data/language/use-today.js';
import { MoveHelp } from '../../../../task/move/move-help.js';
import { useShownPart } from '../any-view/use-shown-part.js';
import type { ViewProps } from '../any-view/view-props.js';
import { type ZoomKind, zoomTo } from '../any-view/zoom.js';
import { ZoomControls } from '../any-view/zoom-controls.js';
import { TimelineFigure } from './timeline-figure.js';
import { TimelineLegend } from './timeline-legend.js';
import { timelineRows } from './timeline-rows.js';
import styles from './timeline-view.module.css';

/** A week of a timeline would be nearly empty. */
const KINDS: readonly ZoomKind[] = ['year', 'term', 'month'];

/** The school year along a line, in rows; rows and zoom are kept in the address, as those of the wheel are. */
export default function TimelineView({ cycleView, tasks, filter }: ViewProps) {
  const { t } = useTexts();
  const today = useToday();
  const [rings, setRings] = useParameter('rings');
  const { schoolYear } = cycleView;
  const [part, setPart] = useShownPart(schoolYear);
  const grouping = GROUPINGS.find((each) => each === rings) ?? 'phase';
  const zoom = useMemo(
    () => (KINDS.includes(part.kind) ? part : zoomTo('month', part.from, schoolYear)),
    [part, schoolYear],
  );
  const shown = useMemo(
    () => tasks.filter(({ start, end }) => start <= zoom.to && end >= zoom.from),
    [tasks, zoom],
  );
  const rows = useMemo(
    () => timelineRows(grouping, shown, cycleView, t('wheel.every-unit')),
    [grouping, shown, cycleView, t],
  );
  const daysOff = useMemo(
    () => daysOffWithin(daysOffOf(schoolYear, t), zoom.from, zoom.to),
    [schoolYear, t, zoom],
  );
  const hasToday = zoom.from <= today && today <= zoom.to;
  const about = hasToday ? today : zoom.from;
  return (
    <div className={styles.view}>
      <div className={styles.toolbar}>
        <ToggleGroup
          data-size="sm"
          data-toggle-group={t('ui.timeline.rows')}
          value={grouping}
          onChange={(next) => setRings(next === 'phase' ? null : next)}
        >
          {GROUPINGS.map((each) => (
            <ToggleGroup.Item key={each} value={each}>
              {t(`wheel.by-${each}`)}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
        <ZoomControls
          kinds={KINDS}
          schoolYear={schoolYear}
          zoom={zoom}
          onZoom={setPart}
          onZoomKind={(kind) => setPart(zoomTo(kind, about, schoolYear))}
        />
      </div>
      <TimelineLegend
        vocabulary={cycleView.vocabulary}
        tasks={shown}
        daysOff={daysOff}
        hasToday={hasToday}
        areRowsPhases={grouping === 'phase'}
      />
      <TimelineFigure
        cycleView={cycleView}
        rows={rows}
        zoom={zoom}
        daysOff={daysOff}
        today={today}
        seenAs={filter.unit}
      />
      <Paragraph data-size="sm" className={styles.keys}>
        {t('ui.timeline.keys')} <MoveHelp cycleView={cycleView} />
      </Paragraph>
    </div>
  );
}
