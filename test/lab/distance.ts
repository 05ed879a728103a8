import { connect, createServer, type Socket } from 'node:net';

/**
 * A way to a server on which everything takes a while, as between two machines: what is sent, the end of a connection,
 * and its reset. Answers with how to close it.
 */
export async function distance(port: number, server: number, delay: number): Promise<() => Promise<void>> {
  const open = new Set<Socket>();
  const way = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port: server, host: '127.0.0.1', allowHalfOpen: true });
    carried(near, far, delay);
    carried(far, near, delay);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
  });
  await new Promise<void>((resolve, reject) => {
    way.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => way.close(resolve));
  };
}

/** Timers of one length keep their order, and so do the bytes. */
function carried(from: Socket, to: Socket, delay: number): void {
  const later = (act: () => void) => setTimeout(() => to.destroyed || act(), delay);
  from
    .setNoDelay(true)
    .on('data', (bytes) => later(() => to.write(bytes)))
    .on('end', () => later(() => to.end()))
    .on('error', () => later(() => to.resetAndDestroy()));
}
