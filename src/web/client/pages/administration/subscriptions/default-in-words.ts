import { contentFilter } from '../../../../../feeds/entries/content-filter.js';
import type { Translate } from '../../../../../language/translate.js';
import type { TaskFilter } from '../../../../../task/filter/task-filter.js';
import { withContent } from '../../../task/feed/feed-choices.js';

/** What a feed of a filter shows when its owner chooses no content, as the service decides it. */
export function defaultInWords(filter: TaskFilter, t: Translate): string {
  const { level, concernsOnly } = contentFilter(withContent(filter, null));
  if (concernsOnly) return t('filter.concerns-only');
  return level === undefined ? t('work.subscriptions.all-chosen') : t(`filter.level-${level}`);
}
