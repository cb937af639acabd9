import { Button, ToggleGroup } from '@digdir/designsystemet-react';
import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { monthInWords } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { weekOfZoom, type Zoom, type ZoomKind, zoomAside } from './zoom.js';
import styles from './zoom-controls.module.css';

interface ZoomControlsProps {
  /** The parts of the year that can be chosen. */
  readonly kinds: readonly ZoomKind[];
  readonly schoolYear: CycleView['schoolYear'];
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onZoomKind: (kind: ZoomKind) => void;
}

/** Controls for how much of the year is shown, and for the previous and next part. */
export function ZoomControls({ kinds, schoolYear, zoom, onZoom, onZoomKind }: ZoomControlsProps) {
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
    <div className={styles.zoom}>
      <ToggleGroup
        data-size="sm"
        data-toggle-group={t('wheel.zoom')}
        value={zoom.kind}
        onChange={(value) => onZoomKind(value as ZoomKind)}
      >
        {kinds.map((each) => (
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
  );
}

function nameOfZoom(
  zoom: Zoom,
  { terms }: CycleView['schoolYear'],
  t: ReturnType<typeof useTexts>['t'],
): string {
  if (zoom.kind === 'week') return t('ui.week', { week: weekOfZoom(zoom) });
  if (zoom.kind === 'month') return monthInWords(zoom.from.slice(0, 7), t);
  return t(`wheel.term-${terms.find(({ from }) => from === zoom.from)?.name ?? 'autumn'}`);
}
