import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Answer } from './api.ts';

/** Delivers one message by LMTP, and returns the reply. */
export async function deliver(port: number, to: string, message: string): Promise<Answer> {
  const socket = connect(port, '127.0.0.1');
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const reply = async (): Promise<string> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('LMTP closed the connection');
      // A dash after the number says that more lines follow.
      if (!/^\d{3}-/.test(value)) return value;
    }
  };
  const say = async (line: string): Promise<string> => {
    socket.write(`${line}\r\n`);
    return reply();
  };
  try {
    await reply();
    await say('LHLO check.example');
    await say('MAIL FROM:<sender@example.net>');
    const recipient = await say(`RCPT TO:<${to}>`);
    if (!recipient.startsWith('250')) return { accepted: false, code: undefined };
    await say('DATA');
    const last = await say(`${message.replaceAll(/^\./gm, '..')}\r\n.`);
    if (last.includes('dropped by policy')) return { accepted: false, code: 'DroppedByPolicy' };
    return last.startsWith('250') ? { accepted: true } : { accepted: false, code: undefined };
  } finally {
    socket.destroy();
  }
}
