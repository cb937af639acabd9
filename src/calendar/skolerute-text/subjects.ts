import type { Break } from '../skolerute.js';

/** What words of a skolerute are about. */
export type Subject =
  | { readonly is: 'first-school-day' }
  | { readonly is: 'last-school-day' }
  | { readonly is: 'break'; readonly break: Break }
  | { readonly is: 'some-break' }
  | { readonly is: 'before' | 'after'; readonly of: Break | 'summer' }
  | { readonly is: 'term'; readonly term: 'autumn' | 'spring' }
  | { readonly is: 'off' }
  | { readonly is: 'pupils-off' }
  | { readonly is: 'planning-day' }
  | { readonly is: 'not-of-pupils' }
  | { readonly is: 'public-holiday' }
  | { readonly is: 'summer' }
  | { readonly is: 'school-day' }
  | { readonly is: 'some-pupils' }
  | { readonly is: 'unclear' }
  /** Words between dates that are none of these. */
  | { readonly is: 'unknown' };

const SCHOOL = '(?:skole|skule)';
const PUPILS = '(?:elevene|elevane|elever|elevar|eleven)';

const BESIDE: readonly (readonly [Break | 'summer', string])[] = [
  ['autumn-break', '(?:høst|haust)(?:ferie|fri)\\p{L}*'],
  ['christmas-break', '(?:jul|jula|jule\\p{L}*|jol|jola|jole\\p{L}*|nyttår\\p{L}*|nyår\\p{L}*|nytt år)'],
  ['winter-break', 'vinter(?:ferie|fri)\\p{L}*'],
  ['easter-break', 'påske\\p{L}*'],
  ['summer', '(?:sommer|sommar|sumar)\\p{L}*'],
];

/** Several words that mean something together, tried before single words. */
export const SUBJECT_PHRASES: readonly (readonly [string, Subject])[] = [
  ...BESIDE.flatMap(([of, words]): (readonly [string, Subject])[] => [
    [`(?:før|fram til|innan) (?:den )?${words}`, { is: 'before', of }],
    [`etter (?:den )?${words}`, { is: 'after', of }],
  ]),
  [`(?:første|fyrste|siste) (?:ferie|fri)dag(?:en)?`, { is: 'unclear' }],
  [`(?:etter|ved|frå|fra) ${SCHOOL}slutt`, { is: 'unclear' }],
  [`(?:vanleg|vanlig|ordinær)e? ${SCHOOL}dag(?:er|ar)?`, { is: 'school-day' }],
  [
    `${PUPILS} (?:har|møter|skal ha|på) (?:vanlig |vanleg )?(?:skole|skule|undervisning)`,
    { is: 'school-day' },
  ],
  [`(?:første|fyrste|1\\.) (?:${SCHOOL}|undervisnings|opplærings)?dag(?:en)?`, { is: 'first-school-day' }],
  [
    `(?:${SCHOOL}n|skolene|skulane|${SCHOOL}året|undervisningen|undervisninga|elevene|elevane) (?:starter|startar|begynner|byrjar|tar til|tek til)`,
    { is: 'first-school-day' },
  ],
  [`siste (?:${SCHOOL}|undervisnings|opplærings)?dag(?:en)?`, { is: 'last-school-day' }],
  [
    `(?:${SCHOOL}n|${SCHOOL}året|undervisningen|undervisninga) (?:slutter|sluttar|avsluttes|blir avslutta)`,
    { is: 'last-school-day' },
  ],
  [`${PUPILS} (?:har |får |skal ha )?fri\\p{L}*`, { is: 'pupils-off' }],
  [`(?:fri|fridag|fridager|fridagar) for (?:alle )?${PUPILS}`, { is: 'pupils-off' }],
  [`fri (?:fra|frå) (?:skolen|skulen|undervisning\\p{L}*)`, { is: 'pupils-off' }],
  [`(?:ingen|inga) undervisning`, { is: 'pupils-off' }],
  [`[12]\\.? ?(?:påske|jule|jole|pinse)dag`, { is: 'public-holiday' }],
  [`(?:kristi|krist|kr\\.?) himmelfart\\p{L}*`, { is: 'public-holiday' }],
  [`offentleg(?:e|) (?:fridag|høgtidsdag|heilagdag)\\p{L}*`, { is: 'public-holiday' }],
  [`offentlige? (?:fridag|høytidsdag|helligdag)\\p{L}*`, { is: 'public-holiday' }],
  [`offentl(?:ig|eg) fri`, { is: 'public-holiday' }],
  [`røde? dag(?:er)?|raude? dag(?:ar)?`, { is: 'public-holiday' }],
];

/** Beginnings of words, and what the word is then about; the first that fits counts. */
const WORDS: readonly (readonly [RegExp, Subject])[] = [
  [/^(?:sfo|aks|barnehage|aktivitetsskole|aktivitetsskule|kulturskole|kulturskule)/, { is: 'not-of-pupils' }],
  [
    /^vg[123]$|^(?:trinn|trinnet|klassetrinn|årssteg)$|^(?:avgangs|russ|lærling|yrkesfag|påbygg|studiespes)/,
    { is: 'some-pupils' },
  ],
  [/^(?:høst|haust)(?:ferie|fri)/, { is: 'break', break: 'autumn-break' }],
  [/^(?:jule|jole|jola|jul)(?:ferie|fri)/, { is: 'break', break: 'christmas-break' }],
  [/^vinter(?:ferie|fri)/, { is: 'break', break: 'winter-break' }],
  [/^påske(?:ferie|fri|$)/, { is: 'break', break: 'easter-break' }],
  [/^(?:jul|jol)$/, { is: 'break', break: 'christmas-break' }],
  [/^(?:sommer|sommar|sumar)/, { is: 'summer' }],
  [/^(?:skole|skule)(?:start|oppstart|begynnelse)/, { is: 'first-school-day' }],
  [/^(?:skole|skule)(?:slutt|avslut)/, { is: 'last-school-day' }],
  [
    /planle(?:gg|ggj)ingsdag|^plandag|^kursdag|^nettverksdag|^utviklingsdag|^kompetansedag/,
    { is: 'planning-day' },
  ],
  [/^elev(?:ene|ane|s)?-?fri|^(?:skole|skule|undervisnings)-?fri/, { is: 'pupils-off' }],
  [/fridag|^fri$|^inneklem/, { is: 'off' }],
  [/^(?:skole|skule)?(?:ferie|ferien|ferier|feriar|feriane|feriene)-?$/, { is: 'some-break' }],
  [
    /^(?:skjærtorsdag|langfredag|pinse|palmesøndag|palmesundag|nyttårsdag|nyttårsaften|nyttårsafta|julaften|julafta|jolafta|julekveld|grunnlovsdag|nasjonaldag|helligdag|heilagdag|høytidsdag|høgtidsdag|himmelfart|påskeaften|påskeafta)/,
    { is: 'public-holiday' },
  ],
  [/^(?:høst|haust)(?:en|$|semester|halvår|termin)/, { is: 'term', term: 'autumn' }],
  [/^vår(?:en|$|semester|halvår|termin)/, { is: 'term', term: 'spring' }],
];

/** What a word is about, by itself; undefined for any other word. */
export function subjectOfWord(word: string): Subject | undefined {
  return WORDS.find(([pattern]) => pattern.test(word))?.[1];
}
