import { Link, useSearch } from 'wouter';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { STATUSES } from '../../../../../../task/statuses.js';
import { viewPath } from '../../../../data/address/views.js';
import { type PageFilter, withFilter } from '../../../../task/filter/page-filter.js';
import type { Cell } from './cells.js';
import styles from './heat.module.css';

interface HeatCellProps {
  readonly cell: Cell;
  readonly series: number;
  readonly cycleView: CycleView;
  readonly filter: PageFilter;
  /** What the link to the list adds to the filter. */
  readonly choice: Partial<PageFilter>;
  /** The cell in words, with its count or as a gap. */
  readonly words: { readonly count: (count: number) => string; readonly gap: string; readonly none: string };
}

/** A number that links to the tasks it counts, a gap, or nothing: distinguished by text and shape, not only by colour. */
export function HeatCell({ cell, series, cycleView, filter, choice, words }: HeatCellProps) {
  const search = useSearch();
  switch (cell.kind) {
    case 'tasks': {
      // Without this, the list would include cancelled tasks, which are not counted.
      const statuses =
        filter.statuses.length > 0 ? filter.statuses : STATUSES.filter((each) => each !== 'cancelled');
      const next = withFilter(new URLSearchParams(search), {
        ...filter,
        statuses,
        level: 'complete',
        ...choice,
      });
      return (
        <td className={styles.cell} data-series={series} data-level={cell.level}>
          <Link
            href={`${viewPath(cycleView.cycle.id, 'agenda')}?${next}`}
            aria-label={words.count(cell.count)}
            className={styles.number}
          >
            {cell.count}
          </Link>
        </td>
      );
    }
    case 'gap':
      return (
        <td className={styles.cell} data-series={series} data-gap="true">
          <span aria-hidden>!</span>
          <span className="ds-sr-only">{words.gap}</span>
        </td>
      );
    case 'none':
      return (
        <td className={styles.cell}>
          <span aria-hidden>·</span>
          <span className="ds-sr-only">{words.none}</span>
        </td>
      );
    default:
      return cell satisfies never;
  }
}
