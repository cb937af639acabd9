import { Button } from '@digdir/designsystemet-react';
import { ArrowRedoIcon, ArrowUndoIcon } from '@navikt/aksel-icons';
import { useEffect, useEffectEvent } from 'react';
import { useTexts } from '../../data/language/use-texts.js';
import { useTakeBack, useToTakeBack, type Way } from './take-back.js';
import styles from './undo-buttons.module.css';
import { wayOfKey } from './undo-keys.js';

const ICONS = { undo: ArrowUndoIcon, redo: ArrowRedoIcon } as const;

/** Undo and redo of one's own changes of a cycle, by button and by Ctrl+Z and Ctrl+Shift+Z anywhere on the page. */
export function UndoButtons({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  const known = useToTakeBack(cycleId).data;
  const takeBack = useTakeBack(cycleId);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const way = wayOfKey(event);
    if (way === undefined) return;
    event.preventDefault();
    takeBack(way);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const what = (way: Way) => {
    const step = known?.[way];
    if (!step) return t(`work.changes.nothing-to-${way}`);
    return step.title === null
      ? t(`work.changes.${way}-hint-many`, { count: step.tasks })
      : t(`work.changes.${way}-hint`, { title: step.title });
  };
  return (
    <div className={styles.buttons}>
      {(['undo', 'redo'] as const).map((way) => {
        const Icon = ICONS[way];
        return (
          <Button
            key={way}
            variant="tertiary"
            data-size="sm"
            // Stays focusable when there is nothing more, so that the focus is not lost.
            aria-disabled={!known?.[way]}
            title={what(way)}
            onClick={() => takeBack(way)}
          >
            <Icon aria-hidden />
            <span className="ds-sr-only">{t(`work.changes.${way}`)}</span>
          </Button>
        );
      })}
    </div>
  );
}
