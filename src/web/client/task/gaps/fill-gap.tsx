import { Button } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { Gap } from '../../../../cycle/coverage/gaps.js';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './fill-gap.module.css';
import { FillGapDialog } from './fill-gap-dialog.js';

interface FillGapProps {
  readonly cycleView: CycleView;
  readonly gap: Gap;
  /** What is missing, as a sentence. */
  readonly gapInWords: string;
}

/** A button to fill a gap, for those who may. */
export default function FillGap(props: FillGapProps) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" data-size="sm" className={styles.open} onClick={() => setIsOpen(true)}>
        <PlusIcon aria-hidden />
        {t('work.gaps.fill')}
      </Button>
      {isOpen && <FillGapDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}
