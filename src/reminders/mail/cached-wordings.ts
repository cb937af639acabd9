import type { Language } from '../../language/text.js';
import type { TaskWording } from '../../task/wording.js';

/** Wordings that cache their texts: a thousand mails of one morning repeat most of them a thousand times. */
export function cachedWordings(
  wordingIn: (language: Language) => TaskWording,
): (language: Language) => TaskWording {
  const known = new Map<Language, TaskWording>();
  return (language) => {
    let wording = known.get(language);
    if (!wording) {
      wording = { ...wordingIn(language), t: keeping(wordingIn(language).t) };
      known.set(language, wording);
    }
    return wording;
  };
}

function keeping(translate: TaskWording['t']): TaskWording['t'] {
  const said = new Map<string, string>();
  return (key, values) => {
    const asked = values === undefined ? key : `${key} ${JSON.stringify(values)}`;
    let text = said.get(asked);
    if (text === undefined) {
      text = translate(key, values);
      said.set(asked, text);
    }
    return text;
  };
}
