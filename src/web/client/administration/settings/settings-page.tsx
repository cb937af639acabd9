import { useState } from 'react';
import type { Worker } from '../../access/guarded.js';
import { useCycles } from '../../api/queries.js';
import { together } from '../../api/together.js';
import { Failure, Loading } from '../../shell/states.js';
import { useUnits } from '../../units/units.js';
import { News } from '../../workbench/news.js';
import { AdministrationPage } from '../administration-page.js';
import { Backup } from './backup.js';
import { Installation } from './installation.js';
import { MailSettings } from './mail-settings.js';
import { PublicCycles } from './public-cycles.js';
import { useSettings } from './settings.js';

/** What the county can choose, how the service has been set up, and copies of the county's årshjul. */
export default function SettingsPage() {
  return <AdministrationPage name="settings">{(worker) => <Settings worker={worker} />}</AdministrationPage>;
}

function Settings({ worker }: { readonly worker: Worker }) {
  const all = together([useSettings(), useCycles(), useUnits(worker.county)]);
  const [news, setNews] = useState('');
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} />;
  const [settings, cycles, units] = all.data;
  const ofCounty = cycles.filter(({ county }) => county === worker.county);
  return (
    <>
      <News>{news}</News>
      <PublicCycles cycles={ofCounty} />
      <MailSettings worker={worker} mail={settings.mail} units={units} onNews={setNews} />
      <Backup cycles={ofCounty} onNews={setNews} />
      <Installation settings={settings} units={units} />
    </>
  );
}
