/** COMMON_PASSWORDS are at least eight characters and the first that anybody tries, also in Japan. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password password1 password12 password123 passw0rd p@ssw0rd p@ssword 12345678 123456789 1234567890 12341234 11112222
   87654321 98765432 01234567 00000000 11111111 qwertyui qwertyuiop qwerty123 asdfghjk asdfghjkl zxcvbnm1 1q2w3e4r 1qaz2wsx
   qazwsxedc abcd1234 abc12345 abcdefgh iloveyou sunshine princess football baseball welcome1 letmein1 dragon12 master12
   admin123 admin1234 administrator changeme kaigo123 kaigo1234 sakura123 sakura1234 shisetsu tokubetsu azukari1 azukari123
   nihon123 japan123 tokyo2020 arigatou konnichiwa ohayou123 doraemon pokemon1 pikachu1 anpanman 20252025 20262026`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
