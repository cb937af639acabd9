/** A cooperation task as somebody adds it, with what has to be said of it and no more. */
export const PARENTS_MEETING = {
  title: 'Foreldremøte',
  kind: 'cooperation',
  phase: 'oppstart-vg1',
  category: 'koordinering',
  actor: 'school',
  partners: ['parents'],
  start: '2026-09-10',
};
