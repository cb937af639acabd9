import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { failureText } from '../../data/api/failure-text.js';
import { ApiProblem } from '../../data/api/problem.js';
import { nameOf } from '../../data/language/author-name.js';
import { momentInWords } from '../../data/language/moments.js';
import { useTexts } from '../../data/language/use-texts.js';
import { Failure } from '../../ui/page/states.js';
import styles from './comment-list.module.css';
import { useComments, useSay } from './comments.js';

interface CommentListProps {
  readonly taskId: string;
  /** Whether the reader may comment. */
  readonly maySay: boolean;
  /** What is being written. */
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
}

/** The comments on a task, and a field to add one. */
export function CommentList({ taskId, maySay, draft, onDraft }: CommentListProps) {
  const { t } = useTexts();
  const comments = useComments(taskId);
  if (comments.isLoadingError)
    return <Failure error={comments.error} onRetry={() => void comments.refetch()} />;
  return (
    <div className={styles.comments} aria-busy={comments.isPending}>
      {comments.data?.length === 0 && <Paragraph data-size="sm">{t('work.mine.comments.none')}</Paragraph>}
      <ul className={styles.list}>
        {comments.data?.map(({ id, at, who, text }) => (
          <li key={id}>
            <p className={styles.who}>
              <strong>{nameOf(who, t)}</strong> <time dateTime={at}>{momentInWords(at, t)}</time>
            </p>
            <p className={styles.text}>{text}</p>
          </li>
        ))}
      </ul>
      {maySay && <SayForm taskId={taskId} draft={draft} onDraft={onDraft} />}
    </div>
  );
}

function SayForm({ taskId, draft, onDraft }: Omit<CommentListProps, 'maySay'>) {
  const { t } = useTexts();
  const say = useSay(taskId, () => onDraft(''));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (draft.trim() !== '') say.mutate(draft.trim());
  };
  // What the service finds wrong with the words themselves is a fødselsnummer among them.
  const isRefused = say.error instanceof ApiProblem && say.error.status === 400;
  return (
    <form className={styles.form} onSubmit={send}>
      <Textfield
        multiline
        rows={2}
        maxLength={5_000}
        data-size="sm"
        label={t('work.mine.comments.say')}
        value={draft}
        onChange={(event) => onDraft(event.target.value)}
        error={say.error && (isRefused ? t('work.mine.comments.refused') : failureText(say.error, t))}
      />
      <Button type="submit" variant="secondary" data-size="sm" loading={say.isPending}>
        {t('work.mine.comments.send')}
      </Button>
    </form>
  );
}
