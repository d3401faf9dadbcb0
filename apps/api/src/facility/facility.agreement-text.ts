/**
 * FIRST_AGREEMENT_TEXT is what a new facility publishes as version 1 of the text of the 預かり依頼書, so that no agreement is
 * ever made without one. It says what the facility does, never that it bears no responsibility.
 */
export const FIRST_AGREEMENT_TEXT = `1　施設は、お預かりしたカードや証（以下「預かり品」）を、善良な管理者の注意をもって保管します。
2　預かり品は、かぎのかかる場所に保管し、施設が定めた職員だけが取り扱います。出し入れのたびに、日時、目的、持つ人を記録します。
3　預かり品は、ご本人の受診、手続きなど、ご本人のために必要なときに限って使います。
4　暗証番号は、お聞きしません。書いたものもお預かりしません。
5　個人番号、被保険者番号などの番号は記録しません。預かり品の写しや写真もとりません。
6　ご本人から求めがあったときは、いつでもご本人にお返しします。
7　毎月、記録と預かり品を照合します。見あたらないときは、すぐにご本人と連絡先の方にお知らせし、必要な届け出と再交付の手続きをお手伝いします。
8　このお預かりは、ご本人の申し出により、いつでも終わりにできます。内容は、年に1回、ごいっしょに確かめます。`;
