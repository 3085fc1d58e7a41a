import { type PostalRegion, postalRegion } from './located.ts';

export interface Prefecture extends PostalRegion {
  /** Area code of the capital, with its 0 (Ministry of Internal Affairs and Communications, list of area codes). */
  readonly areaCode: string;
}

const prefecture = (name: string, label: string, areaCode: string, cities: readonly string[]): readonly [string, Prefecture] => [
  name,
  { ...postalRegion(label, 'Asia/Tokyo', cities), areaCode },
];

/** The 47 prefectures, from north to south, with larger cities and the first digits of their postal codes (Japan Post). */
export const prefectures: Readonly<Record<string, Prefecture>> = Object.fromEntries([
  prefecture('Hokkaido', '北海道', '011', ['札幌市 060,064', '函館市 040', '旭川市 070']),
  prefecture('Aomori', '青森県', '017', ['青森市 030', '弘前市 036', '八戸市 031']),
  prefecture('Iwate', '岩手県', '019', ['盛岡市 020', '一関市 021']),
  prefecture('Miyagi', '宮城県', '022', ['仙台市 980,981', '石巻市 986']),
  prefecture('Akita', '秋田県', '018', ['秋田市 010', '横手市 013']),
  prefecture('Yamagata', '山形県', '023', ['山形市 990', '鶴岡市 997']),
  prefecture('Fukushima', '福島県', '024', ['福島市 960', '郡山市 963', 'いわき市 970']),
  prefecture('Ibaraki', '茨城県', '029', ['水戸市 310', 'つくば市 305']),
  prefecture('Tochigi', '栃木県', '028', ['宇都宮市 320', '小山市 323']),
  prefecture('Gunma', '群馬県', '027', ['前橋市 371', '高崎市 370']),
  prefecture('Saitama', '埼玉県', '048', ['さいたま市 330', '川越市 350', '熊谷市 360']),
  prefecture('Chiba', '千葉県', '043', ['千葉市 260', '船橋市 273', '柏市 277']),
  prefecture('Tokyo', '東京都', '03', ['世田谷区 154', '杉並区 166', '練馬区 176', '足立区 120', '八王子市 192']),
  prefecture('Kanagawa', '神奈川県', '045', ['横浜市 220', '川崎市 210', '相模原市 252']),
  prefecture('Niigata', '新潟県', '025', ['新潟市 950', '長岡市 940']),
  prefecture('Toyama', '富山県', '076', ['富山市 930', '高岡市 933']),
  prefecture('Ishikawa', '石川県', '076', ['金沢市 920', '小松市 923']),
  prefecture('Fukui', '福井県', '0776', ['福井市 910', '敦賀市 914']),
  prefecture('Yamanashi', '山梨県', '055', ['甲府市 400', '富士吉田市 403']),
  prefecture('Nagano', '長野県', '026', ['長野市 380', '松本市 390']),
  prefecture('Gifu', '岐阜県', '058', ['岐阜市 500', '大垣市 503']),
  prefecture('Shizuoka', '静岡県', '054', ['静岡市 420', '浜松市 430']),
  prefecture('Aichi', '愛知県', '052', ['名古屋市 450,460', '豊田市 471', '豊橋市 440']),
  prefecture('Mie', '三重県', '059', ['津市 514', '四日市市 510']),
  prefecture('Shiga', '滋賀県', '077', ['大津市 520', '彦根市 522']),
  prefecture('Kyoto', '京都府', '075', ['京都市 600,602', '宇治市 611']),
  prefecture('Osaka', '大阪府', '06', ['大阪市 530,540', '堺市 590', '豊中市 560']),
  prefecture('Hyogo', '兵庫県', '078', ['神戸市 650', '姫路市 670', '西宮市 662']),
  prefecture('Nara', '奈良県', '0742', ['奈良市 630', '橿原市 634']),
  prefecture('Wakayama', '和歌山県', '073', ['和歌山市 640', '田辺市 646']),
  prefecture('Tottori', '鳥取県', '0857', ['鳥取市 680', '米子市 683']),
  prefecture('Shimane', '島根県', '0852', ['松江市 690', '出雲市 693']),
  prefecture('Okayama', '岡山県', '086', ['岡山市 700', '倉敷市 710']),
  prefecture('Hiroshima', '広島県', '082', ['広島市 730', '福山市 720']),
  prefecture('Yamaguchi', '山口県', '083', ['山口市 753', '下関市 750']),
  prefecture('Tokushima', '徳島県', '088', ['徳島市 770', '阿南市 774']),
  prefecture('Kagawa', '香川県', '087', ['高松市 760', '丸亀市 763']),
  prefecture('Ehime', '愛媛県', '089', ['松山市 790', '今治市 794']),
  prefecture('Kochi', '高知県', '088', ['高知市 780', '南国市 783']),
  prefecture('Fukuoka', '福岡県', '092', ['福岡市 810', '北九州市 800', '久留米市 830']),
  prefecture('Saga', '佐賀県', '0952', ['佐賀市 840', '唐津市 847']),
  prefecture('Nagasaki', '長崎県', '095', ['長崎市 850', '佐世保市 857']),
  prefecture('Kumamoto', '熊本県', '096', ['熊本市 860', '八代市 866']),
  prefecture('Oita', '大分県', '097', ['大分市 870', '別府市 874']),
  prefecture('Miyazaki', '宮崎県', '0985', ['宮崎市 880', '都城市 885']),
  prefecture('Kagoshima', '鹿児島県', '099', ['鹿児島市 890', '霧島市 899']),
  prefecture('Okinawa', '沖縄県', '098', ['那覇市 900', '沖縄市 904']),
]);
