import { Alert, Button, Fieldset, Heading, Paragraph, Radio, Spinner } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { Gap } from '../../../../cycle/coverage/gaps.js';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../task/task-view.js';
import { whenOf } from '../../../../task/wording.js';
import { failureText } from '../../data/api/failure-text.js';
import { capitalised } from '../../data/cycle/knowledge.js';
import { namesOf } from '../../data/cycle/names.js';
import { useTexts } from '../../data/language/use-texts.js';
import { DialogActions, DialogContent, TitledDialog } from '../../ui/dialog/titled-dialog.js';
import { Facts } from '../../ui/list/facts.js';
import styles from './fill-gap.module.css';
import { useFillGap, useFillingPreview } from './filling.js';

interface FillGapDialogProps {
  readonly cycleView: CycleView;
  readonly gap: Gap;
  readonly gapInWords: string;
  readonly onClose: () => void;
}

/** Chooses what fills a gap, shows the task that it becomes, and adds it. */
export function FillGapDialog({ cycleView, gap, gapInWords, onClose }: FillGapDialogProps) {
  const { t } = useTexts();
  const [filling, setFilling] = useState(gap.fillings[0]?.id ?? '');
  const fill = useFillGap(cycleView.cycle.id, gap);
  return (
    <TitledDialog title={t('work.gaps.title')} className={styles.dialog} onClose={onClose}>
      {(close) => (
        <DialogContent>
          <Paragraph>{gapInWords}</Paragraph>
          <Fieldset>
            <Fieldset.Legend>{t('work.gaps.choose')}</Fieldset.Legend>
            {gap.fillings.map(({ id, name }) => (
              <Radio
                key={id}
                name="filling"
                value={id}
                label={capitalised(name)}
                checked={id === filling}
                onChange={() => setFilling(id)}
              />
            ))}
          </Fieldset>
          <Preview cycleView={cycleView} gap={gap} filling={filling} />
          {fill.isError && (
            <Alert data-color="danger" data-size="sm" role="alert">
              {failureText(fill.error, t)}
            </Alert>
          )}
          <DialogActions>
            <Button loading={fill.isPending} onClick={() => fill.mutate(filling)}>
              {t('work.gaps.add')}
            </Button>
            <Button variant="secondary" onClick={close}>
              {t('work.gaps.cancel')}
            </Button>
          </DialogActions>
        </DialogContent>
      )}
    </TitledDialog>
  );
}

function Preview({
  cycleView,
  gap,
  filling,
}: Pick<FillGapDialogProps, 'cycleView' | 'gap'> & { readonly filling: string }) {
  const { t } = useTexts();
  const preview = useFillingPreview(cycleView.cycle.id, gap, filling);
  return (
    <section aria-label={t('work.gaps.preview')} aria-live="polite" className={styles.preview}>
      {preview.isPending && <Spinner aria-label={t('ui.state.loading')} />}
      {preview.isError && (
        <Alert data-color="danger" data-size="sm">
          {failureText(preview.error, t)}
        </Alert>
      )}
      {preview.data && <PreviewedTask task={preview.data} cycleView={cycleView} />}
    </section>
  );
}

function PreviewedTask({ task, cycleView }: { readonly task: TaskView; readonly cycleView: CycleView }) {
  const { t } = useTexts();
  const { phase, who, partners, category } = namesOf(task, cycleView);
  return (
    <>
      <Heading level={3} data-size="2xs">
        {task.title}
      </Heading>
      <Facts
        facts={[
          { name: t('column.kind'), values: [t(`kind.${task.kind}`)] },
          { name: t('task.when'), values: [whenOf(task, { t })] },
          { name: t('task.who'), values: [who] },
          { name: t('task.with'), values: partners.length > 0 ? [partners.join(', ')] : [] },
          { name: t('task.phase'), values: [phase.name] },
          { name: t('task.category'), values: [category] },
        ]}
      />
      <Paragraph data-size="sm">{t('work.gaps.adjust')}</Paragraph>
    </>
  );
}
