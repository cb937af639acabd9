import { Button } from '@digdir/designsystemet-react';

interface RowActionProps {
  /** What is done, to what: what those hear who do not see the row. */
  readonly label: string;
  readonly isDangerous?: boolean;
  readonly isPending?: boolean;
  readonly onAct: () => void;
  /** What is done. */
  readonly children: string;
}

/** What can be done with one row of a table. */
export function RowAction({
  label,
  isDangerous = false,
  isPending = false,
  onAct,
  children,
}: RowActionProps) {
  return (
    <Button
      variant="tertiary"
      data-size="sm"
      {...(isDangerous && { 'data-color': 'danger' })}
      aria-label={label}
      loading={isPending}
      onClick={onAct}
    >
      {children}
    </Button>
  );
}
