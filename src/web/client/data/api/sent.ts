/** A request that sends JSON. `version` is the one that the change starts from. */
export function sent(method: 'POST' | 'PATCH', body: object, version?: number): RequestInit {
  return {
    method,
    headers: { 'Content-Type': 'application/json', ...(version !== undefined && ifMatch(version)) },
    body: JSON.stringify(body),
  };
}

/** A request that takes away what is at a version. */
export function removed(version: number): RequestInit {
  return { method: 'DELETE', headers: ifMatch(version) };
}

const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });
