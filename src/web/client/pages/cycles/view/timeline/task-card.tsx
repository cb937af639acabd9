import { useLayoutEffect, useRef } from 'react';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { whenOf } from '../../../../../../task/wording.js';
import { namesOf } from '../../../../data/cycle/names.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { KindMark } from '../../../../task/lines/kind-mark.js';
import { mainWhyOf } from '../../../../task/lines/main-why.js';
import { TaskTags } from '../../../../task/lines/task-line.js';
import styles from './task-card.module.css';
import type { Card } from './use-card.js';

/** The distance from the card to its task and to the edges of the window. */
const SPACE = 8;

interface TaskCardProps {
  readonly card: Card;
  readonly task: TaskView | undefined;
  readonly cycleView: CycleView;
}

/** What, when, who and why of the task that is hovered or focused. */
export function TaskCard({ card, task, cycleView }: TaskCardProps) {
  const { t } = useTexts();
  const element = useRef<HTMLDivElement>(null);
  const { id, shown } = card;
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    current.togglePopover(shown !== null);
    if (!shown) return;
    const { anchor } = shown;
    const { width, height } = current.getBoundingClientRect();
    const isRoomBelow = anchor.bottom + SPACE + height <= innerHeight;
    const top = isRoomBelow ? anchor.bottom + SPACE : Math.max(SPACE, anchor.top - SPACE - height);
    const left = Math.max(SPACE, Math.min(anchor.left, innerWidth - width - SPACE));
    current.style.setProperty('top', `${top}px`);
    current.style.setProperty('left', `${left}px`);
  }, [shown]);
  return (
    <div
      ref={element}
      id={id}
      role="tooltip"
      popover="manual"
      className={styles.card}
      onPointerEnter={card.stay}
      onPointerLeave={card.leave}
    >
      {task && <About task={task} cycleView={cycleView} t={t} />}
    </div>
  );
}

interface AboutProps {
  readonly task: TaskView;
  readonly cycleView: CycleView;
  readonly t: ReturnType<typeof useTexts>['t'];
}

function About({ task, cycleView, t }: AboutProps) {
  const { phase, who, partners } = namesOf(task, cycleView);
  return (
    <div data-series={phase.series} className={styles.about}>
      <p className={styles.kind}>
        <KindMark kind={task.kind} /> {t(`kind.${task.kind}`)} · {phase.name}
      </p>
      <p className={styles.title}>{task.title}</p>
      <TaskTags task={task} />
      <p>{whenOf(task, { t })}</p>
      <p>
        {who}
        {partners.length > 0 && `, ${t('ui.with', { partners: partners.join(', ') })}`}
      </p>
      {mainWhyOf(task).map((reason) => (
        <p key={reason} className={styles.why}>
          {reason}
        </p>
      ))}
    </div>
  );
}
