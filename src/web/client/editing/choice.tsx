import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';

export interface Option<T extends string = string> {
  readonly id: T;
  readonly name: string;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChoose: (value: T) => void;
  readonly error?: string | undefined;
}

/** One of several. */
export function Choice<T extends string>({ label, value, options, onChoose, error }: ChoiceProps<T>) {
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        value={value}
        aria-invalid={error !== undefined}
        onChange={(event) => onChoose(event.target.value as T)}
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
