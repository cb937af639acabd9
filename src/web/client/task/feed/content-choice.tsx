import type { TaskFilter } from '../../../../task/filter/task-filter.js';
import { useTexts } from '../../data/language/use-texts.js';
import { Choice } from '../../ui/field/choice.js';
import { CONTENTS, contentOf, type FeedContent, withContent } from './feed-choices.js';

/** What stands for the default among the choices. */
const DEFAULT = '';

interface ContentChoiceProps {
  readonly filter: TaskFilter;
  /** What the default is called where it can be chosen. */
  readonly byDefault?: string;
  readonly onFilter: (filter: TaskFilter) => void;
}

/** The choice of how much a feed shows; what concerns a unit only where the filter names one. */
export function ContentChoice({ filter, byDefault, onFilter }: ContentChoiceProps) {
  const { t } = useTexts();
  const contents = CONTENTS.filter((content) => content !== 'concerns' || filter.unit !== undefined);
  return (
    <Choice<FeedContent | typeof DEFAULT>
      label={t('subscribe.content')}
      value={contentOf(filter) ?? DEFAULT}
      options={[
        ...(byDefault === undefined ? [] : [{ id: DEFAULT, name: byDefault } as const]),
        ...contents.map((id) => ({ id, name: t(`subscribe.contents.${id}`) })),
      ]}
      onChoose={(content) => onFilter(withContent(filter, content === DEFAULT ? null : content))}
    />
  );
}
