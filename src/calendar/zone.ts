/** The zone that people, times of day and reminders go by (IANA). */
export const ZONE = 'Europe/Oslo';
