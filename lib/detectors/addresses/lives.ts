/** A street alone may be any; these say that somebody lives or receives there. */
export const LIVES =
  /\b(?:live[sd]?|living|home|located at|office at|meet (?:me|us|you) at|taxi to|visit|pick ?up|resid\w{1,4}|ship(?:ped)? to|deliver\w{0,3}|parcel|(?:send|sent|mail(?:ed)?) (?:\w{2,4} )?to|address(?:es)?|moved (?:to|from|out of)|registered office|(?:office|company|shop|house|mother|father|parents|brother|sister|friend)s? (?:is |are )?(?:now )?(?:at|in)|bill(?:ed)? to|get to|here|asun\w{0,8}|locuie\w{1,3}|wohn\w{1,4}|adresse|habit\w{1,4}|vive|abita|mora|mieszka|woont|bor|bytem|resides?)\b|\b(?:bydli[sš]|zamieszka)/i;

/** The same in languages whose words have more letters than ASCII. */
const LIVES_ELSEWHERE =
  /(?<![\p{L}\p{M}])(?:adres|naslov|heimil|elukoh|gyven|dzīv|bydl|býva|stanuj|прожив|живу|живет|живёт|мешка|адрес|osoit|asun|lakcím|lakóhely|domicili|alamat|tinggal|nakatira|địa chỉ|hiện ở|tôi ở|ikamet|oturuyor|διεύθυνσ|μένω|stay(?:ing)? at|stay for|i['’]m at|round to|residen|vivo en|courier)/iu;

/** Whether a text says that somebody lives or receives somewhere. */
export function lives(text: string): boolean {
  return LIVES.test(text) || LIVES_ELSEWHERE.test(text);
}
