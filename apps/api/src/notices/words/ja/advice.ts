import type { ItemKind } from '@azukari/domain';
import type { Whereabouts } from '../notice-words.ts';
import { say, strong } from '../rich.ts';
import type { Rich } from '../rich.ts';
import type { Speech } from '../speech.ts';

const from = (opens: Rich | null): Rich => (opens === null ? say`いま` : say`${opens}から`);
const handed: Readonly<Record<Whereabouts, Rich>> = {
  here: say`（施設からお渡しします）`,
  family: say`（お手元のもの）`,
  away: [],
};
const ID = '行かれる方の本人確認書類（運転免許証など）';

/** adviceJa says in Japanese what has to be known of each kind of deadline. */
export const adviceJa: Speech['advice'] = {
  'certificate-expiry': ({ opens, at }) => ({
    what: say`電子証明書の有効期限`,
    todo: say`更新は、${strong(say`住民票のある市区町村の窓口`)}で、${from(opens)}無料でできます。`,
    bring: say`カード${handed[at]}。郵便で届いた「有効期限通知書」があれば、それも。代わりの方が行かれるときは、その封筒の「照会書兼回答書」と、${ID}もお持ちください。`,
    who: say`ご本人。代わりの方も行かれます。要るものは、先に市区町村の窓口でお確かめください。`,
    missed: say`更新されない場合は、期限のあとに届く「資格確認書」で受診できます（届く時期は保険者により異なります）。`,
  }),
  'card-expiry': ({ opens, at }) => ({
    what: say`カードの有効期限`,
    todo: say`新しいカードの申請は、郵便・スマートフォン・${strong(say`住民票のある市区町村の窓口`)}で、${from(opens)}無料でできます。できあがるまでに日数がかかりますので、お早めにお願いいたします。`,
    bring: say`申請には、郵便で届いた「有効期限通知書」と、ご本人の顔写真。受け取りには、いまのカード${handed[at]}。`,
    who: say`申請書は、代わりの方もお書きになれます。受け取りは、原則としてご本人です。ご病気などで難しいときの代わりの方については、市区町村の窓口でお確かめください。`,
    missed: say`期限を過ぎたカードは、保険証としても身分証明書としても使えません。更新されない場合は「資格確認書」で受診できます（届く時期と、申請が要るかどうかは、保険者により異なります）。`,
  }),
  expiry: ({ item, at }) => ({
    what: say`有効期限`,
    todo: say`次のものが届くか、お手続きが要るかは、${strong(say`発行元（保険者や市区町村など）`)}により異なります。ご自宅に${item}やお知らせの封筒が届きましたら、施設までお知らせください。`,
    bring: say`お手続きに行かれるときは、いまのもの${handed[at]}と、${ID}。`,
    who: say`ご本人・ご家族など。要るものは、発行元にお確かめください。`,
    missed: say`期限を過ぎたものは、窓口で使えません。`,
  }),
  renewal: ({ opens, at }) => ({
    what: say`有効期限`,
    todo: say`更新には申請が要ります。申請先は、${strong(say`住所地の市区町村の窓口（難病のものは保健所など）`)}です。${opens === null ? '' : say`${opens}から申請できます。`}診断書が要ることがありますので、お早めにお問い合わせください。`,
    bring: say`いまのもの${handed[at]}と、${ID}。診断書などの要るものは、申請先にお確かめください。`,
    who: say`ご本人・ご家族など。代わりの方が行かれるときに要るものは、申請先にお確かめください。`,
    missed: say`期限までに申請されないと、医療費などの助成を受けられない期間ができることがあります。`,
  }),
  're-judgement': ({ at }) => ({
    what: say`再判定（再認定）の期限`,
    todo: say`再判定のお申し込みは、${strong(say`住所地の市区町村の福祉の窓口`)}です。予約や診断書が要ることがありますので、お早めにお問い合わせください。`,
    bring: say`いまの手帳${handed[at]}と、${ID}。そのほかに要るものは、窓口でお確かめください。`,
    who: say`お申し込みは、ご家族などもできます。判定には、ご本人が行かれることがあります。`,
    missed: say`期限を過ぎると、手帳による割引や手当などを受けられなくなることがあります。`,
  }),
  'stay-expiry': ({ at }) => ({
    what: say`在留期間の満了日`,
    todo: say`在留期間の更新は、満了日の前に、${strong(say`住所地を受け持つ地方出入国在留管理局`)}で申請してください。在留カードはご本人がお持ちになるものです${at === 'here' ? 'ので、すぐにお渡しします' : ''}。`,
    bring: say`在留カード${handed[at]}と旅券（パスポート）。そのほかに要るものは、在留資格により異なります。`,
    who: say`ご本人。ご病気などのときの代わりの方については、地方出入国在留管理局にお確かめください。`,
    missed: say`満了日を過ぎると、更新できないおそれがあります。マイナンバーカードをお持ちの方は、更新のあと、カードの期限の前に市区町村の窓口でカードの期限も延ばしてください。カードの期限は自動では延びません。`,
  }),
  'must-apply': ({ kind, item, at }) => ({
    what: say`有効期限`,
    todo: say`次の${item}は、自動では届きません。${strong(say`発行元の保険者（市区町村など）`)}に申請してください。申請書と受付の時期は、保険者にお確かめください。`,
    bring: say`申請書と、いまのもの${handed[at]}。そのほかに要るものは、保険者にお確かめください。`,
    who: say`ご本人・ご家族など。申請のお手伝いもできますので、ご相談ください。`,
    missed: NOT_APPLIED[kind] ?? say`申請されないと、受診のときにお見せになるものがなくなることがあります。`,
  }),
  'care-certification-renewal': ({ opens, at }) => ({
    what: say`要介護認定の有効期限`,
    todo: say`更新の申請は、${strong(say`被保険者証を出した市区町村の介護保険の窓口`)}で、${from(opens)}できます。施設が代わって申請できることもありますので、ご相談ください。`,
    bring: say`介護保険被保険者証${handed[at]}。そのほかに要るものは、市区町村にお確かめください。`,
    who: say`ご本人・ご家族など。`,
    missed: say`期限までに申請されないと、介護サービスの費用を全額お支払いいただく期間ができることがあります。`,
  }),
};

const NOT_APPLIED: Readonly<Partial<Record<ItemKind, Rich>>> = {
  'care-limit-certificate': say`申請されないと、食費・居住費のご負担が増えます。`,
  'medical-limit-certificate': say`申請されないと、医療機関の窓口でのお支払いが増えることがあります。`,
};
