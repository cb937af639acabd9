import { Alert, Button, Card, Heading, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import type { Cycle } from '../../../../../cycle/cycle.js';
import { failureText } from '../../../data/api/failure-text.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { type Unpublished, useCycleStep } from '../../../data/cycle/publishing.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { showToast } from '../../../ui/notice/toast.js';
import styles from './publish-page.module.css';

/** The longest message that the service accepts. */
const LONGEST = 2_000;

/** Who is notified with or without a message. */
const REACHED = ['feeds', 'corrections'] as const;

interface PublishFormProps {
  readonly cycle: Cycle;
  /** The number of changes. */
  readonly count: number;
  readonly audience: Unpublished['audience'];
}

/** Publishes the reviewed changes, with or without a message to people. */
export function PublishForm({ cycle, count, audience }: PublishFormProps) {
  const { t } = useTexts();
  const [message, setMessage] = useState('');
  const step = useCycleStep(cycle);
  const { error } = step;
  const isStale = error instanceof ApiProblem && error.status === 412;
  const isMessageWrong = error instanceof ApiProblem && error.status === 400;
  const publish = (event: FormEvent) => {
    event.preventDefault();
    if (step.isPending) return;
    step.mutate(
      { kind: 'publish', message },
      {
        onSuccess: () => {
          setMessage('');
          showToast({ kind: 'done', text: t('work.publish.done') });
        },
      },
    );
  };
  return (
    <Card asChild data-color="neutral">
      <form onSubmit={publish} aria-labelledby="publish" className={styles.form}>
        <Heading level={2} data-size="sm" id="publish">
          {t('work.publish.heading')}
        </Heading>
        <ul className={styles.audience}>
          {REACHED.filter((who) => audience[who] > 0).map((who) => (
            <li key={who}>{t(`work.publish.reaches.${who}`, { count: audience[who] })}</li>
          ))}
        </ul>
        <Textfield
          multiline
          rows={5}
          label={t('work.publish.message')}
          description={t('work.publish.message-help', { count: audience.people })}
          counter={{
            limit: LONGEST,
            // The component inserts the number.
            under: t('work.publish.left', { number: '%d' }),
            over: t('work.publish.too-many', { number: '%d' }),
          }}
          value={message}
          error={isMessageWrong ? t('work.publish.message-wrong') : undefined}
          onChange={(event) => setMessage(event.target.value)}
        />
        {error && !isMessageWrong && (
          <Alert data-color="danger" data-size="sm" role="alert">
            {isStale ? t('work.publish.stale') : failureText(error, t)}
          </Alert>
        )}
        <Button type="submit" data-color="accent" loading={step.isPending}>
          {count === 0 && cycle.publishedRevision !== null
            ? t('work.publish.submit-nothing')
            : t('work.publish.submit', { count })}
        </Button>
      </form>
    </Card>
  );
}
