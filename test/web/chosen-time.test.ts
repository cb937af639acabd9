import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import {
  monthOfTime,
  readChosenTime,
  timeWords,
  withChosenTime,
} from '../../src/web/client/pages/cycles/view/any-view/chosen-time.js';
import { readShownPart, withShownPart } from '../../src/web/client/pages/cycles/view/any-view/shown-part.js';
import { zoomTo } from '../../src/web/client/pages/cycles/view/any-view/zoom.js';
import { schoolYear } from './view-samples.js';

const read = (search: string) => readChosenTime(new URLSearchParams(search), schoolYear);
const part = (search: string) => readShownPart(new URLSearchParams(search), schoolYear);

describe('the time chosen in an address', () => {
  it('is a day, a month, or the month or week that the wheel is zoomed to', () => {
    expect(read('date=2026-12-10')).toEqual({ kind: 'day', date: '2026-12-10' });
    expect(read('month=2026-12')).toEqual({ kind: 'month', month: '2026-12' });
    expect(read('zoom=month:2026-12-01')).toEqual({ kind: 'month', month: '2026-12' });
    expect(read('zoom=week:2026-12-07')).toEqual({ kind: 'day', date: '2026-12-07' });
  });

  it.each([
    '',
    'zoom=term:2027-01-05',
    'month=2026-13',
    'month=2028-02',
    'month=desember',
    'date=2026-02-30',
    'date=2026-07-31',
    'date=2027-08-01',
    'zoom=month:2030-01-01',
  ])('is none in %j', (search) => {
    expect(read(search)).toBeNull();
  });

  it('is written as one parameter, in the place of any other, beside what else the address says', () => {
    const search = new URLSearchParams(
      'phase=oppstart-vg1&zoom=term:2027-01-05&month=2026-09&date=2026-09-10',
    );
    const day = withChosenTime(search, { kind: 'day', date: isoDate('2026-12-10') });
    expect(day.toString()).toBe('phase=oppstart-vg1&date=2026-12-10');
    expect(withChosenTime(day, { kind: 'month', month: '2027-01' }).toString()).toBe(
      'phase=oppstart-vg1&month=2027-01',
    );
    expect(withChosenTime(day, null).toString()).toBe('phase=oppstart-vg1');
    expect(timeWords(day)).toBe('date=2026-12-10');
  });

  it('lies in a month', () => {
    expect(monthOfTime({ kind: 'day', date: isoDate('2026-12-10') })).toBe('2026-12');
    expect(monthOfTime({ kind: 'month', month: '2027-01' })).toBe('2027-01');
  });
});

describe('the part of the year that an address shows', () => {
  it('is the zoom, else the month that another view has chosen, else the year', () => {
    expect(part('zoom=term:2027-01-05&month=2026-12')).toEqual(
      zoomTo('term', isoDate('2027-01-05'), schoolYear),
    );
    expect(part('month=2026-12')).toEqual(zoomTo('month', isoDate('2026-12-01'), schoolYear));
    expect(part('date=2026-12-10')).toEqual(zoomTo('month', isoDate('2026-12-01'), schoolYear));
    expect(part('q=skole')).toEqual(zoomTo('year', schoolYear.from, schoolYear));
  });

  it('is the whole year once that is chosen, whatever month was', () => {
    const whole = zoomTo('year', schoolYear.from, schoolYear);
    const search = withShownPart(new URLSearchParams('q=skole&month=2026-12'), whole);
    expect(search.toString()).toBe('q=skole');
    expect(readShownPart(search, schoolYear)).toEqual(whole);
  });

  it('that is a month of one view is the chosen month of the others', () => {
    const january = zoomTo('month', isoDate('2027-01-20'), schoolYear);
    const search = withShownPart(new URLSearchParams('date=2026-12-10'), january);
    expect(readChosenTime(search, schoolYear)).toEqual({ kind: 'month', month: '2027-01' });
  });
});
