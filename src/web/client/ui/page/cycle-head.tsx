import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { Crumbs } from './crumbs.js';
import styles from './cycle-head.module.css';
import { useCycleCrumb } from './use-crumbs.js';

interface CycleHeadProps {
  readonly cycleView: CycleView;
  readonly title: string;
  readonly lead?: string;
}

/** The head of a page where people work with a whole cycle: the way back to it, what the page is called and what it is for. */
export function CycleHead({ cycleView, title, lead }: CycleHeadProps) {
  return (
    <header className={styles.head}>
      <Crumbs crumbs={[useCycleCrumb(cycleView)]} />
      <Heading level={1} data-size="lg">
        {title}
      </Heading>
      {lead && <Paragraph>{lead}</Paragraph>}
    </header>
  );
}
