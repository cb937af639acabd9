import { type Ref, useImperativeHandle } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { type Drag, type DragProps, useDrag } from './drag.js';
import { useMoveTask } from './move-task.js';
import { type PointerDrag, type Ruler, usePointerDrag } from './pointer-drag.js';

/** What a drawing forwards its keyboard and pointer events to. */
export interface DragHandlers extends Pick<Drag, 'isDragging' | 'onKeyDown'> {
  readonly pointer: PointerDrag;
}

interface DragLayerProps extends Pick<DragProps, 'tasks' | 'draw'> {
  readonly ref: Ref<DragHandlers>;
  readonly cycleView: CycleView;
  /** The unit whose view the reader sees; null for the common view. */
  readonly seenAs: string | null;
  readonly rulerAt: (x: number, y: number) => Ruler | undefined;
}

/**
 * Lets the reader drag the tasks of a drawing to other days, and shows the date of the dragged task. A component of its
 * own, so that only those who may edit fetch it: the drawing is fetched by everybody.
 */
export default function DragLayer({ ref, cycleView, seenAs, tasks, draw, rulerAt }: DragLayerProps) {
  const drag = useDrag({ moving: useMoveTask(cycleView, seenAs), tasks, draw });
  const pointer = usePointerDrag(drag, rulerAt);
  useImperativeHandle(ref, () => ({ isDragging: drag.isDragging, onKeyDown: drag.onKeyDown, pointer }));
  return drag.label;
}
