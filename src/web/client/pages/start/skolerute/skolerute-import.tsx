import { Alert, Button, Heading, List, Paragraph, Spinner } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { SchoolYearView } from '../../../../../school-years/school-year-view.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { tooLargeText } from '../../../data/api/too-large-text.js';
import { useReadSkolerute, useSetSchoolYear } from '../../../data/county/skolerute.js';
import {
  pastedSkolerute,
  readSkoleruteFile,
  type SkoleruteFile,
} from '../../../data/county/skolerute-file.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { DialogActions, DialogContent, TitledDialog } from '../../../ui/dialog/titled-dialog.js';
import { FileField } from '../../../ui/field/file-field.js';
import { flawText } from './flaw-text.js';
import { MonthsTable } from './months-table.js';
import { PastedText } from './pasted-text.js';
import { markedLines, ReadLines } from './read-lines.js';
import styles from './skolerute-dialog.module.css';
import { SkoleruteFacts } from './skolerute-facts.js';

interface SkoleruteImportProps {
  readonly schoolYear: SchoolYearView;
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Imports a skolerute from a file or a text: first shows its dates and counted days, or the errors by line. */
export function SkoleruteImport({ schoolYear, onClose, onDone }: SkoleruteImportProps) {
  const { t, language } = useTexts();
  const read = useReadSkolerute(schoolYear.county, schoolYear.schoolYear);
  const set = useSetSchoolYear(schoolYear);
  const file = read.data;
  const [isLookedAt, setLookedAt] = useState(false);
  const isSeen = isLookedAt || file === undefined || markedLines(file.lines) === 0;
  const isGood = file !== undefined && file.said !== null && file.flaws.length === 0 && isSeen;
  const status = set.error instanceof ApiProblem ? set.error.status : 0;
  const choose = (chosen: SkoleruteFile) => {
    set.reset();
    setLookedAt(false);
    read.mutate(chosen);
  };
  const confirm = (close: () => void) =>
    file?.said &&
    set.mutate(file.said, {
      onSuccess: () => {
        onDone(t('work.skolerute.saved'));
        close();
      },
    });
  return (
    <TitledDialog
      title={t('work.skolerute.import.title', { schoolYear: schoolYear.schoolYear })}
      className={styles.dialog}
      onClose={onClose}
    >
      {(close) => (
        <DialogContent>
          <FileField
            label={t('work.skolerute.import.file')}
            description={t('work.skolerute.import.file-help')}
            accept=".yaml,.yml,.csv,.ics"
            onChoose={async (chosen) => choose(await readSkoleruteFile(chosen))}
          />
          <PastedText
            isReading={read.isPending}
            onRead={(text, source) => choose(pastedSkolerute(t('work.skolerute.text.name'), text, source))}
          />
          {read.isPending && <Spinner aria-label={t('ui.state.loading')} />}
          {(read.isError || set.isError) && (
            <Alert data-color="danger" role="alert">
              {read.error instanceof ApiProblem && read.error.status === 413
                ? tooLargeText(read.error, language, t)
                : t(status === 412 ? 'work.skolerute.conflict' : 'work.skolerute.failed')}
            </Alert>
          )}
          {file && file.lines.length > 0 && (
            <ReadLines lines={file.lines} isLookedAt={isLookedAt} onLook={setLookedAt} />
          )}
          {file && file.flaws.length > 0 && (
            <Alert data-color="danger" role="alert">
              <Heading level={3} data-size="2xs">
                {t('work.skolerute.import.flawed', { file: file.name })}
              </Heading>
              <List.Unordered>
                {file.flaws.map((flaw) => (
                  <List.Item key={`${flaw.line} ${flaw.field} ${flaw.what}`}>{flawText(flaw, t)}</List.Item>
                ))}
              </List.Unordered>
            </Alert>
          )}
          {file?.laidOut && (
            <>
              {file.laidOut.warnings.map((warning) => (
                <Alert key={warning.field} data-color="warning">
                  {flawText(warning, t)}
                </Alert>
              ))}
              <Heading level={3} data-size="2xs">
                {t('work.skolerute.import.preview', { file: file.name })}
              </Heading>
              {file.lines.length > 0 && <SkoleruteFacts schoolYear={file.laidOut} />}
              <MonthsTable laidOut={file.laidOut} />
            </>
          )}
          {file && file.passedOver.length > 0 && (
            <Paragraph>
              {t('work.skolerute.import.passed-over', { names: file.passedOver.join(', ') })}
            </Paragraph>
          )}
          <DialogActions>
            {isGood && (
              <Button loading={set.isPending} onClick={() => confirm(close)}>
                {t('work.skolerute.import.confirm')}
              </Button>
            )}
            <Button variant="secondary" onClick={close}>
              {t('work.skolerute.cancel')}
            </Button>
          </DialogActions>
        </DialogContent>
      )}
    </TitledDialog>
  );
}
