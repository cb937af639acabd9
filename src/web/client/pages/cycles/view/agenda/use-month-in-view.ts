import { type RefObject, useEffect, useState } from 'react';
import { monthInView } from './month-in-view.js';

/** How far below the bar a heading may stand that the reader went to, in pixels. */
const SLACK = 24;

/** The month that is read of a list whose sections name theirs in `data-month`, kept up to date while the page is scrolled. */
export function useMonthInView(
  list: RefObject<HTMLElement | null>,
  bar: RefObject<HTMLElement | null>,
  goal: string | null,
): string | null {
  const [month, setMonth] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const sections = [...(list.current?.querySelectorAll<HTMLElement>('[data-month]') ?? [])]
        .filter((each) => each.closest('details:not([open])') === null)
        .map((each) => ({ month: each.dataset.month ?? '', top: each.getBoundingClientRect().top }));
      const { scrollHeight, clientHeight } = document.documentElement;
      setMonth(
        monthInView(sections, {
          line: (bar.current?.getBoundingClientRect().bottom ?? 0) + SLACK,
          height: clientHeight,
          isAtEnd: scrollY + clientHeight >= scrollHeight - 1,
          goal,
        }),
      );
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    for (const event of ['scroll', 'resize']) addEventListener(event, soon, { passive: true });
    // What is earlier may be shown or hidden.
    list.current?.addEventListener('toggle', soon, true);
    const { current } = list;
    return () => {
      cancelAnimationFrame(frame);
      for (const event of ['scroll', 'resize']) removeEventListener(event, soon);
      current?.removeEventListener('toggle', soon, true);
    };
  }, [list, bar, goal]);
  return month;
}
