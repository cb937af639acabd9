import { useEffect, useState } from 'react';
import type { IsoDate } from '../../../../calendar/iso-date.js';
import { ZONE } from '../../../../calendar/zone.js';

const MINUTE_MS = 60_000;

/** Swedes write dates as ISO 8601 does. */
const OSLO = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });

const todayInOslo = () => OSLO.format(new Date()) as IsoDate;

/** The current date in Norway, kept up to date. */
export function useToday(): IsoDate {
  const [today, setToday] = useState(todayInOslo);
  useEffect(() => {
    const timer = setInterval(() => setToday(todayInOslo()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return today;
}
