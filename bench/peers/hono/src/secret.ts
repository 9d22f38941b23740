import { createHash, randomBytes } from "node:crypto";

/** The secret of a draft or a link: 64 hexadecimal digits in cookie or path. */
export class Secret {
  private constructor(private readonly bytes: Buffer) {}

  static parse(text: string | undefined): Secret | undefined {
    return text !== undefined && /^[0-9a-f]{64}$/.test(text) ? new Secret(Buffer.from(text, "hex")) : undefined;
  }

  /** What the database keeps. */
  hash(): Buffer {
    return createHash("sha256").update(this.bytes).digest();
  }

  /** The private link of the claim that is sent with this secret. */
  firstLink(): Secret {
    return new Secret(createHash("sha256").update("aero private link 1\0").update(this.bytes).digest());
  }

  toString(): string {
    return this.bytes.toString("hex");
  }
}

const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A reference that people can read out. */
export function drawReference(): string {
  const signs = [...randomBytes(8)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return `AE-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** A UUID of version 7. */
export function drawId(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
