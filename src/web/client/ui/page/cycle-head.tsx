import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { Crumbs, useCycleCrumb } from './crumbs.js';
import styles from './cycle-head.module.css';
import { PageHead } from './page-head.js';

interface CycleHeadProps {
  readonly cycleView: CycleView;
  readonly title: string;
  readonly lead?: string;
}

/** The head of a page where people work with a whole cycle: the way back to it, what the page is called and what it is for. */
export function CycleHead({ cycleView, title, lead }: CycleHeadProps) {
  return (
    <PageHead
      className={styles.head}
      over={<Crumbs crumbs={[useCycleCrumb(cycleView)]} />}
      title={title}
      lead={lead}
    />
  );
}
