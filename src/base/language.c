#include "base/language.h"

#include <ctype.h>
#include <string.h>

/* ISO 639-1, and ISO 639-2 for languages without a code of two letters: IANA registers them so. */
static const char languages[] =
	" aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs"
	" cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha"
	" he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn"
	" ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb"
	" nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd"
	" se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw"
	" ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ace ach ada ady afa afh ain akk ale"
	" alg alt ang anp apa arc arn arp art arw ast ath aus awa bad bai bal ban bas bat bej"
	" bem ber bho bik bin bla bnt bra btk bua bug byn cad cai car cau ceb cel chb chg chk"
	" chm chn cho chp chr chy cmc cnr cop cpe cpf cpp crh crp csb cus dak dar day del den"
	" dgr din doi dra dsb dua dum dyu efi egy eka elx enm ewo fan fat fil fiu fon frm fro"
	" frr frs fur gaa gay gba gem gez gil gmh goh gon gor got grb grc gsw gwi hai haw hil"
	" him hit hmn hsb hup iba ijo ilo inc ine inh ira iro jbo jpr jrb kaa kab kac kam kar"
	" kaw kbd kha khi kho kmb kok kos kpe krc krl kro kru kum kut lad lah lam lez lol loz"
	" lua lui lun luo lus mad mag mai mak man map mas mdf mdr men mga mic min mis mkh mnc"
	" mni mno moh mos mul mun mus mwl mwr myn myv nah nai nap nds new nia nic niu nog non"
	" nqo nso nub nwc nym nyn nyo nzi osa ota oto paa pag pal pam pap pau peo phi phn pon"
	" pra pro raj rap rar roa rom rup sad sah sai sal sam sas sat scn sco sel sem sga sgn"
	" shn sid sio sit sla sma smi smj smn sms snk sog son srn srr ssa suk sus sux syc syr"
	" tai tem ter tet tig tiv tkl tlh tli tmh tog tpi tsi tum tup tut tvl tyv udm uga umb"
	" und vai vot wak wal war was wen xal yao yap ypk zap zbl zen zgh znd zun zxx zza ";

/* ISO 15924 */
static const char scripts[] =
	" Adlm Afak Aghb Ahom Arab Aran Armi Armn Avst Bali Bamu Bass Batk Beng Bhks Blis Bopo"
	" Brah Brai Bugi Buhd Cakm Cans Cari Cham Cher Cirt Copt Cprt Cyrl Cyrs Deva Dsrt Dupl"
	" Egyd Egyh Egyp Elba Ethi Geok Geor Glag Goth Gran Grek Gujr Guru Hanb Hang Hani Hano"
	" Hans Hant Hatr Hebr Hira Hluw Hmng Hrkt Hung Inds Ital Jamo Java Jpan Jurc Kali Kana"
	" Khar Khmr Khoj Kitl Kits Knda Kore Kpel Kthi Lana Laoo Latf Latg Latn Leke Lepc Limb"
	" Lina Linb Lisu Loma Lyci Lydi Mahj Mand Mani Marc Maya Mend Merc Mero Mlym Modi Mong"
	" Moon Mroo Mtei Mult Mymr Narb Nbat Newa Nkgb Nkoo Nshu Ogam Olck Orkh Orya Osge Osma"
	" Palm Pauc Perm Phag Phli Phlp Phlv Phnx Piqd Plrd Prti Qaaa Qabx Rjng Roro Runr Samr"
	" Sara Sarb Saur Sgnw Shaw Shrd Sidd Sind Sinh Sora Sund Sylo Syrc Syre Syrj Syrn Tagb"
	" Takr Tale Talu Taml Tang Tavt Telu Teng Tfng Tglg Thaa Thai Tibt Tirh Ugar Vaii Visp"
	" Wara Wole Xpeo Xsux Yiii Zinh Zmth Zsye Zsym Zxxx Zyyy Zzzz ";

/* ISO 3166-1; a region may also be a number of three digits, as the UN gives them. */
static const char regions[] =
	" AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN"
	" BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ"
	" DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL"
	" GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM"
	" JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME"
	" MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP"
	" NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD"
	" SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO"
	" TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW ";

static bool is_listed(const char *list, struct str subtag)
{
	char wanted[8] = " ";

	for (size_t i = 0; i < subtag.length; i++)
		wanted[i + 1] = subtag.at[i];
	wanted[subtag.length + 1] = ' ';
	wanted[subtag.length + 2] = 0;
	return strcasestr(list, wanted) != NULL;
}

static bool is_of(struct str subtag, int (*kind)(int), size_t least, size_t most)
{
	for (size_t i = 0; i < subtag.length; i++)
		if (!isascii((unsigned char)subtag.at[i]) || !kind((unsigned char)subtag.at[i]))
			return false;
	return subtag.length >= least && subtag.length <= most;
}

/* Takes the first subtag off the tag. */
static struct str next_subtag(struct str *tag)
{
	size_t end = str_find(*tag, '-', 0);
	struct str subtag = str_slice(*tag, 0, end);

	*tag = str_slice(*tag, end < tag->length ? end + 1 : end, tag->length);
	return subtag;
}

bool language_is_registered(struct str tag)
{
	struct str left = tag, subtag = next_subtag(&left);

	if (str_ends(tag, STR("-")) || !is_of(subtag, isalpha, 2, 3) ||
	    !is_listed(languages, subtag))
		return false;
	if (left.length == 0)
		return true;
	subtag = next_subtag(&left);
	if (is_of(subtag, isalpha, 4, 4)) {
		if (!is_listed(scripts, subtag))
			return false;
		subtag = left.length ? next_subtag(&left) : STR("");
	}
	if (is_of(subtag, isalpha, 2, 2)) {
		if (!is_listed(regions, subtag))
			return false;
		subtag = left.length ? next_subtag(&left) : STR("");
	} else if (is_of(subtag, isdigit, 3, 3)) {
		subtag = left.length ? next_subtag(&left) : STR("");
	}
	while (subtag.length && is_of(subtag, isalnum, 1, 8) && left.length)
		subtag = next_subtag(&left);
	return left.length == 0 && (subtag.length == 0 || is_of(subtag, isalnum, 4, 8));
}
