import { createHash } from 'node:crypto';

/** STYLE is the one style sheet of the pages, which stands in them: nothing is fetched from anywhere. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--quiet:#4a4a4a;--line:#767676;--main:#00605a;--on:#fff;--soft:#eef6f5;--wrong:#a4000f}
@media (prefers-color-scheme:dark){:root{--paper:#121413;--ink:#f0f0f0;--quiet:#c8c8c8;--line:#9a9a9a;--main:#7fd6cd;--on:#04201e;--soft:#1d2827;--wrong:#ffb4ab}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.2rem/1.8 'BIZ UDPGothic','Hiragino Sans','Yu Gothic',Meiryo,sans-serif;overflow-wrap:anywhere}
main{max-width:34em;margin:0 auto;padding:1.2rem 1rem 2.5rem}
.house{margin:0;font-weight:bold;color:var(--main)}
h1{font-size:1.45rem;line-height:1.5;margin:.2rem 0 1.2rem}
h2{font-size:1.25rem;line-height:1.5;margin:0 0 .4rem}
p{margin:0 0 1.1rem}
ruby{ruby-align:center}
rt{font-size:.55em}
a{color:var(--main)}
form{margin:1.6rem 0}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{font-weight:bold;padding:0;margin:0 0 .6rem}
.choice{display:flex;gap:.8rem;align-items:center;min-height:3.4rem;padding:.7rem .9rem;margin:0 0 .6rem;border:2px solid var(--line);border-radius:.6rem}
.choice:has(:checked){border-color:var(--main);background:var(--soft);font-weight:bold}
.choice input{flex:none;width:1.5rem;height:1.5rem;margin:0;accent-color:var(--main)}
.day{margin:0 0 1rem;padding:.2rem 0 .4rem 1rem;border-left:.3rem solid var(--main)}
.day label{display:block;font-weight:bold}
.day input{font:inherit;color:inherit;background:var(--paper);width:100%;max-width:15em;min-height:3.2rem;padding:.4rem .7rem;border:2px solid var(--line);border-radius:.5rem}
@supports selector(:has(*)){fieldset:not(:has(.goes:checked)) .day{display:none}}
.hint{display:block;color:var(--quiet);font-size:.95rem}
.wrong{color:var(--wrong);font-weight:bold;margin:.2rem 0 .6rem}
button{font:inherit;font-weight:bold;width:100%;min-height:3.6rem;padding:.7rem 1rem;border:2px solid var(--main);border-radius:.6rem;background:var(--main);color:var(--on);cursor:pointer}
:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
.taken{border:2px solid var(--main);border-radius:.6rem;background:var(--soft);padding:1rem;margin:0 0 1.4rem}
.taken p:last-child{margin:0}
.answer{font-weight:bold}
address{font-style:normal;border-top:1px solid var(--line);padding-top:1rem;margin:1.6rem 0 0}
.call{display:block;margin:1rem 0 0;padding:.7rem 1rem;border:2px solid var(--main);border-radius:.6rem;font-weight:bold;text-align:center;text-decoration:none}
@media print{body{font-size:12pt}button{display:none}.day{display:block!important}}
`;

/** STYLE_HASH is by what the policy knows the style sheet. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
