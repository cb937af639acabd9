import { shortDate } from '../calendar/describe.js';
import { dateAt } from '../calendar/iso-date.js';
import { ZONE } from '../calendar/zone.js';
import { isNotSetYet } from '../task/wording.js';
import type { PosterWords } from './sheet-frame.js';
import type { PosterSubject } from './subject.js';

/** What a poster says about itself: which county and year, how much of it, from when, and what may still change. */
export function posterWords(subject: PosterSubject): PosterWords {
  const { countyName, schoolYear, provisional, tasks, level, selection, wording, publishedAt } = subject;
  const { t } = wording;
  const count = t(level === null ? 'poster.count' : `poster.of-level.${level}`, { count: tasks.length });
  const published =
    publishedAt === null
      ? t('poster.default')
      : t('poster.published', { date: shortDate(dateAt(publishedAt, ZONE), t) });
  const parts = provisional.map((part) => t(`part.${part}`)).join(', ');
  const hasEstimates = tasks.some(({ why }) => why.some(isNotSetYet));
  const description = t('calendar.description', { county: countyName, schoolYear: schoolYear.label });
  return {
    heading: t('poster.heading', { county: countyName }),
    year: t('poster.year', { schoolYear: schoolYear.label }),
    lead: selection.length === 0 ? count : t('poster.selection', { count, parts: selection.join('; ') }),
    notes: [
      `${description} ${published}`,
      ...(parts === '' ? [] : [t('poster.provisional', { parts })]),
      ...(hasEstimates ? [t('poster.estimate', { schoolYear: schoolYear.label })] : []),
    ],
    unnamed: (count) => t('poster.unnamed', { count }),
    listed: (count, left) =>
      left === 0
        ? t('poster.listed', { count })
        : t('poster.listed-in-part', { count: count + left, listed: count, left }),
    page: (page, pages) => t('poster.page', { page, pages }),
    continued: (month) => t('poster.continued', { month }),
    empty: t('poster.empty'),
  };
}
