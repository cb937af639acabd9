import { useEffect, useState } from 'react';
import type { SchoolYearView } from '../../../../../school-years/school-year-view.js';
import { useKeptState } from '../../../data/browser/kept-state.js';
import { useSetSchoolYear } from '../../../data/county/skolerute.js';
import { draftName, draftOf, rebased, type SkoleruteDraft, type SkoleruteValues } from './skolerute-form.js';

/**
 * A correction as it is written, kept in the tab until it is saved. It is saved over the version that it began with; when
 * there is another by now, the draft goes on from that one, and what stood before is known so that the news can be told.
 */
export function useCorrection(schoolYear: SchoolYearView) {
  const [draft, setDraft, forget] = useKeptState<SkoleruteDraft>(draftName(schoolYear), draftOf(schoolYear));
  const [movedFrom, setMovedFrom] = useState<SkoleruteValues | null>(null);
  const save = useSetSchoolYear({ ...schoolYear, version: draft.version });
  // A version that comes while one saves, or once one has saved, may be one's own.
  const isWriting = save.isIdle || save.isError;
  useEffect(() => {
    if (!isWriting || draft.version === schoolYear.version) return;
    setMovedFrom(draft.before);
    setDraft(rebased(draft, schoolYear));
  });
  return {
    draft,
    setValues: (values: SkoleruteValues) => setDraft({ ...draft, values }),
    movedFrom,
    /** Goes on from how the skolerute is now, without what was typed. */
    startOver: () => {
      setMovedFrom(null);
      setDraft(draftOf(schoolYear));
    },
    save,
    forget,
  };
}
