import { beforeAll, expect, it } from 'vitest';
import { playDemo } from '#functions/cli/demo/play.ts';
import { build, closecall, folder } from './command.ts';

beforeAll(build);
const { path } = folder();

it('closecall demo prints what npm start prints', async () => {
  const { code, stdout, stderr } = closecall(path, ['demo']);
  expect(stdout).toBe(await playDemo({ width: 100, colour: false }));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
