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
  /** What the field is called in its form. */
  readonly name?: string;
  readonly isSmall?: boolean;
}

/** A field in which one of several is chosen. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChoose,
  error,
  name,
  isSmall = false,
}: ChoiceProps<T>) {
  return (
    <Field {...(isSmall && { 'data-size': 'sm' })}>
      <Label>{label}</Label>
      <Select
        name={name}
        value={value}
        aria-invalid={error !== undefined}
        onChange={(event) => onChoose(event.target.value as T)}
      >
        {options.map((option) => (
          <Select.Option key={option.id} value={option.id}>
            {option.name}
          </Select.Option>
        ))}
      </Select>
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}
