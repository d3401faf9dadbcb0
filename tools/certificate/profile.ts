import { createHash } from 'node:crypto';

/**
 * trustProfile is a configuration profile for iPad, iPhone and Mac that has them trust the authority (Apple, "Certificates payload");
 * the same certificate always makes the same profile, so that it replaces itself.
 */
export function trustProfile(host: string, certificatePem: string): string {
  const der = certificatePem.replace(/-----[^-]+-----|\s/g, '');
  const id = (what: string): string => uuidOf(`${what} ${der}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>azukari.${host}</string>
  <key>PayloadUUID</key><string>${id('profile')}</string>
  <key>PayloadDisplayName</key><string>Azukari (${host})</string>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>azukari.${host}.ca</string>
      <key>PayloadUUID</key><string>${id('authority')}</string>
      <key>PayloadDisplayName</key><string>Azukari CA (${host})</string>
      <key>PayloadContent</key><data>${der}</data>
    </dict>
  </array>
</dict>
</plist>
`;
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
