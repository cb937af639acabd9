import { Alert, Heading, List, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Unit } from '../../../../../units/unit.js';
import { downloadJson } from '../../../data/browser/download.js';
import { momentInWords } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { WorkDialog } from '../../../ui/dialog/work-dialog.js';
import { type Column, DataTable, RowActions } from '../../../ui/list/data-table.js';
import { RowAction } from '../../../ui/list/row-action.js';
import { Failure } from '../../../ui/page/states.js';
import styles from './account-list.module.css';
import { type Account, useAccounts, useEraseAccount, useExportAccount } from './accounts.js';

interface AccountListProps {
  readonly county: string;
  readonly units: readonly Unit[];
  readonly onDone: (message: string) => void;
}

/** Accounts that have signed in with the provider and belong to no person; renders nothing when there are none. */
export function AccountList({ county, units, onDone }: AccountListProps) {
  const { t } = useTexts();
  const accounts = useAccounts(county);
  const exporting = useExportAccount();
  const erase = useEraseAccount(county);
  const [erased, setErased] = useState<Account | null>(null);
  if (accounts.isLoadingError)
    return <Failure error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data || accounts.data.length === 0) return null;
  const roleInWords = ({ unit, role }: Account['roles'][number]) =>
    `${t(`work.people.role.${role}`)}, ${units.find(({ id }) => id === unit)?.name ?? unit}`;
  const columns: Column<Account>[] = [
    { id: 'name', label: t('work.people.field.name'), show: ({ name }) => name },
    {
      id: 'role',
      label: t('work.people.field.role'),
      show: ({ roles }) => roles.map(roleInWords).join('; ') || t('work.people.accounts.no-role'),
    },
    { id: 'address', label: t('work.people.field.address'), show: ({ address }) => address },
    {
      id: 'signed-in',
      label: t('work.people.accounts.signed-in'),
      show: ({ signedInAt }) => momentInWords(signedInAt, t),
    },
    {
      id: 'actions',
      label: t('work.administration.actions'),
      show: (account) => (
        <RowActions>
          <RowAction
            label={t('work.people.export-of', { name: account.name })}
            isPending={exporting.isPending && exporting.variables.id === account.id}
            onAct={() =>
              exporting.mutate(account, { onSuccess: (all) => downloadJson(`${account.name}.json`, all) })
            }
          >
            {t('work.people.export')}
          </RowAction>
          <RowAction
            label={t('work.people.erase-of', { name: account.name })}
            isDangerous
            onAct={() => setErased(account)}
          >
            {t('work.people.erase')}
          </RowAction>
        </RowActions>
      ),
    },
  ];
  return (
    <section className={styles.accounts}>
      <Heading level={2} data-size="sm">
        {t('work.people.accounts.title')}
      </Heading>
      <Paragraph>{t('work.people.accounts.lead')}</Paragraph>
      {exporting.isError && (
        <Alert data-color="danger" role="alert">
          {t('work.people.export-failed')}
        </Alert>
      )}
      <DataTable
        name={t('work.people.accounts.title')}
        columns={columns}
        rows={accounts.data}
        keyOf={({ id }) => id}
      />
      {erased && (
        <WorkDialog
          title={t('work.people.erase-of', { name: erased.name })}
          confirm={t('work.people.erase-confirm')}
          isDangerous
          isPending={erase.isPending}
          error={erase.error}
          onConfirm={(close) =>
            erase.mutate(erased, {
              onSuccess: ({ accountKept }) => {
                const textKey = accountKept ? 'work.people.erased-kept.elsewhere' : 'work.people.erased';
                onDone(t(textKey, { name: erased.name }));
                close();
              },
            })
          }
          onClose={() => setErased(null)}
        >
          <Paragraph>{t('work.people.erase-lead')}</Paragraph>
          <List.Unordered>
            <List.Item>{t('work.people.accounts.erase-goes')}</List.Item>
            <List.Item>{t('work.people.erase-stays')}</List.Item>
            <List.Item>{t('work.people.erase-texts')}</List.Item>
            <List.Item>{t('work.people.accounts.erase-again')}</List.Item>
          </List.Unordered>
        </WorkDialog>
      )}
    </section>
  );
}
