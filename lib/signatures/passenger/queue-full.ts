import { anyText, defineClue, matched } from '#lib/catalogue/define.ts';

const words = /^Request queue is full\. Returning an error$/;

export const passengerQueueFull = defineClue({
  id: 'passenger/queue-full',
  formats: [...anyText],
  needles: ['Request queue is full. Returning an error'],
  means: 'Passenger turned a request away because its queue (max_request_queue_size) was full.',
  provenance: {
    project: 'passenger',
    file: 'src/agent/Core/ApplicationPool/Group/SessionManagement.cpp',
    version: '5.0 to 6.0.23',
  },
  // Passenger names the place in its source before its words.
  reads: (event) => (/\.cpp:\d+$/.test(event.fields['logger'] ?? '') ? matched(words, undefined, event) : []),
  points: [{ cause: 'overload', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[ W 2026-04-21 15:11:56.1989 2919573/T8 age/Cor/App/Group/SessionManagement.cpp:134 ]: Request queue is full. Returning an error',
      gives: {},
      from: 'rebuilt from the template, Passenger 6.0.23',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR Request queue is full. Returning an error',
      because: 'a queue of an application',
      format: 'leading-time',
    },
  ],
});
