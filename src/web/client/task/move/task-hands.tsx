import { type Ref, useImperativeHandle } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { type Carry, type CarryProps, useCarry } from './carry.js';
import { useMoveTask } from './move-task.js';
import { type PointerDrag, type Ruler, usePointerDrag } from './pointer-drag.js';

/** How a drawing hands on what the reader does with its tasks. */
export interface Hands extends Pick<Carry, 'isCarrying' | 'onKeyDown'> {
  readonly pointer: PointerDrag;
}

interface TaskHandsProps extends Pick<CarryProps, 'tasks' | 'draw'> {
  readonly ref: Ref<Hands>;
  readonly cycleView: CycleView;
  /** The unit that the reader looks as; null for everybody's view. */
  readonly seenAs: string | null;
  readonly rulerAt: (x: number, y: number) => Ruler | undefined;
}

/**
 * Lets the reader carry the tasks of a drawing to other days. Stands in the drawing, which is fetched by everybody, for
 * those who work alone; shows the date of what is carried.
 */
export default function TaskHands({ ref, cycleView, seenAs, tasks, draw, rulerAt }: TaskHandsProps) {
  const carry = useCarry({ moving: useMoveTask(cycleView, seenAs), tasks, draw });
  const pointer = usePointerDrag(carry, rulerAt);
  useImperativeHandle(ref, () => ({ isCarrying: carry.isCarrying, onKeyDown: carry.onKeyDown, pointer }));
  return carry.label;
}
