import type { Sender } from '#functions/ports.ts';
import type { Look } from '#lib/notifiers/terminal/pen.ts';
import { terminalAlert } from '#lib/notifiers/terminal.ts';

/** A medium that is somebody's eyes: the alert as the terminal shows it. */
export const printSender = (look: Look, print: (text: string, cid: string) => void): Sender => ({
  render: (alert) => ({ kind: 'print', text: terminalAlert(alert, look) }),
  send: async ({ text }, cid) => {
    print(text, cid);
    return { outcome: 'delivered' };
  },
});
