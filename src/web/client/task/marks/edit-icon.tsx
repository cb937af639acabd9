import { Button } from '@digdir/designsystemet-react';
import { PencilIcon } from '@navikt/aksel-icons';
import { Link } from 'wouter';
import { useTexts } from '../../data/language/use-texts.js';

/** A pencil that links to the form of a task. */
export default function EditIcon({ title, address }: { readonly title: string; readonly address: string }) {
  const { t } = useTexts();
  return (
    <Button asChild icon variant="tertiary" data-size="sm">
      <Link href={address} aria-label={t('work.editing.edit-of', { title })}>
        <PencilIcon aria-hidden />
      </Link>
    </Button>
  );
}
