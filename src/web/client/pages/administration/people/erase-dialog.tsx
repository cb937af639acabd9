import { List, Paragraph } from '@digdir/designsystemet-react';
import { ApiProblem } from '../../../data/api/problem.js';
import type { Person } from '../../../data/county/people.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { WorkDialog } from '../../../ui/dialog/work-dialog.js';
import { useErasePerson } from './person-changes.js';

interface EraseDialogProps {
  readonly county: string;
  readonly person: Person;
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Asks for confirmation before erasing a person, and says what is deleted and what is kept. */
export function EraseDialog({ county, person, onClose, onDone }: EraseDialogProps) {
  const { t } = useTexts();
  const erase = useErasePerson(county);
  const isLast = erase.error instanceof ApiProblem && erase.error.status === 409;
  const { name } = person;
  return (
    <WorkDialog
      title={t('work.people.erase-of', { name })}
      confirm={t('work.people.erase-confirm')}
      isDangerous
      isPending={erase.isPending}
      error={erase.error}
      isErrorShown={isLast}
      onConfirm={(close) =>
        erase.mutate(person, {
          onSuccess: ({ accountKept }) => {
            onDone(
              t(accountKept ? `work.people.erased-kept.${accountKept}` : 'work.people.erased', { name }),
            );
            close();
          },
        })
      }
      onClose={onClose}
    >
      <Paragraph>{t('work.people.erase-lead')}</Paragraph>
      <List.Unordered>
        <List.Item>{t('work.people.erase-goes')}</List.Item>
        <List.Item>{t('work.people.erase-stays')}</List.Item>
        <List.Item>{t('work.people.erase-texts')}</List.Item>
      </List.Unordered>
      {isLast && (
        <Paragraph role="alert" tabIndex={-1} data-refusal data-color="danger">
          {t('work.people.flaw.last-coordinator')}
        </Paragraph>
      )}
    </WorkDialog>
  );
}
