import { defineProgram } from '#lib/catalogue/define.ts';

export const passenger = defineProgram({
  program: 'passenger',
  title: 'Phusion Passenger',
  role: 'backend',
  processes: ['Passenger*', 'PassengerAgent', 'ruby*'],
  limits: [
    {
      kind: 'execution',
      setting: 'passenger.max_request_time',
      written: 'passenger_max_request_time',
      unit: 'ms',
      values: [{ since: '5.0.0', value: null, note: 'Of the Enterprise edition.' }],
      manual: 'https://www.phusionpassenger.com/library/config/nginx/reference/#passenger_max_request_time',
    },
    {
      kind: 'recycle',
      setting: 'passenger.max_requests',
      written: 'passenger_max_requests',
      unit: 'count',
      values: [{ since: '5.0.0', value: null }],
      manual: 'https://www.phusionpassenger.com/library/config/nginx/reference/#passenger_max_requests',
    },
    {
      kind: 'capacity',
      setting: 'passenger.max_pool_size',
      written: 'passenger_max_pool_size',
      unit: 'count',
      values: [{ since: '5.0.0', value: 6 }],
      manual: 'https://www.phusionpassenger.com/library/config/nginx/reference/#passenger_max_pool_size',
    },
    {
      kind: 'capacity',
      setting: 'passenger.max_request_queue_size',
      written: 'passenger_max_request_queue_size',
      unit: 'count',
      values: [{ since: '5.0.0', value: 100 }],
      manual:
        'https://www.phusionpassenger.com/library/config/nginx/reference/#passenger_max_request_queue_size',
    },
  ],
});
