import process from 'node:process';
import { lookOf } from '#functions/cli/look.ts';
import { playDemo } from './play.ts';

process.stdout.write(await playDemo(lookOf(process.stdout)));
