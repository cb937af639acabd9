/** A request that sends JSON. `version` is the one that the change starts from. */
export function sent(method: 'POST' | 'PATCH', body: object, version?: number): RequestInit {
  return {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  };
}
