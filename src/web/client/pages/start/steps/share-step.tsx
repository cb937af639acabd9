import { Alert, Button, Link, Paragraph } from '@digdir/designsystemet-react';
import { FilesIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { Link as PageLink } from 'wouter';
import { cyclePath } from '../../../data/address/views.js';
import { failureText } from '../../../data/api/failure-text.js';
import { together } from '../../../data/api/together.js';
import { useUnits } from '../../../data/county/units.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { type OwnFeed, useFeeds, useMakeFeeds } from '../frame/guided-queries.js';
import { NextStep, StepHead } from '../frame/step-frame.js';
import type { CycleStepProps } from '../frame/step-props.js';
import styles from './steps.module.css';

/** The addresses to hand out: the county's feed, and one for each unit. */
export function ShareStep({ county, countyName, schoolYear, cycle }: CycleStepProps) {
  const { t } = useTexts();
  const all = together([useFeeds(county), useUnits(county)]);
  const make = useMakeFeeds(county);
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} />;
  const [feeds, units] = all.data;
  const places = [
    { unit: null, name: countyName },
    ...units
      .filter(({ kind, retired }) => kind !== 'county' && !retired)
      .map(({ id, name }) => ({ unit: id, name })),
  ].map((place) => ({ ...place, feed: feedOf(feeds, place.unit) }));
  const missing = places.filter(({ feed }) => !feed);
  return (
    <>
      <StepHead step="share" />
      {cycle.publishedRevision === null && (
        <Alert data-color="warning">{t('work.start.share.not-published')}</Alert>
      )}
      <section className={styles.card} aria-label={t('work.start.share.name')}>
        {missing.length > 0 && (
          <div className={styles.actions}>
            <Button loading={make.isPending} onClick={() => make.mutate(missing.map(({ unit }) => unit))}>
              {t('work.start.share.make-all', { count: missing.length })}
            </Button>
          </div>
        )}
        {make.isError && (
          <Alert data-color="danger" role="alert">
            {failureText(make.error, t)}
          </Alert>
        )}
        <Paragraph>{t('work.start.share.secret')}</Paragraph>
        <ul className={styles.feeds}>
          {places.map(({ unit, name, feed }) => (
            <li key={unit}>
              <strong>{name}</strong>
              {feed ? <Address feed={feed} name={name} /> : <span>{t('work.start.share.none')}</span>}
            </li>
          ))}
        </ul>
      </section>
      <NextStep schoolYear={schoolYear} from="share">
        <Button asChild>
          <PageLink href={cyclePath(cycle.id)}>{t('work.start.share.finish')}</PageLink>
        </Button>
      </NextStep>
    </>
  );
}

/** The feed that shows all that a unit sees, or the county when it is null, and nothing else. */
export function feedOf(feeds: readonly OwnFeed[], unit: string | null): OwnFeed | undefined {
  return feeds.find(({ filter }) => {
    const names = Object.keys(filter);
    return unit === null ? names.length === 0 : names.length === 1 && filter.unit === unit;
  });
}

function Address({ feed, name }: { readonly feed: OwnFeed; readonly name: string }) {
  const { t } = useTexts();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={styles.address}>
      <code>{feed.url}</code>
      {navigator.clipboard && (
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={t('work.start.share.copy-of', { name })}
          onClick={() => void navigator.clipboard.writeText(feed.url).then(() => setCopied(true))}
        >
          <FilesIcon aria-hidden />
          {t('ui.subscribe.copy')}
        </Button>
      )}
      <Link href={feed.subscribePage} target="_blank" rel="noreferrer">
        {t('work.start.share.page')}
      </Link>
      <output>{isCopied && t('ui.subscribe.copied')}</output>
    </div>
  );
}
