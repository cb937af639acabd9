import { Alert, Link as DsLink, Paragraph } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { Link } from 'wouter';
import { ApiProblem } from '../../../data/api/problem.js';
import { refreshCycle } from '../../../data/cycle/task-changes.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { StatusRegion } from '../../../ui/notice/status-region.js';
import { showToast } from '../../../ui/notice/toast.js';
import { useEditAddress } from '../../marks/edit-address.js';
import { putAnswered, type Unsaved, unsavedId, useUnsaved } from '../form/unsaved.js';
import { send } from './send.js';
import styles from './waiting-saves.module.css';

/** How often waiting changes are retried: the browser does not report when the service is unavailable. */
const AGAIN_MS = 10_000;

/** The unsaved work that this window is sending. */
const onTheirWay = new Set<string>();

/** Sends what was saved offline once the page is online again, and shows what still waits and what was refused. */
export function WaitingSaves({ person }: { readonly person: string }) {
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const addressOf = useEditAddress();
  const unsaved = useUnsaved(person);
  const waiting = unsaved.filter(({ state }) => state === 'waiting');
  const refused = unsaved.filter(({ state }) => state === 'refused');

  const sendOne = async (each: Unsaved) => {
    const id = unsavedId(each);
    if (onTheirWay.has(id)) return;
    onTheirWay.add(id);
    try {
      await send(each, language);
      putAnswered(person, each, null);
      showToast({ kind: 'done', text: t('work.editing.sent', { title: each.title }) });
      await refreshCycle(queries, each.cycleId);
    } catch (error) {
      if (error instanceof ApiProblem && error.status !== 0)
        putAnswered(person, each, { ...each, state: 'refused' });
    } finally {
      onTheirWay.delete(id);
    }
  };
  const sendAll = useEffectEvent(() => {
    for (const each of waiting) void sendOne(each);
  });
  const isWaiting = waiting.length > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(sendAll, AGAIN_MS);
    addEventListener('online', sendAll);
    sendAll();
    return () => {
      clearInterval(timer);
      removeEventListener('online', sendAll);
    };
  }, [isWaiting]);

  return (
    <StatusRegion>
      {waiting.length + refused.length > 0 && (
        <Alert data-color="warning" data-size="sm" className={styles.waiting}>
          {waiting.length > 0 && (
            <Paragraph>
              {t('work.editing.waiting', {
                count: waiting.length,
                titles: waiting.map(({ title }) => `«${title}»`).join(', '),
              })}
            </Paragraph>
          )}
          {refused.map((each) => (
            <Paragraph key={unsavedId(each)}>
              {t('work.editing.refused', { title: each.title })}{' '}
              <DsLink asChild>
                <Link href={addressOf(each)}>{t('work.editing.look')}</Link>
              </DsLink>
            </Paragraph>
          ))}
        </Alert>
      )}
    </StatusRegion>
  );
}
