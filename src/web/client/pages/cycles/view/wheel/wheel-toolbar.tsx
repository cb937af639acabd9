import { Button, ToggleGroup } from '@digdir/designsystemet-react';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { GROUPINGS, type Grouping } from '../../../../../../wheel/wheel-of-tasks.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { ZOOM_KINDS, type Zoom, type ZoomKind } from '../any-view/zoom.js';
import { ZoomControls } from '../any-view/zoom-controls.js';
import styles from './wheel-toolbar.module.css';

interface WheelToolbarProps {
  readonly schoolYear: CycleView['schoolYear'];
  readonly grouping: Grouping;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onZoomKind: (kind: ZoomKind) => void;
  /** The school year to compare with; null when there is none. */
  readonly otherYear: string | null;
  readonly isCompared: boolean;
  readonly onCompare: (isCompared: boolean) => void;
}

/** Controls for what the rings show, how much of the year is shown, and comparison with another year. */
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
  return (
    <div className={styles.toolbar}>
      <ToggleGroup
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
      <ZoomControls
        kinds={ZOOM_KINDS}
        schoolYear={schoolYear}
        zoom={zoom}
        onZoom={onZoom}
        onZoomKind={onZoomKind}
      />
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
