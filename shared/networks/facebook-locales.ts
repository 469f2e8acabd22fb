import type { CaptionLanguage } from '../captions/caption-languages.ts'
import type { Sourced } from './sourced.ts'

/** What Facebook calls the languages of subtitles; those that are missing it has no word for. */
export const facebookLocales: Sourced<Readonly<Partial<Record<CaptionLanguage, string>>>> = {
  value: {
    af: 'af_ZA', ar: 'ar_AR', az: 'az_AZ', be: 'be_BY', bg: 'bg_BG', bn: 'bn_IN', bs: 'bs_BA', ca: 'ca_ES', cs: 'cs_CZ', cy: 'cy_GB', da: 'da_DK', de: 'de_DE', el: 'el_GR', en: 'en_US', 'en-GB': 'en_GB', eo: 'eo_EO', es: 'es_ES',
    'es-419': 'es_LA', et: 'et_EE', eu: 'eu_ES', fa: 'fa_IR', fi: 'fi_FI', fil: 'tl_PH', fr: 'fr_FR', 'fr-CA': 'fr_CA', fy: 'fy_NL', ga: 'ga_IE', gl: 'gl_ES', gu: 'gu_IN', he: 'he_IL', hi: 'hi_IN', hr: 'hr_HR', hu: 'hu_HU', hy: 'hy_AM',
    id: 'id_ID', is: 'is_IS', it: 'it_IT', ja: 'ja_JP', ka: 'ka_GE', kk: 'kk_KZ', km: 'km_KH', kn: 'kn_IN', ko: 'ko_KR', ku: 'ku_TR', la: 'la_VA', lt: 'lt_LT', lv: 'lv_LV', mg: 'mg_MG', mk: 'mk_MK', ml: 'ml_IN', mn: 'mn_MN', mr: 'mr_IN',
    ms: 'ms_MY', mt: 'mt_MT', ne: 'ne_NP', nl: 'nl_NL', no: 'nb_NO', pa: 'pa_IN', pl: 'pl_PL', ps: 'ps_AF', pt: 'pt_PT', 'pt-BR': 'pt_BR', ro: 'ro_RO', ru: 'ru_RU', sk: 'sk_SK', sl: 'sl_SI', so: 'so_SO', sq: 'sq_AL', sr: 'sr_RS', sv: 'sv_SE',
    sw: 'sw_KE', ta: 'ta_IN', te: 'te_IN', tg: 'tg_TJ', th: 'th_TH', tr: 'tr_TR', tt: 'tt_RU', uk: 'uk_UA', ur: 'ur_PK', uz: 'uz_UZ', vi: 'vi_VN', xh: 'xh_ZA', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW', zu: 'zu_ZA'
  },
  source: 'https://www.facebook.com/translations/FacebookLocales.xml',
  readOn: '2026-11-23'
}
