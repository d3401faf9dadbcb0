import { randomUUID } from 'node:crypto';

/** furnish sets an empty server up with so many items, ten to a resident, and answers what load needs; `mailTo` gives each a family. */
export async function furnish({ url, code }, items, { itemsEach = 10, expiresOn = null, mailTo = null } = {}) {
  let cookie = '';
  const post = async (path, body, method = 'POST') => {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', 'x-azukari': '1', cookie },
      body: JSON.stringify(path === '/api/set-up' ? body : { commandId: randomUUID(), ...body }),
    });
    const given = response.headers.get('set-cookie');
    if (given) cookie = given.split(';')[0];
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const manager = { name: '測定 者', kana: 'そくてい しゃ', loginId: 'bench', password: 'measure-it-twice' };
  const { staff } = await post('/api/set-up', { code, facilityName: '測定の家', manager });
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  const ids = [];
  for (let n = 0; ids.length < items; n++) {
    const resident = await post('/api/residents', {
      name: `利用者 ${n}`,
      kana: 'りようしゃ',
      room: String(n),
      birthDate: '1940-01-01',
    });
    const kinds = ['care-insurance-card'];
    const agreement = await post('/api/agreements', {
      residentId: resident.id,
      kinds,
      signerName: resident.name,
      capacity: 'resident',
      reason: '測定',
      willHeard: 'spoken',
      signedOn: today,
      from: today,
      to: null,
    });
    if (mailTo) await post('/api/contacts', family(resident.id, mailTo(n)));
    for (let k = 0; k < itemsEach && ids.length < items; k++) {
      const { item } = await post('/api/items', {
        residentId: resident.id,
        agreementId: agreement.id,
        kind: kinds[0],
        storageId: null,
        printedExpiresOn: expiresOn,
      });
      ids.push(item.id);
    }
  }
  const headers = { 'x-azukari': '1', cookie };
  const dueBackAt = new Date(Date.now() + 86_400_000).toISOString();
  const out = (itemIds) => ({
    path: '/api/custody/check-outs',
    headers,
    body: {
      commandId: randomUUID(),
      itemIds,
      purpose: 'outpatient',
      destination: 'さくら内科',
      holder: { kind: 'staff', staffId: staff.id },
      dueBackAt,
    },
  });
  const back = (itemIds) => ({ path: '/api/custody/check-ins', headers, body: { commandId: randomUUID(), itemIds } });
  return { ids, headers, post, out, back };
}

function family(residentId, email) {
  return {
    residentId,
    order: 1,
    name: '測定 家族',
    kana: '',
    relation: '長女',
    capacity: 'family',
    phone: '',
    email,
    address: '',
    language: 'ja',
    handOver: 'allowed',
    mayKnow: true,
    notices: 'mail',
    note: null,
  };
}
