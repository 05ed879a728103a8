import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const passengerAgentCrashed = defineClue({
  id: 'passenger/agent-crashed',
  formats: [...anyText],
  needles: ['crashed with signal', 'crashed with exit status'],
  means: 'A process of Passenger itself crashed, and its watchdog starts it again.',
  provenance: { project: 'passenger', file: 'src/agent/Watchdog/AgentWatcher.cpp', version: '5.0 to 6.0.23' },
  pattern:
    /^(?:Phusion )?Passenger [\w ]{2,40} \(pid=(?<pid>\d+)\) crashed with (?:signal (?<signal>SIG[A-Z]{2,8})|exit status (?<code>\d+)), (?:restarting it|but it should have exited cleanly)/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '[ E 2026-04-21 15:11:56.1989 2919573/T8 age/Wat/AgentWatcher.cpp:97 ]: Passenger core (pid=2919573) crashed with signal SIGSEGV, restarting it...',
      gives: { pid: 2_919_573, signal: 'SIGSEGV' },
      from: 'rebuilt from the template, Passenger 6.0.23',
      format: 'leading-time',
    },
    {
      line: '[ E 2026-04-21 15:11:56.1989 2919573/T8 age/Wat/AgentWatcher.cpp:97 ]: Passenger core (pid=2919573) crashed with exit status 2, restarting it...',
      gives: { code: 2 },
      from: 'rebuilt from the template, Passenger 6.0.23',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR thumbnail worker (pid=4711) crashed with signal SIGSEGV, restarting it',
      because: 'a helper of an application',
      format: 'leading-time',
    },
  ],
});
