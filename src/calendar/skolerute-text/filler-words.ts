/** Words between dates that change nothing of them. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  `kl den det dato dag dagen dager dagar er blir i på for ved av med dvs vil si altså har alle begge også òg samme same
  inkl inklusive inkludert medregnet fram frem skoleåret skuleåret skolen skulen skolene skulane
  elevene elevane elever elevar`.split(/\s+/),
);
