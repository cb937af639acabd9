/** Where a command writes: results to `out`, messages to `err`. */
export interface Output {
  out(content: string | Uint8Array): void;
  err(text: string): void;
}
