import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly error?: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** A field in which one of several is chosen. */
export function Choice({ label, value, options, error, onChoose }: ChoiceProps) {
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        value={value}
        aria-invalid={error !== undefined}
        onChange={(event) => onChoose(event.target.value)}
      >
        {options.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}
