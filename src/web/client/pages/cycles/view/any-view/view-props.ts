import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import type { PageFilter } from '../../../../task/filter/page-filter.js';

/** The props of every view of a cycle. */
export interface ViewProps {
  readonly cycleView: CycleView;
  /** The tasks that the filter picks, by date. */
  readonly tasks: readonly TaskView[];
  readonly filter: PageFilter;
  readonly onFilter: (next: PageFilter) => void;
}
