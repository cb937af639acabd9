import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { NO_FILTER, readFilter, withFilter } from '../../src/web/client/task/filter/page-filter.js';
import {
  countByLevel,
  downloadSearchOf,
  type FilterScene,
  feedFilterOf,
  pickTasks,
} from '../../src/web/client/task/filter/pick-tasks.js';
import { schoolYear, taskOf } from './view-samples.js';

const SCHOOL = '39-horten-videregaende-skole';
const NAV = '39-nav-horten';

const scene: FilterScene = {
  schoolYear,
  today: isoDate('2026-11-25'),
  words: { months: [[], [], ['mars']], week: ['uke'], today: ['i dag'], thisWeek: [], nextWeek: [] },
  units: [
    { id: SCHOOL, name: 'Horten videregående skole', kind: 'school', partner: null },
    { id: NAV, name: 'NAV Horten', kind: 'partner', partner: 'nav' },
  ],
};

const tasks = [
  taskOf('autumn', '2026-09-01', '2026-09-01', { level: 'essential', actor: 'school-owner' }),
  taskOf('winter', '2027-02-20', '2027-03-02', { level: 'recommended', actor: 'school-owner' }),
  taskOf('spring', '2027-03-15', '2027-03-15', { level: 'complete', actor: 'school-owner' }),
  taskOf('school', '2027-03-20', '2027-03-20', { level: 'complete', actor: 'school' }),
  taskOf('nav', '2027-04-20', '2027-04-20', { level: 'complete', actor: 'school-owner', partners: ['nav'] }),
];

const picked = (address: string) =>
  pickTasks(tasks, readFilter(new URLSearchParams(address)), scene).map(({ id }) => id);

describe('the filter of the page', () => {
  it('shows what is essential and recommended until another level is chosen', () => {
    expect(picked('')).toEqual(['autumn', 'winter']);
    expect(picked('level=essential')).toEqual(['autumn']);
    expect(picked('level=complete')).toEqual(['autumn', 'winter', 'spring', 'school', 'nav']);
    expect(picked('level=much')).toEqual(picked(''));
    expect(countByLevel(tasks, NO_FILTER, scene)).toEqual({ essential: 1, recommended: 2, complete: 5 });
  });

  it('shows a unit whatever it is to do or takes part in', () => {
    expect(picked(`unit=${SCHOOL}`)).toEqual(['autumn', 'winter', 'school']);
    expect(picked(`unit=${SCHOOL}&level=essential`)).toEqual(['autumn', 'school']);
    expect(picked(`unit=${NAV}&level=essential`)).toEqual(['autumn', 'nav']);
  });

  it('shows the days chosen, of them those that its words name', () => {
    expect(picked('level=complete&from=2027-03-01&to=2027-03-31')).toEqual(['winter', 'spring', 'school']);
    expect(picked('level=complete&q=mars')).toEqual(['winter', 'spring', 'school']);
    expect(picked('level=complete&q=mars&to=2027-03-10')).toEqual(['winter']);
    expect(picked('from=today')).toEqual(['winter']);
    expect(picked('level=complete&q=oppgave spring')).toEqual(['spring']);
  });

  it('is the same when it is read back from the address', () => {
    const address = `phase=oppstart-vg1&unit=${SCHOOL}&q=mars&from=today&to=2027-03-31&level=essential`;
    const filter = readFilter(new URLSearchParams(address));
    expect(withFilter(new URLSearchParams(), filter).toString()).toBe(
      new URLSearchParams(address).toString(),
    );
  });

  it('names the common view where the address named a unit, and nothing where it did not', () => {
    const changed = (address: string) =>
      withFilter(new URLSearchParams(address), { ...NO_FILTER, text: 'skole' }).toString();
    expect(changed(`unit=${SCHOOL}`)).toBe('unit=common&q=skole');
    expect(changed('unit=common')).toBe('unit=common&q=skole');
    expect(changed('')).toBe('q=skole');
    expect(readFilter(new URLSearchParams('unit=common')).unit).toBeNull();
  });

  it('makes a feed without its days, and a poster with them', () => {
    const filter = readFilter(new URLSearchParams('phase=oppstart-vg1&q=mars&level=complete'));
    expect(feedFilterOf(filter, scene)).toEqual({ phases: ['oppstart-vg1'], level: 'complete' });
    expect(downloadSearchOf(filter, scene)).toEqual({
      phase: 'oppstart-vg1',
      level: 'complete',
      from: '2027-03-01',
      to: '2027-03-31',
    });
    expect(feedFilterOf(NO_FILTER, scene)).toEqual({ level: 'recommended' });
  });
});
