import { Button, ToggleGroup } from '@digdir/designsystemet-react';
import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import type { PublishedCycle } from '../../../../cycle/published-cycle.js';
import { GROUPINGS, type Grouping } from '../../../../wheel/wheel-of-tasks.js';
import { monthInWords } from '../../language/dates.js';
import { useTexts } from '../../language/use-texts.js';
import styles from './wheel-toolbar.module.css';
import { weekOfZoom, ZOOM_KINDS, type Zoom, type ZoomKind, zoomAside } from './zoom.js';

interface WheelToolbarProps {
  readonly schoolYear: PublishedCycle['schoolYear'];
  readonly grouping: Grouping;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onZoomKind: (kind: ZoomKind) => void;
  /** The school year that can stand beside; null where there is none. */
  readonly otherYear: string | null;
  readonly isCompared: boolean;
  readonly onCompare: (isCompared: boolean) => void;
}

/** What the rings are, how much of the year is open, and whether another year stands beside. */
export function WheelToolbar({
  schoolYear,
  grouping,
  onGrouping,
  zoom,
  onZoom,
  onZoomKind,
  otherYear,
  isCompared,
  onCompare,
}: WheelToolbarProps) {
  const { t } = useTexts();
  const aside = (direction: 1 | -1) => {
    const next = zoomAside(zoom, direction, schoolYear);
    const Icon = direction === 1 ? ChevronRightIcon : ChevronLeftIcon;
    return (
      <Button
        icon
        variant="tertiary"
        data-size="sm"
        aria-label={t(direction === 1 ? 'wheel.later' : 'wheel.earlier')}
        disabled={next === undefined}
        onClick={() => next && onZoom(next)}
      >
        <Icon aria-hidden />
      </Button>
    );
  };
  return (
    <div className={styles.toolbar}>
      <ToggleGroup
        className={styles.group}
        data-size="sm"
        data-toggle-group={t('wheel.rings')}
        value={grouping}
        onChange={(value) => onGrouping(value as Grouping)}
      >
        {GROUPINGS.map((each) => (
          <ToggleGroup.Item key={each} value={each}>
            {t(`wheel.by-${each}`)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup>
      <div className={styles.zoom}>
        <ToggleGroup
          className={styles.group}
          data-size="sm"
          data-toggle-group={t('wheel.zoom')}
          value={zoom.kind}
          onChange={(value) => onZoomKind(value as ZoomKind)}
        >
          {ZOOM_KINDS.map((each) => (
            <ToggleGroup.Item key={each} value={each}>
              {t(`wheel.zoom-${each}`)}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
        {zoom.kind !== 'year' && (
          <div className={styles.aside}>
            {aside(-1)}
            <span aria-live="polite">{nameOfZoom(zoom, schoolYear, t)}</span>
            {aside(1)}
          </div>
        )}
      </div>
      {otherYear !== null && (
        <Button
          variant="secondary"
          data-size="sm"
          aria-pressed={isCompared}
          onClick={() => onCompare(!isCompared)}
        >
          {t(isCompared ? 'wheel.compare-end' : 'wheel.compare', { schoolYear: otherYear })}
        </Button>
      )}
    </div>
  );
}

function nameOfZoom(
  zoom: Zoom,
  { terms }: PublishedCycle['schoolYear'],
  t: ReturnType<typeof useTexts>['t'],
): string {
  if (zoom.kind === 'week') return t('ui.week', { week: weekOfZoom(zoom) });
  if (zoom.kind === 'month') return monthInWords(zoom.from.slice(0, 7), t);
  return t(`wheel.term-${terms.find(({ from }) => from === zoom.from)?.name ?? 'autumn'}`);
}
