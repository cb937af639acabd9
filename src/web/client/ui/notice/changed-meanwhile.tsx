import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './changed-meanwhile.module.css';

interface ChangedMeanwhileProps {
  readonly title: string;
  readonly help: string;
  /** How it is now, by the names of its parts. */
  readonly current: readonly (readonly [name: string, text: string])[];
  /** The label of the button that discards what was typed and takes the current values. */
  readonly take: string;
  readonly onTake: () => void;
  /** Whether it answers what was sent, so that the reader is led to it; otherwise it comes while one types. */
  readonly isAnswer?: boolean;
  /** What there is to say after that. */
  readonly children?: ReactNode;
}

/** Says in a form that somebody else has changed the same thing, and shows its current values. */
export function ChangedMeanwhile({
  title,
  help,
  current,
  take,
  onTake,
  isAnswer = false,
  children,
}: ChangedMeanwhileProps) {
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAnswer) alert.current?.focus();
  }, [isAnswer]);
  return (
    <Alert ref={alert} data-color="warning" role="alert" tabIndex={isAnswer ? -1 : undefined}>
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      <Paragraph>{help}</Paragraph>
      <dl className={styles.current}>
        {current.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {children}
      <Button type="button" variant="secondary" data-size="sm" onClick={onTake}>
        {take}
      </Button>
    </Alert>
  );
}
