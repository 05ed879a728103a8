import { defineClue } from '#lib/catalogue/define.ts';

export const codedeployLifecycleEvent = defineClue({
  id: 'codedeploy/lifecycle-event',
  formats: ['leading-time', 'plain'],
  needles: ['LifecycleEvent - '],
  means: 'The agent of CodeDeploy runs a step that stops or starts the application on this instance.',
  provenance: {
    project: 'aws-codedeploy-agent',
    file: 'lib/instance_agent/plugins/codedeploy/hook_executor.rb',
    version: '1.8.1',
  },
  pattern:
    /^(?:\[d-[0-9A-Z]{1,20}\])?LifecycleEvent - (?<reason>ApplicationStop|AfterInstall|ApplicationStart|BeforeBlockTraffic|BlockTraffic)$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -60000, to: 5000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: '[2026-11-22 12:00:02.123] [d-123456789]LifecycleEvent - ApplicationStop',
      gives: { reason: 'ApplicationStop' },
      from: 'rebuilt from the template, aws-codedeploy-agent 1.8.1 lib/instance_agent/log.rb',
    },
    {
      line: '2026-11-22 12:00:02 LifecycleEvent - ApplicationStart',
      gives: { reason: 'ApplicationStart' },
      from: 'rebuilt from the template, aws-codedeploy-agent 1.8.1 lib/instance_agent/plugins/codedeploy/hook_executor.rb, scripts.log',
    },
  ],
  nearMisses: [
    { line: '2026-11-22 12:00:02 LifecycleEvent - ValidateService', because: 'a look at what runs' },
    { line: '2026-11-22 12:00:02 Script - scripts/stop.sh', because: 'a script of such a step' },
  ],
});
