import type { Cycle } from '../../../../cycle/cycle.js';
import type { Step } from '../../data/address/start-path.js';
import { useSchoolYear } from '../../data/county/skolerute.js';
import { useUnits } from '../../data/county/units.js';
import { useCycleView } from '../../data/cycle/queries.js';
import { useFeeds, useReviewedTasks } from './frame/guided-queries.js';
import { progressOf } from './steps/review-step.js';
import { feedOf } from './steps/share-step.js';

/** Which steps are done, according to what the service knows. */
export function useDoneSteps(county: string, schoolYear: string, cycle: Cycle | null): readonly Step[] {
  const skolerute = useSchoolYear(county, schoolYear).data;
  const units = useUnits(county).data ?? [];
  const view = useCycleView(cycle?.id ?? null).data;
  const reviewed = useReviewedTasks(cycle?.id ?? null).data;
  const feeds = useFeeds(county).data ?? [];
  const isMade = cycle !== null;
  const isReviewed =
    isMade && view && reviewed && progressOf(view, reviewed).every(({ left }) => left.length === 0);
  const done: Readonly<Record<Step, boolean>> = {
    'school-year': true,
    skolerute: isMade || skolerute?.provisional.length === 0,
    units: isMade || units.some(({ kind }) => kind !== 'county'),
    draft: isMade,
    review: isReviewed === true,
    publish: isMade && cycle.publishedRevision !== null,
    share: isMade && cycle.publishedRevision !== null && feedOf(feeds, null) !== undefined,
  };
  return (Object.keys(done) as Step[]).filter((step) => done[step]);
}
