import { Button, Heading } from '@digdir/designsystemet-react';
import { useSearchParams } from 'wouter';
import { longDate } from '../../../../../calendar/describe.js';
import type { IsoDate } from '../../../../../calendar/iso-date.js';
import { countyOfCycle } from '../../../../../cycle/cycle-id.js';
import type { HistoryEntry } from '../../../../../cycle/history/history-view.js';
import { together } from '../../../data/api/together.js';
import { useCycleView } from '../../../data/cycle/queries.js';
import { inOslo } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { CycleHead } from '../../../ui/page/cycle-head.js';
import { Guarded, type Worker } from '../../../ui/page/guarded.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import { type HistoryFilter, useAuthors, useHistory } from './history.js';
import { HistoryFilterBar } from './history-filter.js';
import styles from './history-page.module.css';
import { RevisionItem } from './revision-item.js';

/** The history of a cycle: who did what and when, with a way to undo it. */
export default function HistoryPage({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  return (
    <Guarded title={t('work.history.title')} least="reader" county={countyOfCycle(cycleId)}>
      {(worker) => <History cycleId={cycleId} worker={worker} />}
    </Guarded>
  );
}

function History({ cycleId, worker }: { readonly cycleId: string; readonly worker: Worker }) {
  const { t } = useTexts();
  const [filter, setFilter] = useHistoryFilter();
  const view = useCycleView(cycleId, worker.unit === worker.county ? null : worker.unit);
  const authors = useAuthors(cycleId);
  const history = useHistory(cycleId, filter);
  const all = together([view, authors]);
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} level={1} />;
  if (all.state === 'pending') return <Loading />;
  const [cycleView, names] = all.data;
  const entries = history.data?.pages.flat() ?? [];
  return (
    <article className={styles.page}>
      <CycleHead cycleView={cycleView} title={t('work.history.title')} lead={t('work.history.lead')} />
      <HistoryFilterBar
        cycleView={cycleView}
        authors={names}
        filter={filter}
        chosenTitle={entries[0]?.changes[0]?.title ?? null}
        onFilter={setFilter}
      />
      {history.isPending && <Loading />}
      {history.isLoadingError && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.isSuccess && entries.length === 0 && <Nothing text="work.history.empty" />}
      {byDay(entries).map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <Heading level={2} data-size="2xs" id={`day-${day}`} className={styles.day}>
            {longDate(day, t)}
          </Heading>
          <ol className={styles.entries}>
            {ofDay.map((entry) => (
              <RevisionItem key={entry.revision} cycleId={cycleId} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {history.hasNextPage && (
        <Button
          variant="secondary"
          className={styles.more}
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('work.history.more')}
        </Button>
      )}
    </article>
  );
}

/** The filter of the history, kept in the address. */
function useHistoryFilter(): readonly [HistoryFilter, (next: HistoryFilter) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = { who: search.get('who'), task: search.get('task'), action: search.get('action') };
  const put = (next: HistoryFilter) =>
    setSearch(
      (current) => {
        const parameters = new URLSearchParams(current);
        for (const [name, value] of Object.entries(next))
          if (value === null) parameters.delete(name);
          else parameters.set(name, value);
        return parameters;
      },
      { replace: true },
    );
  return [filter, put];
}

/** The entries grouped by the day of the change, in Norway. */
function byDay(entries: readonly HistoryEntry[]): [IsoDate, HistoryEntry[]][] {
  const days = new Map<IsoDate, HistoryEntry[]>();
  for (const entry of entries) {
    const { date } = inOslo(entry.at);
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days];
}
