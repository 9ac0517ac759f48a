import { type Document, deserialize, serialize } from 'bson';

/** A request, and how to answer it, if it wants an answer. */
export interface Request {
  readonly body: Document;
  readonly answer?: (reply: Document) => Buffer;
}

const REPLY = 1;
const QUERY = 2004;
const MESSAGE = 2013;
const HEADER = 16;
const MORE_TO_COME = 2;

/** Splits a stream into MongoDB's messages: commands, and the query that begins an old handshake. */
export class WireReader {
  private rest = Buffer.alloc(0);

  read(chunk: Buffer): Request[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const requests: Request[] = [];
    while (this.rest.length >= HEADER && this.rest.length >= this.rest.readInt32LE(0)) {
      const length = this.rest.readInt32LE(0);
      requests.push(requestIn(this.rest.subarray(0, length)));
      this.rest = this.rest.subarray(length);
    }
    return requests;
  }
}

function requestIn(bytes: Buffer): Request {
  const [id, code] = [bytes.readInt32LE(4), bytes.readInt32LE(12)];
  if (code === MESSAGE) {
    const body = bodyIn(bytes);
    const silent = (bytes.readInt32LE(HEADER) & MORE_TO_COME) !== 0;
    return silent ? { body } : { body, answer: (reply) => framed(MESSAGE, id, Buffer.alloc(5), serialize(reply)) };
  }
  if (code !== QUERY) throw new Error(`an operation that nobody here knows: ${code}`);
  const from = bytes.indexOf(0, HEADER + 4) + 1 + 8;
  const head = Buffer.alloc(20);
  head.writeInt32LE(1, 16);
  return { body: documentAt(bytes, from), answer: (reply) => framed(REPLY, id, head, serialize(reply)) };
}

/** Section 0 is the command; a section 1 is one of its lists, document by document. */
function bodyIn(bytes: Buffer): Document {
  const body: Document = {};
  for (let at = HEADER + 4; at < bytes.length; ) {
    const sort = bytes[at] as number;
    const length = bytes.readInt32LE(at + 1);
    if (sort === 0) Object.assign(body, documentAt(bytes, at + 1));
    else {
      const nameEnd = bytes.indexOf(0, at + 5);
      const list: Document[] = [];
      for (let each = nameEnd + 1; each < at + 1 + length; each += bytes.readInt32LE(each)) {
        list.push(documentAt(bytes, each));
      }
      body[bytes.toString('utf8', at + 5, nameEnd)] = list;
    }
    at += 1 + length;
  }
  return body;
}

const documentAt = (bytes: Buffer, at: number): Document =>
  deserialize(bytes.subarray(at, at + bytes.readInt32LE(at)), { promoteBuffers: false });

function framed(code: number, answering: number, ...parts: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeInt32LE(HEADER + parts.reduce((sum, { length }) => sum + length, 0), 0);
  header.writeInt32LE(answering, 8);
  header.writeInt32LE(code, 12);
  return Buffer.concat([header, ...parts]);
}
