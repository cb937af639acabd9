/** Vestfold's real dates of 2026/2027, as a county sends them. */
export const SKOLERUTE_CSV = `hva;fra;til
Første skoledag;17.08.2026;
Høstferie;05.10.2026;09.10.2026
Juleferie;19.12.2026;04.01.2027
Vinterferie;22.02.2027;26.02.2027
Påskeferie;22.03.2027;29.03.2027
Inneklemt fridag;07.05.2027;
Siste skoledag;18.06.2027;
`;
