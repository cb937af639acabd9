import { Link } from '@digdir/designsystemet-react';
import { useTexts } from '../data/language/use-texts.js';
import styles from './outside-link.module.css';

interface OutsideLinkProps {
  readonly href: string;
  readonly historical: boolean;
  readonly children: string;
  readonly lang?: string | undefined;
}

/** An external link; one from 2015 shows the year, because it may be dead. */
export function OutsideLink({ href, historical, children, lang }: OutsideLinkProps) {
  const { t } = useTexts();
  return (
    <>
      <Link href={href} rel="noreferrer" lang={lang}>
        {children}
      </Link>
      {historical && (
        <span className={styles.historical}>
          <span aria-hidden>2015</span>
          <span className="ds-sr-only">({t('ui.entity.historical')})</span>
        </span>
      )}
    </>
  );
}

/** Explains the year beside a link, once above links of which some have it. */
export function HistoricalNote() {
  const { t } = useTexts();
  return (
    <p className={styles.note} aria-hidden>
      <span className={styles.historical}>2015</span> {t('ui.entity.historical')}
    </p>
  );
}

const ADDRESS = /(https?:\/\/[^\s,)]+)/;

/** A text with its web addresses as links. */
export function LinkedText({ text }: { readonly text: string }) {
  return text.split(ADDRESS).map((part) =>
    part.startsWith('http') ? (
      <Link key={part} href={part} rel="noreferrer">
        {part.replace(/^https?:\/\/(www\.)?/, '')}
      </Link>
    ) : (
      part
    ),
  );
}
