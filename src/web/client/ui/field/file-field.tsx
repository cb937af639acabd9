import { Textfield } from '@digdir/designsystemet-react';

interface FileFieldProps {
  readonly label: string;
  readonly description: string;
  /** The endings of the files that can be read: `.csv,.xlsx`. */
  readonly accept: string;
  readonly className?: string | undefined;
  readonly onChoose: (file: File) => void;
}

/** A field in which a file is chosen; the same file, mended, can be chosen again. */
export function FileField({ label, description, accept, className, onChoose }: FileFieldProps) {
  return (
    <Textfield
      type="file"
      accept={accept}
      className={className}
      label={label}
      description={description}
      onClick={(event) => {
        event.currentTarget.value = '';
      }}
      onChange={(event) => {
        const [file] = (event.target as HTMLInputElement).files ?? [];
        if (file) onChoose(file);
      }}
    />
  );
}
