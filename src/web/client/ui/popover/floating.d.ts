/** @floating-ui/dom itself, a file of its own; as much of it as is used. */
declare module 'virtual:floating' {
  /** Opaque: made here, taken there. */
  export type Middleware = { readonly name: string } | ((...given: never) => unknown);

  export interface Options<Part> {
    readonly middleware: readonly Part[];
  }

  type Make = (options: unknown) => Middleware;

  export interface Floating {
    readonly flip: Make;
    readonly limitShift: Make;
    readonly offset: Make;
    readonly shift: Make;
    readonly size: Make;
    computePosition(
      reference: Element,
      popover: HTMLElement,
      options: Options<Middleware>,
    ): Promise<{ readonly x: number; readonly y: number }>;
    autoUpdate(reference: Element, popover: HTMLElement, update: () => void): () => void;
  }

  export const flip: Make;
  export const limitShift: Make;
  export const offset: Make;
  export const shift: Make;
  export const size: Make;
  export const computePosition: Floating['computePosition'];
  export const autoUpdate: Floating['autoUpdate'];
}
