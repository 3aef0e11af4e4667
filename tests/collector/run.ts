import { main } from '../../collector/server/command.ts';

await main(process.env);
