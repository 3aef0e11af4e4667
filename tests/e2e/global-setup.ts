import { buildExtension } from '../../scripts/build.ts';

/** Builds what the specs drive, when the sources have changed. */
export default async function build(): Promise<void> {
  await buildExtension('chrome', console.log);
  await buildExtension('firefox', console.log);
}
