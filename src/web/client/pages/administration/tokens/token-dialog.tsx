import { Checkbox, Fieldset, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { TOKEN_SCOPES } from '../../../../../routing/caller.js';
import { pointedFields } from '../../../data/api/pointed-fields.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { WorkDialog } from '../../../ui/dialog/work-dialog.js';
import { Choice } from '../../../ui/field/choice.js';
import { type MadeToken, type NewToken, useMakeToken } from './tokens.js';

const LASTS_DAYS = [30, 90, 180, 366];

interface TokenDialogProps {
  readonly onClose: () => void;
  readonly onMade: (token: MadeToken) => void;
}

/** Creates a token: its name, what it can be used for, and for how long. */
export function TokenDialog({ onClose, onMade }: TokenDialogProps) {
  const { t } = useTexts();
  const make = useMakeToken();
  const [token, setToken] = useState<NewToken>({ name: '', scopes: ['read'], days: 90 });
  const flawed = pointedFields(make.error);
  return (
    <WorkDialog
      title={t('work.tokens.add')}
      confirm={t('work.tokens.make')}
      isPending={make.isPending}
      error={make.error}
      isErrorShown={flawed.size > 0}
      onConfirm={(close) =>
        make.mutate(token, {
          onSuccess: (made) => {
            onMade(made);
            close();
          },
        })
      }
      onClose={onClose}
    >
      <Textfield
        label={t('work.tokens.name')}
        description={t('work.tokens.name-help')}
        autoComplete="off"
        value={token.name}
        onChange={(event) => setToken({ ...token, name: event.target.value })}
        error={flawed.has('name') ? t('work.tokens.name-flaw') : undefined}
      />
      <Fieldset>
        <Fieldset.Legend>{t('work.tokens.scopes')}</Fieldset.Legend>
        {TOKEN_SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            label={t(`work.tokens.scope.${scope}`)}
            value={scope}
            checked={token.scopes.includes(scope)}
            aria-invalid={flawed.has('scopes')}
            onChange={(event) =>
              setToken({
                ...token,
                scopes: TOKEN_SCOPES.filter((each) =>
                  each === scope ? event.target.checked : token.scopes.includes(each),
                ),
              })
            }
          />
        ))}
        {flawed.has('scopes') && <ValidationMessage>{t('work.tokens.scopes-flaw')}</ValidationMessage>}
      </Fieldset>
      <Choice
        label={t('work.tokens.lasts')}
        value={String(token.days)}
        options={LASTS_DAYS.map((days) => ({
          id: String(days),
          name: t('work.tokens.days', { count: days }),
        }))}
        onChoose={(days) => setToken({ ...token, days: Number(days) })}
      />
    </WorkDialog>
  );
}
