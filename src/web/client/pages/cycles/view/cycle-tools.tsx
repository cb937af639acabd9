import { Dropdown } from '@digdir/designsystemet-react';
import { ChevronDownIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { hasRole, isAtLeast, type Role } from '../../../../../routing/caller.js';
import { cyclePath } from '../../../data/address/views.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { STATE_PARAMETER, useCycleState } from '../../../data/session/cycle-state.js';
import { useSession } from '../../../data/session/session.js';
import { UndoButtons } from '../../../task/changes/undo-buttons.js';
import { NewTaskLink } from '../../../task/marks/new-task-link.js';
import { useTaskEditor } from '../../../task/move/task-editor.js';
import styles from '../../../ui/page/tools.module.css';
import { ExportMenu } from './export-menu.js';

/** The editing pages of a cycle by the end of their address, each with its least role; the text is `work.cycle.page.<name>`. */
const CYCLE_PAGES = [
  { name: 'publish', least: 'reader' },
  { name: 'history', least: 'reader' },
  { name: 'import', least: 'unit-coordinator' },
  { name: 'regenerate', least: 'county-coordinator' },
  { name: 'rollover', least: 'county-coordinator' },
] as const satisfies readonly {
  readonly name: string;
  readonly least: Role;
}[];

/** What editors see above every view of a cycle: which version is shown, and what they can do with the cycle. */
export default function CycleTools({ cycleView }: { readonly cycleView: CycleView }) {
  const { t } = useTexts();
  const editor = useTaskEditor(cycleView);
  return (
    <section className={styles.tools} aria-label={t('work.cycle.label')}>
      {cycleView.cycle.publishedRevision !== null && <StateChoice cycleId={cycleView.cycle.id} />}
      {editor && <UndoButtons cycleId={cycleView.cycle.id} />}
      {editor && isAtLeast(editor.role, 'unit-coordinator') && <NewTaskLink />}
      <CyclePages cycleView={cycleView} />
    </section>
  );
}

/** A menu of the editing pages of the cycle that the reader's role may open, and of exports. */
function CyclePages({ cycleView }: { readonly cycleView: CycleView }) {
  const { cycle } = cycleView;
  const { t } = useTexts();
  const session = useSession().data;
  const [isOpen, setIsOpen] = useState(false);
  const pages = CYCLE_PAGES.filter(({ least }) => session && hasRole(session, least, cycle.county));
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger
        variant="tertiary"
        data-size="sm"
        title={t('work.cycle.pages')}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('work.cycle.more')}
        <ChevronDownIcon aria-hidden />
      </Dropdown.Trigger>
      <Dropdown open={isOpen} onClose={() => setIsOpen(false)} placement="bottom-start">
        <Dropdown.List>
          {pages.map(({ name }) => (
            <Dropdown.Item key={name}>
              <Dropdown.Button asChild>
                <Link href={`${cyclePath(cycle.id)}/${name}`}>{t(`work.cycle.page.${name}`)}</Link>
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
        <ExportMenu cycleView={cycleView} onChoice={() => setIsOpen(false)} />
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}

/** The choice between the working version and the published one, kept in the address. */
function StateChoice({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  const [path] = useLocation();
  const search = useSearch();
  const state = useCycleState(cycleId);
  const addressOf = (wanted: 'edited' | 'published') => {
    const parameters = new URLSearchParams(search);
    if (wanted === 'edited') parameters.delete(STATE_PARAMETER);
    else parameters.set(STATE_PARAMETER, wanted);
    return parameters.size === 0 ? path : `${path}?${parameters}`;
  };
  return (
    <ul className={styles.states} aria-label={t('work.cycle.states')}>
      {(['edited', 'published'] as const).map((each) => (
        <li key={each}>
          <Link href={addressOf(each)} aria-current={each === state ? 'true' : undefined}>
            {t(`work.cycle.${each}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
