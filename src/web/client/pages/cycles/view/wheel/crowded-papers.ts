import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { Translate } from '../../../../../../language/translate.js';
import { PAPER_SIZES, PAPERS, type Paper, WHEEL_LAYOUTS } from '../../../../../../poster/paper.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { drawWheel } from '../../../../../../wheel/wheel.js';
import { GROUPINGS } from '../../../../../../wheel/wheel-of-tasks.js';
import { browserMeasure } from '../any-view/measure-text.js';
import { wheelOf } from './wheel-model.js';

/** What heading, key and notes take of the height of a sheet at most: a list that is offered in vain is not drawn. */
const BESIDES = 160;

const measure = browserMeasure();

/** The papers on which a wheel of some tasks has more names than room, as near as can be told without the sheet around it. */
export function crowdedPapers(
  cycleView: CycleView,
  tasks: readonly TaskView[],
  rings: string | null,
  t: Translate,
): readonly Paper[] {
  const grouping = GROUPINGS.find((each) => each === rings) ?? 'phase';
  const { schoolYear } = cycleView;
  const wheel = { ...wheelOf(cycleView, tasks, { grouping, today: schoolYear.from }, t), today: null };
  return PAPERS.filter((paper) => {
    const { enlarged, margin, smallest } = WHEEL_LAYOUTS[paper];
    const width = PAPER_SIZES[paper].width / enlarged - margin;
    const height = PAPER_SIZES[paper].height / enlarged - BESIDES - 2 * margin;
    const view = {
      width,
      height,
      textSize: smallest,
      smallest,
      legend: false,
      from: wheel.from,
      to: wheel.to,
    };
    return drawWheel(wheel, view, measure).unnamed.length > 0;
  });
}
