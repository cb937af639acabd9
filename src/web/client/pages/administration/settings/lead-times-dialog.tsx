import { useState } from 'react';
import type { Unit } from '../../../../../units/unit.js';
import { LeadTimeFields } from '../../../administration/lead-time-fields.js';
import { leadTimesFrom, leadTimesTexts } from '../../../administration/lead-times.js';
import { ReminderWayField } from '../../../administration/reminder-way-field.js';
import { pointedFields } from '../../../data/api/pointed-fields.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { WorkDialog } from '../../../ui/dialog/work-dialog.js';
import { useChangeUnit } from './settings.js';

interface LeadTimesDialogProps {
  readonly unit: Unit;
  readonly onClose: () => void;
  readonly onDone: (unit: Unit) => void;
}

/** Changes how a unit is reminded and, when of each task, how long before. */
export function LeadTimesDialog({ unit, onClose, onDone }: LeadTimesDialogProps) {
  const { t } = useTexts();
  const change = useChangeUnit();
  const [texts, setTexts] = useState(() => leadTimesTexts(unit.leadTimes));
  const [reminders, setReminders] = useState(unit.reminders);
  const flawed = pointedFields(change.error);
  return (
    <WorkDialog
      title={t('work.settings.lead-times-of', { name: unit.name })}
      confirm={t('work.administration.save')}
      isPending={change.isPending}
      error={change.error}
      isErrorShown={flawed.size > 0}
      onConfirm={(close) =>
        change.mutate(
          { unit, patch: { reminders, leadTimes: leadTimesFrom(texts) } },
          {
            onSuccess: (changed) => {
              onDone(changed);
              close();
            },
          },
        )
      }
      onClose={onClose}
    >
      <ReminderWayField value={reminders} onChoose={setReminders} />
      {reminders === 'each-task' && (
        <LeadTimeFields
          texts={texts}
          flawed={flawed}
          description={t('work.settings.lead-times-help')}
          onChange={setTexts}
        />
      )}
    </WorkDialog>
  );
}
