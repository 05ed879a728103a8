import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const root = process.getuid?.() === 0;

/** Debian's Chromium, put there first where it is missing. Throws where that cannot be done. */
export async function launched(): Promise<Browser> {
  const path = found() ?? installed();
  // Chromium refuses to run as root with its sandbox.
  return chromium.launch({ executablePath: path, args: root ? ['--no-sandbox'] : [] });
}

const found = (): string | undefined => places.find((place) => existsSync(place));

function installed(): string {
  if (!root || !existsSync('/usr/bin/apt-get'))
    throw new Error(
      `there is no Chromium (${places.join(', ')}): install it, on Debian with apt-get install chromium`,
    );
  const apt = (...args: readonly string[]) =>
    execFileSync('apt-get', [...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  const path = found();
  if (path === undefined)
    throw new Error('apt-get installed chromium, and it is in none of the known places');
  return path;
}
