import { Button } from '@digdir/designsystemet-react';

interface RowActionProps {
  /** The action and its object, for screen readers. */
  readonly label: string;
  readonly isDangerous?: boolean;
  readonly isPending?: boolean;
  readonly onAct: () => void;
  /** What is done. */
  readonly children: string;
}

/** An action on one row of a table. */
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
