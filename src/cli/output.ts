/** Where a command writes: results to `out`, messages to `err`. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}
