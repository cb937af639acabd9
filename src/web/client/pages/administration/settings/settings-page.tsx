import { useState } from 'react';
import { AdministrationPage } from '../../../administration/administration-page.js';
import { together } from '../../../data/api/together.js';
import { useUnits } from '../../../data/county/units.js';
import { useCycles } from '../../../data/cycle/queries.js';
import { StatusMessage } from '../../../ui/notice/status-message.js';
import type { Worker } from '../../../ui/page/guarded.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { Backup } from './backup.js';
import { Installation } from './installation.js';
import { MailSettings } from './mail-settings.js';
import { PublicCoverage } from './public-coverage.js';
import { PublicCycles } from './public-cycles.js';
import { useSettings } from './settings.js';

/** The county's settings, how the service is set up, and backups of the county's cycles. */
export default function SettingsPage() {
  return <AdministrationPage name="settings">{(worker) => <Settings worker={worker} />}</AdministrationPage>;
}

function Settings({ worker }: { readonly worker: Worker }) {
  const all = together([useSettings(), useCycles(), useUnits(worker.county)]);
  const [message, setMessage] = useState('');
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} />;
  const [settings, cycles, units] = all.data;
  const own = units.find(({ id }) => id === worker.county);
  const ofCounty = cycles.filter(({ county }) => county === worker.county);
  return (
    <>
      <StatusMessage>{message}</StatusMessage>
      <PublicCycles cycles={ofCounty} />
      {own && <PublicCoverage county={own} />}
      <MailSettings worker={worker} mail={settings.mail} units={units} onMessage={setMessage} />
      <Backup cycles={ofCounty} onMessage={setMessage} />
      <Installation settings={settings} units={units} />
    </>
  );
}
