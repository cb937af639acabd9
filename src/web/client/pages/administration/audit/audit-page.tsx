import type { AuditEntry } from '../../../../../access/audit/audit.js';
import { AUDIT_EVENTS } from '../../../../../access/audit/audit-event.js';
import { AdministrationPage } from '../../../administration/administration-page.js';
import { useParameter } from '../../../data/address/use-parameter.js';
import { call } from '../../../data/api/call.js';
import { together } from '../../../data/api/together.js';
import { usePages } from '../../../data/api/use-pages.js';
import { usePeople } from '../../../data/county/people.js';
import { useUnits } from '../../../data/county/units.js';
import { countyKeys } from '../../../data/keys/county-keys.js';
import { nameOf } from '../../../data/language/author-name.js';
import { momentInWords } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import { type Column, DataTable } from '../../../ui/list/data-table.js';
import { NextPage } from '../../../ui/list/next-page.js';
import { Toolbar } from '../../../ui/list/toolbar.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import { aboutOf, detailsOf } from './audit-events.js';

/** The county's log: who did what and when, apart from changes to cycles. */
export default function AuditPage() {
  return <AdministrationPage name="audit">{({ county }) => <Audit county={county} />}</AdministrationPage>;
}

function Audit({ county }: { readonly county: string }) {
  const { t, language } = useTexts();
  const [event, setEvent] = useParameter('event');
  const [person, setPerson] = useParameter('person');
  const all = together([usePeople(county), useUnits(county)]);
  const entries = usePages(countyKeys.audit({ county, event: event ?? '', person: person ?? '' }), (page) =>
    // The address may hold anything; the service rejects what is invalid.
    call('GET /api/audit', {
      query: {
        county,
        event: (event || undefined) as AuditEntry['event'] | undefined,
        person: person || undefined,
        ...page,
      },
      language,
    }),
  );
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} />;
  const [people, units] = all.data;
  const names = { people, units, t };
  const columns: Column<AuditEntry>[] = [
    { id: 'at', label: t('work.audit.when'), show: ({ at }) => momentInWords(at, t) },
    { id: 'who', label: t('work.audit.who'), show: ({ who }) => nameOf(who, t) },
    { id: 'event', label: t('work.audit.event'), show: (entry) => t(`work.audit.events.${entry.event}`) },
    { id: 'about', label: t('work.audit.about'), show: (entry) => aboutOf(entry, names) },
    { id: 'detail', label: t('work.audit.detail'), show: (entry) => detailsOf(entry, names).join(', ') },
  ];
  return (
    <>
      <Toolbar>
        <Choice
          label={t('work.audit.event')}
          value={event ?? ''}
          options={[
            { id: '', name: t('work.audit.all-events') },
            ...AUDIT_EVENTS.map((id) => ({ id, name: t(`work.audit.events.${id}`) })),
          ]}
          onChoose={(chosen) => setEvent(chosen === '' ? null : chosen)}
        />
        <Choice
          label={t('work.audit.who')}
          value={person ?? ''}
          options={[{ id: '', name: t('work.audit.everybody') }, ...people]}
          onChoose={(chosen) => setPerson(chosen === '' ? null : chosen)}
        />
      </Toolbar>
      {entries.isPending && <Loading />}
      {entries.isLoadingError && <Failure error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.data?.length === 0 && <Nothing text="work.audit.empty" />}
      {entries.data && entries.data.length > 0 && (
        <DataTable
          name={t('work.audit.title')}
          columns={columns}
          rows={entries.data}
          keyOf={({ id }) => id}
        />
      )}
      <NextPage
        hasMore={entries.hasNextPage}
        isFetching={entries.isFetchingNextPage}
        onMore={() => void entries.fetchNextPage()}
      />
    </>
  );
}
