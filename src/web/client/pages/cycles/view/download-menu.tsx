import { Dropdown, Spinner, ValidationMessage } from '@digdir/designsystemet-react';
import { DownloadIcon } from '@navikt/aksel-icons';
import { type MouseEvent, useState } from 'react';
import { useSearch } from 'wouter';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Paper } from '../../../../../poster/paper.js';
import { useTexts } from '../../../data/language/use-texts.js';
import type { PageFilter } from '../../../task/filter/page-filter.js';
import { downloadSearchOf, useFilterScene } from '../../../task/filter/pick-tasks.js';
import styles from './download-menu.module.css';
import { useCrowdedPapers } from './use-crowded-papers.js';
import { useDownload } from './use-download.js';

const POSTERS = [
  { content: 'wheel', paper: 'a4' },
  { content: 'wheel', paper: 'a3' },
  { content: 'wheel', paper: 'a1' },
  { content: 'list', paper: 'a4' },
  { content: 'list', paper: 'a3' },
] as const;

interface OfferedPoster {
  readonly content: 'wheel' | 'list';
  readonly paper: Paper;
  readonly name: 'wheel-pdf' | 'wheel-and-list-pdf' | 'list-pdf';
  /** The parameters that it has besides those of every poster. */
  readonly more: Readonly<Record<string, string>>;
}

/**
 * Downloads of the current selection: posters, pictures, a table, and printing this view. Where a wheel has more names than
 * a paper has room for, it is also offered with a list of the others under it.
 */
export function DownloadMenu({
  cycleView,
  filter,
}: {
  readonly cycleView: CycleView;
  readonly filter: PageFilter;
}) {
  const { t, language } = useTexts();
  const rings = new URLSearchParams(useSearch()).get('rings');
  const asSeen = rings === null ? {} : { rings };
  const scene = useFilterScene(cycleView);
  const [isOpen, setIsOpen] = useState(false);
  const crowded = useCrowdedPapers(isOpen, { cycleView, filter, scene, rings });
  const posters = POSTERS.flatMap((poster): readonly OfferedPoster[] => {
    if (poster.content === 'list') return [{ ...poster, name: 'list-pdf', more: {} }];
    const wheel: OfferedPoster = { ...poster, name: 'wheel-pdf', more: asSeen };
    if (!crowded.includes(poster.paper)) return [wheel];
    return [wheel, { ...poster, name: 'wheel-and-list-pdf', more: { ...asSeen, unnamed: 'listed' } }];
  });
  const address = (path: string, more: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams({ ...more, language, ...downloadSearchOf(filter, scene) });
    return `${path}?${search}`;
  };
  const cycle = `/cycles/${encodeURIComponent(cycleView.cycle.id)}`;
  const { download, isMaking, hasFailed, dismiss } = useDownload();
  const close = () => setIsOpen(false);
  const take = (event: MouseEvent<HTMLAnchorElement>) => {
    close();
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    download(event.currentTarget.href);
  };
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger
        variant="secondary"
        data-size="sm"
        onClick={() => {
          dismiss();
          setIsOpen(!isOpen);
        }}
      >
        {isMaking ? <Spinner aria-hidden data-size="2xs" /> : <DownloadIcon aria-hidden />}
        {t(isMaking ? 'ui.download.making' : 'ui.download.open')}
      </Dropdown.Trigger>
      <div role="status" className={styles.status}>
        {isMaking && <span className="ds-sr-only">{t('ui.download.making')}</span>}
        {hasFailed && <ValidationMessage data-size="sm">{t('ui.download.failed')}</ValidationMessage>}
      </div>
      <Dropdown open={isOpen} onClose={close} placement="bottom-end">
        <Dropdown.Heading>{t('ui.download.posters')}</Dropdown.Heading>
        <Dropdown.List>
          {posters.map(({ content, paper, name, more }) => (
            <Dropdown.Item key={`${name} ${paper}`}>
              <Dropdown.Button asChild>
                <a
                  href={address(`${cycle}/${content}.pdf`, { paper, theme: 'print', ...more })}
                  download
                  onClick={take}
                >
                  {t(`ui.download.${name}`, { paper: paper.toUpperCase() })}
                </a>
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
        <Dropdown.Heading>{t('ui.download.pictures')}</Dropdown.Heading>
        <Dropdown.List>
          {(['png', 'svg'] as const).map((format) => (
            <Dropdown.Item key={format}>
              <Dropdown.Button asChild>
                <a href={address(`${cycle}/wheel.${format}`, asSeen)} download onClick={take}>
                  {t('ui.download.wheel', { format: format.toUpperCase() })}
                </a>
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
        <Dropdown.Heading>{t('ui.download.tables')}</Dropdown.Heading>
        <Dropdown.List>
          <Dropdown.Item>
            <Dropdown.Button asChild>
              <a
                href={address(`/api${cycle}/table`, { format: 'xlsx', state: 'published' })}
                download
                onClick={take}
              >
                {t('ui.download.excel')}
              </a>
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button
              onClick={() => {
                close();
                // In the next frame, when the menu has closed, so that it is not printed.
                requestAnimationFrame(() => print());
              }}
            >
              {t('ui.download.print')}
            </Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
