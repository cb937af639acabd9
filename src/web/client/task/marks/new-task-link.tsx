import { Button } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { Link } from 'wouter';
import { useTexts } from '../../data/language/use-texts.js';
import { useEditAddress } from './edit-address.js';

/** A link to the form of a new task in the cycle shown. */
export function NewTaskLink() {
  const { t } = useTexts();
  const addressOf = useEditAddress();
  return (
    <Button asChild data-size="sm">
      <Link href={addressOf('new')}>
        <PlusIcon aria-hidden />
        {t('work.editing.new')}
      </Link>
    </Button>
  );
}
