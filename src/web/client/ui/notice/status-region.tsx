import { type ReactNode, useEffect, useState } from 'react';
import styles from './status-region.module.css';

/** How long a place has to stand before a screen reader is sure to know it. */
const KNOWN_AFTER_MS = 100;

interface StatusRegionProps {
  readonly className?: string | undefined;
  /** What is said, when there is anything to say. */
  readonly children: ReactNode;
}

/**
 * Has something read out without moving the focus. A screen reader reads what comes into a place that it knows already, so
 * the place stands empty first; where it can, it stands before there is anything to say, and then nothing waits.
 */
export function StatusRegion({ className, children }: StatusRegionProps) {
  const [isKnown, setIsKnown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsKnown(true), KNOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className={`${styles.region} ${className ?? ''}`}>
      {isKnown && children}
    </div>
  );
}
