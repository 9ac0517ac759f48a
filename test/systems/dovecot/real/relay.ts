import { connect, createServer, type Server, type Socket } from 'node:net';

/** What happens to a connection after a given number of bytes of the old system's answers. */
export type Interruption = { readonly after: number; readonly how: 'cut' | 'stall' };

/** A relay between the two systems on loopback, which passes on only the beginning of the old system's answers. */
export class Relay {
  readonly port: number;
  /** Resolves when the trouble begins. */
  readonly troubled: Promise<void>;
  private begins: () => void = () => {};
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(server: Server, port: number) {
    this.server = server;
    this.port = port;
    this.troubled = new Promise((resolve) => {
      this.begins = resolve;
    });
  }

  static async start(to: number, { after, how }: Interruption): Promise<Relay> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const relay = new Relay(server, typeof address === 'object' && address ? address.port : 0);
    server.on('connection', (near) => {
      const far = connect(to, '127.0.0.1');
      for (const socket of [near, far]) relay.keep(socket);
      near.pipe(far);
      let passed = 0;
      far.on('data', (part) => {
        const left = after - passed;
        passed += part.length;
        if (passed <= after) {
          near.write(part);
          return;
        }
        relay.begins();
        if (how === 'stall') {
          near.write(part.subarray(0, Math.max(left, 0)));
          far.pause();
        } else {
          near.destroy();
          far.destroy();
        }
      });
      far.on('close', () => near.destroy());
      near.on('close', () => far.destroy());
    });
    return relay;
  }

  /** Closes every connection, stalled ones too. */
  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => this.sockets.delete(socket));
  }
}
