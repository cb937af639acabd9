import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { weekdayOf } from '../../../../../../calendar/iso-date.js';
import { entryLoad } from '../../../../../../feeds/entries/entry-load.js';
import type { ShownDay } from '../../../../../../feeds/entries/shown-day.js';
import { numericDate } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { StatusRegion } from '../../../../ui/notice/status-region.js';
import styles from './feed-preview.module.css';

interface FeedPreviewProps {
  readonly days: readonly ShownDay[];
  /** Whether it is of choices before those that are made now. */
  readonly isStale: boolean;
}

/** The next two weeks as a calendar shows them, and how many entries that is: as on the page of a feed (src/web/subscribe-page.ts). */
export function FeedPreview({ days, isStale }: FeedPreviewProps) {
  const { t } = useTexts();
  const { count, most } = entryLoad(days);
  return (
    <section>
      <Heading level={3} data-size="2xs">
        {t('subscribe.preview')}
      </Heading>
      <StatusRegion>
        <Paragraph>
          {count === 0 ? t('subscribe.preview-none') : t('subscribe.preview-load', { count, most })}
        </Paragraph>
      </StatusRegion>
      <ol className={styles.days} aria-busy={isStale}>
        {days.map((day) => (
          <Day key={day.date} day={day} />
        ))}
      </ol>
    </section>
  );
}

function Day({ day: { date, entries } }: { readonly day: ShownDay }) {
  const { t } = useTexts();
  return (
    <li className={styles.day} data-date={date}>
      <div className={styles.head}>
        <strong>{t(`weekday.${weekdayOf(date)}`)}</strong> <span>{numericDate(date)}</span>
      </div>
      {entries.length > 0 && (
        <ul className={styles.entries}>
          {entries.map(({ title, time }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries of a day may be called the same
            <li key={index} className={time === null ? styles.allDay : styles.timed}>
              {time !== null && <span>{time} </span>}
              {title}
            </li>
          ))}
        </ul>
      )}
      <span className={styles.count}>{t('subscribe.entries', { count: entries.length })}</span>
    </li>
  );
}
