import { Button, Heading } from '@digdir/designsystemet-react';
import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import { type IsoDate, monthOf } from '../../../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { firstDayOf, isWithin, monthOfDate } from '../../../../data/cycle/months.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { monthAside } from '../any-view/months.js';
import styles from './month-toolbar.module.css';

interface MonthToolbarProps {
  readonly month: string;
  readonly schoolYear: CycleView['schoolYear'];
  readonly today: IsoDate;
  readonly onMonth: (month: string) => void;
}

/** Which month is shown, with links to the others of the school year. */
export function MonthToolbar({ month, schoolYear, today, onMonth }: MonthToolbarProps) {
  const { t } = useTexts();
  const isThisYear = isWithin(today, schoolYear);
  const step = (direction: 1 | -1) => {
    const next = monthAside(month, direction, schoolYear);
    const Icon = direction === 1 ? ChevronRightIcon : ChevronLeftIcon;
    return (
      <Button
        icon
        variant="tertiary"
        data-size="sm"
        aria-label={t(direction === 1 ? 'ui.month.later' : 'ui.month.earlier')}
        disabled={next === undefined}
        onClick={() => next && onMonth(next)}
      >
        <Icon aria-hidden />
      </Button>
    );
  };
  return (
    <div className={styles.toolbar}>
      <Heading level={2} data-size="sm" className={styles.name} aria-live="polite">
        {t(`month.${monthOf(firstDayOf(month))}`)} <span>{month.slice(0, 4)}</span>
      </Heading>
      <div className={styles.steps}>
        {step(-1)}
        <Button
          variant="secondary"
          data-size="sm"
          disabled={!isThisYear || month === monthOfDate(today)}
          onClick={() => onMonth(monthOfDate(today))}
        >
          {t('ui.today')}
        </Button>
        {step(1)}
      </div>
    </div>
  );
}
