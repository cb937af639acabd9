import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { FileImportIcon, PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { AdministrationPage } from '../../../administration/administration-page.js';
import { together } from '../../../data/api/together.js';
import { type Person, usePeople } from '../../../data/county/people.js';
import { useUnits } from '../../../data/county/units.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Choice } from '../../../ui/field/choice.js';
import { Toolbar } from '../../../ui/list/toolbar.js';
import { StatusMessage } from '../../../ui/notice/status-message.js';
import type { Worker } from '../../../ui/page/guarded.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import { ImportDialog } from '../../../ui/table-import/import-dialog.js';
import { AccountList } from './account-list.js';
import { EraseDialog } from './erase-dialog.js';
import { PeopleTable } from './people-table.js';
import { PersonDialog } from './person-dialog.js';
import { personImport } from './person-import.js';

/** The people of the county or the reader's unit: roles and reminders. */
export default function PeoplePage() {
  return <AdministrationPage name="people">{(worker) => <People worker={worker} />}</AdministrationPage>;
}

type Opened =
  | { readonly kind: 'none' | 'add' | 'import' }
  | { readonly kind: 'edit' | 'erase'; readonly person: Person };

function People({ worker }: { readonly worker: Worker }) {
  const { t } = useTexts();
  const { county } = worker;
  const isCounty = worker.role === 'county-coordinator';
  const all = together([usePeople(county), useUnits(county)]);
  const [opened, setOpened] = useState<Opened>({ kind: 'none' });
  const [words, setWords] = useState('');
  const [unit, setUnit] = useState('');
  const [message, setMessage] = useState('');
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} />;
  const [people, units] = all.data;
  const close = () => setOpened({ kind: 'none' });
  const done = (text: string) => {
    setMessage(text);
    close();
  };
  const sought = words.trim().toLocaleLowerCase('nb');
  const found = people.filter(
    ({ name, address, unitId }) =>
      (unit === '' || unitId === unit) && `${name} ${address}`.toLocaleLowerCase('nb').includes(sought),
  );
  return (
    <>
      <Toolbar>
        <Textfield
          type="search"
          label={t('work.people.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {isCounty && (
          <Choice
            label={t('work.people.field.unitId')}
            value={unit}
            options={[
              { id: '', name: t('work.people.all-units') },
              ...units.filter(({ id }) => people.some(({ unitId }) => unitId === id)),
            ]}
            onChoose={setUnit}
          />
        )}
        <Button onClick={() => setOpened({ kind: 'add' })}>
          <PlusIcon aria-hidden />
          {t('work.people.add')}
        </Button>
        {isCounty && (
          <Button variant="secondary" onClick={() => setOpened({ kind: 'import' })}>
            <FileImportIcon aria-hidden />
            {t('work.people.import.open')}
          </Button>
        )}
      </Toolbar>
      <StatusMessage>{message}</StatusMessage>
      {people.length === 0 ? (
        <Nothing text="work.people.empty" />
      ) : (
        <>
          <Paragraph role="status">{t('work.people.count', { count: found.length })}</Paragraph>
          {found.length > 0 && (
            <PeopleTable
              people={found}
              units={units}
              onEdit={(person) => setOpened({ kind: 'edit', person })}
              onErase={(person) => setOpened({ kind: 'erase', person })}
              onDone={setMessage}
            />
          )}
        </>
      )}
      {isCounty && <AccountList county={county} units={units} onDone={done} />}
      {(opened.kind === 'add' || opened.kind === 'edit') && (
        <PersonDialog
          worker={worker}
          person={opened.kind === 'edit' ? opened.person : null}
          units={units}
          onClose={close}
          onDone={done}
        />
      )}
      {opened.kind === 'erase' && (
        <EraseDialog county={county} person={opened.person} onClose={close} onDone={done} />
      )}
      {opened.kind === 'import' && (
        <ImportDialog table={personImport(county, units, t)} onClose={close} onDone={done} />
      )}
    </>
  );
}
