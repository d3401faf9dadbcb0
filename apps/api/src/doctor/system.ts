import { parse, resolve } from 'node:path';
import type { Computer } from './computer.ts';
import type { Finding } from './finding.ts';

const SLEEPS = ['sleep.target', 'suspend.target', 'hibernate.target', 'hybrid-sleep.target'];
/** In the plans of power of Windows: after how many seconds it sleeps or hibernates, plugged in. */
const WINDOWS_SLEEPS = ['STANDBYIDLE', 'HIBERNATEIDLE'];

/** lookAtSystem asks the system what the server depends on: a sealed disk, no sleep, no restart by itself. */
export async function lookAtSystem(folder: string, computer: Computer): Promise<readonly Finding[]> {
  const windows = computer.platform === 'win32';
  return [
    { kind: windows ? await bitlocker(folder, computer) : await luks(folder, computer) },
    { kind: windows ? await windowsSleep(computer) : await linuxSleep(computer) },
    { kind: windows ? 'restarts-unknown' : await linuxRestarts(computer) },
  ];
}

type Volume = 'volume-sealed' | 'volume-open' | 'volume-unknown';

async function luks(folder: string, { run }: Computer): Promise<Volume> {
  const device = (await run('findmnt', ['-n', '-o', 'SOURCE', '-T', resolve(folder)]))?.trim().replace(/\[.*/, '');
  if (!device?.startsWith('/dev/')) return 'volume-unknown';
  // From the file system down to the disk: somewhere on the way it has to be sealed.
  const layers = await run('lsblk', ['-n', '-s', '-o', 'TYPE', device]);
  if (layers === null || layers.trim() === '') return 'volume-unknown';
  return layers.split(/\s+/).includes('crypt') ? 'volume-sealed' : 'volume-open';
}

async function bitlocker(folder: string, { run }: Computer): Promise<Volume> {
  const drive = parse(resolve(folder)).root.slice(0, 2);
  const said = await run('manage-bde', ['-status', drive, '-ProtectionAsErrorLevel']);
  if (said !== null) return 'volume-sealed';
  // It ends with an error for an open drive and for who may not ask; only the first has a status.
  return (await run('manage-bde', ['-status', drive])) === null ? 'volume-unknown' : 'volume-open';
}

async function linuxSleep({ run }: Computer): Promise<'stays-awake' | 'may-sleep' | 'sleep-unknown'> {
  const states = await Promise.all(
    SLEEPS.map((target) => run('systemctl', ['show', '--property=LoadState', '--value', target])),
  );
  if (states.includes(null)) return 'sleep-unknown';
  return states.every((state) => state?.trim() === 'masked') ? 'stays-awake' : 'may-sleep';
}

async function windowsSleep({ run }: Computer): Promise<'stays-awake' | 'may-sleep' | 'sleep-unknown'> {
  const plans = await Promise.all(
    WINDOWS_SLEEPS.map((what) => run('powercfg', ['/query', 'SCHEME_CURRENT', 'SUB_SLEEP', what])),
  );
  // Whatever its language: the last two numbers are those of plugged in and on battery.
  const seconds = plans.map((plan) => plan?.match(/0x[0-9a-f]{8}/gi)?.at(-2));
  if (seconds.includes(undefined)) return 'sleep-unknown';
  return seconds.every((value) => Number(value) === 0) ? 'stays-awake' : 'may-sleep';
}

async function linuxRestarts({ run }: Computer): Promise<'restarts-asked' | 'restarts-alone' | 'restarts-unknown'> {
  const settings = await run('apt-config', ['dump', 'Unattended-Upgrade::Automatic-Reboot']);
  if (settings === null) return 'restarts-unknown';
  return /Automatic-Reboot "(true|1|yes|on)"/i.test(settings) ? 'restarts-alone' : 'restarts-asked';
}
