import { CheckmarkIcon } from '@navikt/aksel-icons';
import { Link } from 'wouter';
import styles from './stepper.module.css';

interface StepperProps {
  /** What the steps are called together. */
  readonly label: string;
  /** "Steg 2 av 7". */
  readonly where: string;
  /** What is read out of a step that is done. */
  readonly doneText: string;
  readonly steps: readonly {
    readonly id: string;
    readonly name: string;
    /** Null for a step that cannot be gone to yet. */
    readonly href: string | null;
    readonly isDone: boolean;
  }[];
  /** The id of the step that is shown. */
  readonly current: string;
}

/** Steps in their order: which of them are done, and which one this is. */
export function Stepper({ label, where, doneText, steps, current }: StepperProps) {
  return (
    <nav aria-label={label} className={styles.stepper}>
      <p className={styles.where}>{where}</p>
      <ol>
        {steps.map(({ id, name, href, isDone }, index) => {
          const content = (
            <>
              <span className={styles.number} aria-hidden="true">
                {isDone ? <CheckmarkIcon /> : index + 1}
              </span>
              <span className={styles.name}>{name}</span>
              {isDone && <span className="ds-sr-only">{doneText}</span>}
            </>
          );
          return (
            <li key={id} data-done={isDone} data-current={id === current}>
              {href === null ? (
                <span className={styles.closed}>{content}</span>
              ) : (
                <Link href={href} aria-current={id === current ? 'step' : undefined}>
                  {content}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
