import { useEffect, useState } from 'react';
import type { SchoolYearView } from '../../../../../school-years/school-year-view.js';
import { useKeptState } from '../../../data/browser/kept-state.js';
import { useSetSchoolYear } from '../../../data/county/skolerute.js';
import { draftName, draftOf, rebased, type SkoleruteDraft, type SkoleruteValues } from './skolerute-form.js';

/**
 * The draft of a correction, kept in the tab until it is saved over the version it began with. When the skolerute has
 * changed meanwhile, the draft is rebased on the new version, and the old values are kept to show what has changed.
 */
export function useCorrection(schoolYear: SchoolYearView) {
  const [draft, setDraft, forget] = useKeptState<SkoleruteDraft>(draftName(schoolYear), draftOf(schoolYear));
  const [movedFrom, setMovedFrom] = useState<SkoleruteValues | null>(null);
  const save = useSetSchoolYear({ ...schoolYear, version: draft.version });
  // A version that arrives during or after a save may be the reader's own.
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
    /** Starts over from the skolerute as it is now, without what was typed. */
    startOver: () => {
      setMovedFrom(null);
      setDraft(draftOf(schoolYear));
    },
    save,
    forget,
  };
}
