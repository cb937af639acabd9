/** Whether an address is that of a PostgreSQL server; else it is the path of an embedded database file. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}
