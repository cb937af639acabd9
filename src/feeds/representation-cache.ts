import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

export const CODINGS = ['br', 'gzip', 'identity'] as const;

/** A content coding (RFC 9110 8.4.1). */
export type Coding = (typeof CODINGS)[number];

const compress: Record<Exclude<Coding, 'identity'>, (bytes: Buffer) => Promise<Buffer>> = {
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
};

/** Caches the bytes of contents within a budget of bytes; each coding is made when first requested. */
export class RepresentationCache {
  readonly #kept: LRUCache<string, Buffer>;
  readonly #making = new Map<string, Promise<Buffer>>();

  constructor(budget: number) {
    this.#kept = new LRUCache({ maxSize: budget, sizeCalculation: (bytes) => bytes.length + 200 });
  }

  /** The bytes of a content in a coding, when they are cached. */
  kept(etag: string, coding: Coding): Buffer | undefined {
    return this.#kept.get(`${coding} ${etag}`);
  }

  /** The bytes of a content in a coding; `make` gives them uncompressed. Asked for twice at once, they are made once. */
  async bytes(etag: string, coding: Coding, make: () => Buffer): Promise<Buffer> {
    const key = `${coding} ${etag}`;
    const known = this.#kept.get(key) ?? this.#making.get(key);
    if (known) return known;
    const plain = this.#kept.get(`identity ${etag}`) ?? make();
    if (coding === 'identity') {
      this.#kept.set(key, plain);
      return plain;
    }
    const making = compress[coding](plain);
    this.#making.set(key, making);
    try {
      const bytes = await making;
      this.#kept.set(key, bytes);
      return bytes;
    } finally {
      this.#making.delete(key);
    }
  }
}
