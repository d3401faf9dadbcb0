import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FILES, writeCertificates } from './write.ts';

const { values } = parseArgs({
  options: { host: { type: 'string' }, folder: { type: 'string', default: 'certificate' } },
});
const folder = resolve(values.folder);
try {
  const { host, begun } = await writeCertificates(folder, values.host);
  const [server, key] = FILES.server.map((name) => join(folder, name));
  console.log(`AZUKARI_TLS_CERT=${server ?? ''}\nAZUKARI_TLS_KEY=${key ?? ''}\nhttps://${host}:3000`);
  if (begun)
    console.log(
      [
        '',
        `タブレットには ${join(folder, FILES.profile)}（iPad）か ${join(folder, FILES.authority[0])}（Android・Windows）を入れてください。`,
        `${join(folder, FILES.authority[1])} はUSBメモリに移して金庫へ。来年、同じフォルダにもどしてこのコマンドを実行すると、タブレットはそのままで更新できます。`,
        `Put ${FILES.profile} (iPad) or ${FILES.authority[0]} (Android, Windows) on the tablets, and ${FILES.authority[1]} on a USB stick in the safe.`,
      ].join('\n'),
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
