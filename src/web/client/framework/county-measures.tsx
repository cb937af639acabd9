import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CycleView } from '../../../cycle/view/cycle-view.js';
import { inLanguage } from '../../../language/text.js';
import type { CountyMeasureView, Knowledge } from '../data/cycle/knowledge.js';
import { useTexts } from '../data/language/use-texts.js';
import { Section } from '../ui/page/section.js';
import styles from './county-measures.module.css';
import { MeasureList } from './measure-list.js';

/** How many entries are shown at first. */
const FIRST = 9;

interface CountyMeasuresProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly measures: readonly CountyMeasureView[];
  readonly cycleView: CycleView;
  readonly knowledge: Knowledge;
}

/** Measures that counties submitted, each with its county at the time; the first few, and all on demand. */
export function CountyMeasures({ title, lead, measures, cycleView, knowledge }: CountyMeasuresProps) {
  const { t, language } = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  if (measures.length === 0) return null;
  const shown = isWhole ? measures : measures.slice(0, FIRST);
  return (
    <Section title={title} lead={lead}>
      <div className={styles.columns}>
        <MeasureList
          cycleId={cycleView.cycle.id}
          measures={shown.map(({ id, name, county }) => ({
            id,
            name,
            detail: countyOf(county, knowledge, language),
          }))}
        />
      </div>
      {shown.length < measures.length && (
        <Button variant="secondary" data-size="sm" className={styles.more} onClick={() => setIsWhole(true)}>
          {t('ui.entity.more', { count: measures.length })}
        </Button>
      )}
    </Section>
  );
}

/** The name of the county that submitted a measure, as it was called in 2015. */
export function countyOf(
  { code, today }: CountyMeasureView['county'],
  { framework }: Knowledge,
  language: Parameters<typeof inLanguage>[1],
): string {
  const county = framework.counties.find(({ number }) => number === today);
  return (
    county?.former.find((each) => each.code === code)?.name ??
    (county ? inLanguage(county.name, language) : code)
  );
}
