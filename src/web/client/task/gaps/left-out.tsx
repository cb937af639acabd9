import { Alert, Button, Details, Link, Paragraph } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { Link as PageLink } from 'wouter';
import { shortDate } from '../../../../calendar/describe.js';
import { LEVELS, type Level } from '../../../../task/level.js';
import { cyclePath } from '../../data/address/views.js';
import { failureText } from '../../data/api/failure-text.js';
import { useTexts } from '../../data/language/use-texts.js';
import { Section } from '../../ui/page/section.js';
import { Failure, Loading } from '../../ui/page/states.js';
import styles from './left-out.module.css';
import { type LeftOutTemplate, useAddLeftOut, useLeftOut } from './left-out-queries.js';

/** What the cycle does without, by level: one template or all of a level can be added. */
export default function LeftOut({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  const left = useLeftOut(cycleId);
  return (
    <Section
      title={t('work.gaps.left-out.title')}
      lead={t('work.gaps.left-out.lead')}
      aside={
        <Link asChild>
          <PageLink href={`${cyclePath(cycleId)}/regenerate`}>{t('work.rework.size.change')}</PageLink>
        </Link>
      }
    >
      {left.isPending && <Loading />}
      {left.isLoadingError && <Failure error={left.error} onRetry={() => void left.refetch()} />}
      {left.data?.length === 0 && <Paragraph>{t('work.gaps.left-out.none')}</Paragraph>}
      {LEVELS.map((level) => (
        <OfLevel
          key={level}
          cycleId={cycleId}
          level={level}
          templates={left.data?.filter((template) => template.level === level) ?? []}
        />
      ))}
    </Section>
  );
}

interface OfLevelProps {
  readonly cycleId: string;
  readonly level: Level;
  readonly templates: readonly LeftOutTemplate[];
}

function OfLevel({ cycleId, level, templates }: OfLevelProps) {
  const { t } = useTexts();
  const add = useAddLeftOut(cycleId);
  if (templates.length === 0) return null;
  const count = templates.length;
  return (
    <Details data-size="sm" data-color="neutral">
      <Details.Summary>
        {t('work.gaps.left-out.of-level', { level: t(`level.${level}`), count })}
      </Details.Summary>
      <Details.Content>
        {add.isError && (
          <Alert data-color="danger" data-size="sm" role="alert">
            {failureText(add.error, t)}
          </Alert>
        )}
        <Button
          variant="secondary"
          data-size="sm"
          loading={add.isPending}
          onClick={() => add.mutate(templates.map(({ key }) => key))}
        >
          <PlusIcon aria-hidden />
          {t('work.gaps.left-out.add-all', { count })}
        </Button>
        <ul className={styles.templates}>
          {templates.map(({ key, title, starts }) => (
            <li key={key}>
              <span>
                {title}
                <p className={styles.when}>{starts.map((start) => shortDate(start, t)).join(', ')}</p>
              </span>
              <Button
                variant="tertiary"
                data-size="sm"
                icon
                disabled={add.isPending}
                aria-label={t('work.gaps.left-out.add', { title })}
                onClick={() => add.mutate([key])}
              >
                <PlusIcon aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}
