import { useEffect, useState } from 'react';
import { dateAt, type Instant, type IsoDate } from '../../../calendar/iso-date.js';

const MINUTE_MS = 60_000;

const todayInOslo = (): IsoDate => dateAt(new Date().toISOString() as Instant, 'Europe/Oslo');

/** The date in Norway, as it changes. */
export function useToday(): IsoDate {
  const [today, setToday] = useState(todayInOslo);
  useEffect(() => {
    const timer = setInterval(() => setToday(todayInOslo()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return today;
}
