import { type PostalRegion, postalRegion } from './located.ts';

export interface IndianState extends PostalRegion {
  /** The trunk code of the capital, without the 0 before it (Department of Telecommunications, National Numbering Plan 2003). */
  readonly code: string;
  /** What most people speak (Census of India 2011, table C-16); Hindi and English are its names here, as elsewhere in the rows. */
  readonly language: string;
}

const state = (label: string, language: string, code: string, cities: readonly string[]): IndianState => ({
  ...postalRegion(label, 'Asia/Kolkata', cities),
  code,
  language,
});

const all = [
  state('Andaman and Nicobar Islands', 'Bengali', '3192', ['Port Blair 744']),
  state('Andhra Pradesh', 'Telugu', '863', ['Vijayawada 520', 'Visakhapatnam 530', 'Tirupati 517', 'Guntur 522']),
  state('Arunachal Pradesh', 'Nyishi', '360', ['Itanagar 791', 'Naharlagun 791']),
  state('Assam', 'Assamese', '361', ['Guwahati 781', 'Jorhat 785', 'Silchar 788']),
  state('Bihar', 'Hindi', '612', ['Patna 800', 'Gaya 823', 'Muzaffarpur 842']),
  state('Chandigarh', 'Hindi', '172', ['Chandigarh 160']),
  state('Chhattisgarh', 'Hindi', '771', ['Raipur 492', 'Bilaspur 495']),
  state('Dadra and Nagar Haveli and Daman and Diu', 'Gujarati', '260', ['Daman 396', 'Silvassa 396']),
  state('Delhi', 'Hindi', '11', ['New Delhi 110', 'Delhi 110']),
  state('Goa', 'Konkani', '832', ['Panaji 403', 'Margao 403']),
  state('Gujarat', 'Gujarati', '79', ['Ahmedabad 380', 'Vadodara 390', 'Surat 395', 'Rajkot 360']),
  state('Haryana', 'Hindi', '124', ['Gurugram 122', 'Faridabad 121', 'Karnal 132']),
  state('Himachal Pradesh', 'Hindi', '177', ['Shimla 171', 'Dharamshala 176']),
  state('Jammu and Kashmir', 'Kashmiri', '194', ['Srinagar 190', 'Jammu 180']),
  state('Jharkhand', 'Hindi', '651', ['Ranchi 834', 'Jamshedpur 831']),
  state('Karnataka', 'Kannada', '80', ['Bengaluru 560', 'Mysuru 570', 'Mangaluru 575']),
  state('Kerala', 'Malayalam', '471', ['Thiruvananthapuram 695', 'Kochi 682', 'Kozhikode 673']),
  state('Ladakh', 'Ladakhi', '1982', ['Leh 194', 'Kargil 194']),
  state('Lakshadweep', 'Malayalam', '4896', ['Kavaratti 682']),
  state('Madhya Pradesh', 'Hindi', '755', ['Bhopal 462', 'Indore 452', 'Jabalpur 482']),
  state('Maharashtra', 'Marathi', '22', ['Mumbai 400', 'Pune 411', 'Nagpur 440', 'Nashik 422']),
  state('Manipur', 'Manipuri', '385', ['Imphal 795']),
  state('Meghalaya', 'Khasi', '364', ['Shillong 793', 'Tura 794']),
  state('Mizoram', 'Mizo', '389', ['Aizawl 796']),
  state('Nagaland', 'Konyak', '370', ['Kohima 797', 'Dimapur 797']),
  state('Odisha', 'Odia', '674', ['Bhubaneswar 751', 'Cuttack 753']),
  state('Puducherry', 'Tamil', '413', ['Puducherry 605', 'Karaikal 609']),
  state('Punjab', 'Punjabi', '161', ['Ludhiana 141', 'Amritsar 143', 'Jalandhar 144']),
  state('Rajasthan', 'Hindi', '141', ['Jaipur 302', 'Udaipur 313', 'Jodhpur 342']),
  state('Sikkim', 'Nepali', '3592', ['Gangtok 737']),
  state('Tamil Nadu', 'Tamil', '44', ['Chennai 600', 'Madurai 625', 'Coimbatore 641']),
  state('Telangana', 'Telugu', '40', ['Hyderabad 500', 'Warangal 506']),
  state('Tripura', 'Bengali', '381', ['Agartala 799']),
  state('Uttar Pradesh', 'Hindi', '522', ['Lucknow 226', 'Kanpur 208', 'Varanasi 221', 'Agra 282']),
  state('Uttarakhand', 'Hindi', '135', ['Dehradun 248', 'Nainital 263']),
  state('West Bengal', 'Bengali', '33', ['Kolkata 700', 'Howrah 711', 'Siliguri 734']),
];

/** The states and union territories, with larger cities and the first digits of their PIN codes (India Post). */
export const indianStates: Readonly<Record<string, IndianState>> = Object.fromEntries(all.map((one) => [one.label, one]));
