import { Alert, Button } from '@digdir/designsystemet-react';
import { DownloadIcon } from '@navikt/aksel-icons';
import type { Cycle } from '../../../../../cycle/cycle.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { downloadJson } from '../../../data/browser/download.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { FileField } from '../../../ui/field/file-field.js';
import { Toolbar } from '../../../ui/list/toolbar.js';
import { Section } from '../../../ui/page/section.js';
import { useCycleDocument, useTakeIn } from './settings.js';

interface BackupProps {
  readonly cycles: readonly Cycle[];
  readonly onMessage: (message: string) => void;
}

/** Backups of the county's cycles: exports each as one file with its history, and imports such a file. */
export function Backup({ cycles, onMessage }: BackupProps) {
  const { t } = useTexts();
  const document = useCycleDocument();
  const takeIn = useTakeIn();
  const error = document.error ?? takeIn.error;
  return (
    <Section look="settings" title={t('work.settings.backup')} lead={t('work.settings.backup-lead')}>
      {error && (
        <Alert data-color="danger" role="alert">
          {t(`work.settings.backup-${refusalOf(error)}`)}
        </Alert>
      )}
      <Toolbar>
        {cycles.map((cycle) => (
          <Button
            key={cycle.id}
            variant="secondary"
            loading={document.isPending && document.variables.id === cycle.id}
            onClick={() =>
              document.mutate(cycle, {
                onSuccess: (whole) => downloadJson(`årshjul-${cycle.id}.json`, whole),
              })
            }
          >
            <DownloadIcon aria-hidden />
            {t('work.settings.backup-year', { year: cycle.schoolYear })}
          </Button>
        ))}
      </Toolbar>
      <FileField
        label={t('work.settings.take-in')}
        description={t('work.settings.take-in-help')}
        accept=".json"
        onChoose={(file) => {
          document.reset();
          takeIn.mutate(file, {
            onSuccess: ({ schoolYear }) => onMessage(t('work.settings.taken-in', { year: schoolYear })),
          });
        }}
      />
    </Section>
  );
}

function refusalOf(error: Error): 'exists' | 'unreadable' | 'refused' | 'failed' {
  const status = error instanceof ApiProblem ? error.status : -1;
  if (status === 409) return 'exists';
  if (status === 400) return 'unreadable';
  return status === 403 ? 'refused' : 'failed';
}
