//! Flour and mixes: the shelf where "50 kg witte bloem" may mean tens of articles.

use super::{DemoProduct, Season};

products! { FLOUR
["flour"]
    "010451" "5419137104515" KGM BG 10_000 1/1 83_500 600 30 Always [gluten]
        "Tarwebloem T45 10 kg", "Farine de froment T45 10 kg", "Wheat flour T45 10 kg";
    "010452" "5419137104522" KGM BG 5_000 1/1 46_500 600 22 Always [gluten]
        "Tarwebloem T45 5 kg", "Farine de froment T45 5 kg", "Wheat flour T45 5 kg";
    "010551" "5419137105512" KGM BG 10_000 1/1 81_000 600 40 Always [gluten]
        "Tarwebloem T55 wit 10 kg", "Farine de froment T55 blanche 10 kg", "Wheat flour T55 white 10 kg";
    "010552" "5419137105529" KGM BG 5_000 1/1 45_000 600 30 Always [gluten]
        "Tarwebloem T55 wit 5 kg", "Farine de froment T55 blanche 5 kg", "Wheat flour T55 white 5 kg";
    "010558"              "" KGM PX 1_000_000 1/1 6_680_000 600 20 Always [gluten]
        "Tarwebloem T55 wit pallet 40 x 25 kg", "Farine de froment T55 blanche palette 40 x 25 kg",
        "Wheat flour T55 white pallet 40 x 25 kg";
    "010559"              "" KGM TNE 1_000_000 5/1 5_450_000 600 15 Always [gluten]
        "Tarwebloem T55 wit bulk (per ton)", "Farine de froment T55 blanche en vrac (par tonne)",
        "Wheat flour T55 white in bulk (per tonne)";
    "010651" "5419137106519" KGM BG 10_000 1/1 79_500 600 34 Always [gluten]
        "Tarwebloem T65 10 kg", "Farine de froment T65 10 kg", "Wheat flour T65 10 kg";
    "010652" "5419137106526" KGM BG 5_000 1/1 44_000 600 24 Always [gluten]
        "Tarwebloem T65 5 kg", "Farine de froment T65 5 kg", "Wheat flour T65 5 kg";
    "010658"              "" KGM PX 1_000_000 1/1 6_550_000 600 20 Always [gluten]
        "Tarwebloem T65 pallet 40 x 25 kg", "Farine de froment T65 palette 40 x 25 kg",
        "Wheat flour T65 pallet 40 x 25 kg";
    "010659"              "" KGM TNE 1_000_000 5/1 5_350_000 600 12 Always [gluten]
        "Tarwebloem T65 bulk (per ton)", "Farine de froment T65 en vrac (par tonne)",
        "Wheat flour T65 in bulk (per tonne)";
    "010201" "5419137102016" KGM BG 10_000 1/1 89_500 600 30 Always [gluten]
        "Patentbloem 10 kg", "Farine patente 10 kg", "Patent flour 10 kg";
    "010202" "5419137102023" KGM BG 5_000 1/1 49_500 600 20 Always [gluten]
        "Patentbloem 5 kg", "Farine patente 5 kg", "Patent flour 5 kg";
    "010208"              "" KGM PX 1_000_000 1/1 7_520_000 600 10 Always [gluten]
        "Patentbloem pallet 40 x 25 kg", "Farine patente palette 40 x 25 kg", "Patent flour pallet 40 x 25 kg";
    "012651" "5419137126517" KGM BG 10_000 1/1 134_000 600 20 Always [gluten]
        "Bio tarwebloem T65 10 kg", "Farine de froment bio T65 10 kg", "Organic wheat flour T65 10 kg";
    "012652" "5419137126524" KGM BG 5_000 1/1 72_000 600 22 Always [gluten]
        "Bio tarwebloem T65 5 kg", "Farine de froment bio T65 5 kg", "Organic wheat flour T65 5 kg";
    "011501" "5419137115016" KGM BG 10_000 1/1 82_500 600 28 Always [gluten]
        "Volkoren tarwemeel 10 kg", "Farine complète de froment 10 kg", "Wholemeal wheat flour 10 kg";
    "011502" "5419137115023" KGM BG 5_000 1/1 46_000 600 20 Always [gluten]
        "Volkoren tarwemeel 5 kg", "Farine complète de froment 5 kg", "Wholemeal wheat flour 5 kg";
    "011508"              "" KGM PX 1_000_000 1/1 6_840_000 600 12 Always [gluten]
        "Volkoren tarwemeel pallet 40 x 25 kg", "Farine complète de froment palette 40 x 25 kg",
        "Wholemeal wheat flour pallet 40 x 25 kg";
    "013001" "5419137130019" KGM BG 10_000 1/1 89_000 600 22 Always [gluten]
        "Roggebloem 10 kg", "Farine de seigle blanche 10 kg", "White rye flour 10 kg";
    "013002" "5419137130026" KGM BG 5_000 1/1 50_500 600 16 Always [gluten]
        "Roggebloem 5 kg", "Farine de seigle blanche 5 kg", "White rye flour 5 kg";
    "013201" "5419137132013" KGM BG 10_000 1/1 169_000 600 26 Always [gluten]
        "Speltbloem 10 kg", "Farine d'épeautre blanche 10 kg", "White spelt flour 10 kg";
    "013202" "5419137132020" KGM BG 5_000 1/1 89_500 600 22 Always [gluten]
        "Speltbloem 5 kg", "Farine d'épeautre blanche 5 kg", "White spelt flour 5 kg";
    "010805" "5419137108056" KGM BG 25_000 1/1 183_000 600 60 Always [gluten]
        "Tarwebloem T80 halfvolkoren 25 kg", "Farine de froment T80 bise 25 kg", "Wheat flour T80 light brown 25 kg";
    "010801" "5419137108018" KGM BG 10_000 1/1 84_000 600 20 Always [gluten]
        "Tarwebloem T80 halfvolkoren 10 kg", "Farine de froment T80 bise 10 kg", "Wheat flour T80 light brown 10 kg";
    "010802" "5419137108025" KGM BG 5_000 1/1 47_000 600 16 Always [gluten]
        "Tarwebloem T80 halfvolkoren 5 kg", "Farine de froment T80 bise 5 kg", "Wheat flour T80 light brown 5 kg";
    "011105"              "" KGM BG 25_000 1/1 184_000 600 44 Always [gluten]
        "Tarwemeel T110 25 kg", "Farine de froment T110 semi-complète 25 kg", "Wheat flour T110 semi-wholemeal 25 kg";
    "011101" "5419137111018" KGM BG 10_000 1/1 84_500 600 14 Always [gluten]
        "Tarwemeel T110 10 kg", "Farine de froment T110 semi-complète 10 kg", "Wheat flour T110 semi-wholemeal 10 kg";
    "011102" "5419137111025" KGM BG 5_000 1/1 47_500 600 12 Always [gluten]
        "Tarwemeel T110 5 kg", "Farine de froment T110 semi-complète 5 kg", "Wheat flour T110 semi-wholemeal 5 kg";
    "011515" "5419137115153" KGM BG 25_000 1/1 181_000 600 48 Always [gluten]
        "Tarwemeel T150 grof 25 kg", "Farine de froment T150 intégrale grosse 25 kg",
        "Wheat flour T150 coarse wholemeal 25 kg";
    "011511" "5419137115115" KGM BG 10_000 1/1 83_000 600 14 Always [gluten]
        "Tarwemeel T150 grof 10 kg", "Farine de froment T150 intégrale grosse 10 kg",
        "Wheat flour T150 coarse wholemeal 10 kg";
    "011512" "5419137115122" KGM BG 5_000 1/1 46_500 600 12 Always [gluten]
        "Tarwemeel T150 grof 5 kg", "Farine de froment T150 intégrale grosse 5 kg",
        "Wheat flour T150 coarse wholemeal 5 kg";
    "010565" "5419040105654" KGM BG 25_000 1/1 181_000 600 66 Always [gluten]
        "Tarwebloem T55 wit Leiemolen 25 kg", "Farine de froment T55 blanche Leiemolen 25 kg",
        "Wheat flour T55 white Leiemolen 25 kg";
    "010561" "5419040105616" KGM BG 10_000 1/1 84_000 600 22 Always [gluten]
        "Tarwebloem T55 wit Leiemolen 10 kg", "Farine de froment T55 blanche Leiemolen 10 kg",
        "Wheat flour T55 white Leiemolen 10 kg";
    "010575" "5419051105759" KGM BG 25_000 1/1 187_000 600 48 Always [gluten]
        "Tarwebloem T55 Molen Terbeke 25 kg", "Farine de froment T55 Moulin Terbeke 25 kg",
        "Wheat flour T55 Terbeke Mill 25 kg";
    "010585" "5419062105854" KGM BG 25_000 1/1 184_000 600 36 Always [gluten]
        "Tarwebloem T55 ongebleekt Scheldegraan 25 kg", "Farine de froment T55 non blanchie Scheldegraan 25 kg",
        "Wheat flour T55 unbleached Scheldegraan 25 kg";
    "010665" "5419073106659" KGM BG 25_000 1/1 249_000 600 52 Always [gluten]
        "Tarwebloem T65 tradition Moulin Valclair 25 kg", "Farine de tradition T65 Moulin Valclair 25 kg",
        "Traditional wheat flour T65 Moulin Valclair 25 kg";
    "010661" "5419073106611" KGM BG 10_000 1/1 112_000 600 20 Always [gluten]
        "Tarwebloem T65 tradition Moulin Valclair 10 kg", "Farine de tradition T65 Moulin Valclair 10 kg",
        "Traditional wheat flour T65 Moulin Valclair 10 kg";
    "010675" "5419051106756" KGM BG 25_000 1/1 284_000 600 46 Always [gluten]
        "Tarwebloem T65 steengemalen Molen Terbeke 25 kg",
        "Farine de froment T65 moulue sur pierre Moulin Terbeke 25 kg",
        "Stone-ground wheat flour T65 Terbeke Mill 25 kg";
    "010672" "5419051106725" KGM BG 5_000 1/1 71_000 600 18 Always [gluten]
        "Tarwebloem T65 steengemalen Molen Terbeke 5 kg", "Farine de froment T65 moulue sur pierre Moulin Terbeke 5 kg",
        "Stone-ground wheat flour T65 Terbeke Mill 5 kg";
    "010685" "5419040106859" KGM BG 25_000 1/1 178_000 600 44 Always [gluten]
        "Tarwebloem T65 Leiemolen 25 kg", "Farine de froment T65 Leiemolen 25 kg", "Wheat flour T65 Leiemolen 25 kg";
    "010465" "5419073104655" KGM BG 25_000 1/1 235_000 600 44 Always [gluten]
        "Tarwebloem T45 gruau Moulin Valclair 25 kg", "Farine de gruau T45 Moulin Valclair 25 kg",
        "Gruau wheat flour T45 Moulin Valclair 25 kg";
    "010461" "5419073104617" KGM BG 10_000 1/1 106_000 600 20 Always [gluten]
        "Tarwebloem T45 gruau Moulin Valclair 10 kg", "Farine de gruau T45 Moulin Valclair 10 kg",
        "Gruau wheat flour T45 Moulin Valclair 10 kg";
    "010215"              "" KGM BG 25_000 1/1 208_000 600 46 Always [gluten]
        "Patentbloem extra Scheldegraan 25 kg", "Farine patente extra Scheldegraan 25 kg",
        "Extra patent flour Scheldegraan 25 kg";
    "010225" "5419040102257" KGM BG 25_000 1/1 201_000 600 38 Always [gluten]
        "Patentbloem Leiemolen 25 kg", "Farine patente Leiemolen 25 kg", "Patent flour Leiemolen 25 kg";
    "010305" "5419137103051" KGM BG 25_000 1/1 176_000 600 50 Always [gluten]
        "Koekjesbloem zwak 25 kg", "Farine à biscuits faible 25 kg", "Soft biscuit flour 25 kg";
    "010301" "5419137103013" KGM BG 10_000 1/1 81_500 600 18 Always [gluten]
        "Koekjesbloem zwak 10 kg", "Farine à biscuits faible 10 kg", "Soft biscuit flour 10 kg";
    "010315" "5419137103150" KGM BG 25_000 1/1 224_000 600 40 Always [gluten]
        "Bloem extra sterk W 350 25 kg", "Farine extra forte W 350 25 kg", "Extra strong flour W 350 25 kg";
    "010325" "5419137103259" KGM BG 25_000 1/1 279_000 600 14 Winter [gluten]
        "Bloem voor panettone W 400 25 kg", "Farine à panettone W 400 25 kg", "Panettone flour W 400 25 kg";
    "010335" "5419137103358" KGM BG 25_000 1/1 238_000 600 46 Always [gluten]
        "Pizzabloem type 00 25 kg", "Farine à pizza type 00 25 kg", "Pizza flour type 00 25 kg";
    "010331" "5419137103310" KGM BG 10_000 1/1 107_000 600 26 Always [gluten]
        "Pizzabloem type 00 10 kg", "Farine à pizza type 00 10 kg", "Pizza flour type 00 10 kg";
    "010332" "5419137103327" KGM BG 5_000 1/1 59_000 600 18 Always [gluten]
        "Pizzabloem type 00 5 kg", "Farine à pizza type 00 5 kg", "Pizza flour type 00 5 kg";
    "010345" "5419137103457" KGM BG 25_000 1/1 199_000 600 34 Always [gluten]
        "Zelfrijzende bloem 25 kg", "Farine fermentante 25 kg", "Self-raising flour 25 kg";
    "010341" "5419137103419" KGM BG 10_000 1/1 91_000 600 26 Always [gluten]
        "Zelfrijzende bloem 10 kg", "Farine fermentante 10 kg", "Self-raising flour 10 kg";
    "010342" "5419137103426" KGM BG 5_000 1/1 51_000 600 26 Always [gluten]
        "Zelfrijzende bloem 5 kg", "Farine fermentante 5 kg", "Self-raising flour 5 kg";
    "010355" "5419137103556" KGM BG 25_000 1/1 192_000 600 42 Always [gluten]
        "Bladerdeegbloem 25 kg", "Farine à feuilletage 25 kg", "Puff pastry flour 25 kg";
    "010365" "5419137103655" KGM BG 25_000 1/1 203_000 600 46 Always [gluten]
        "Gistdeegbloem voor koffiekoeken 25 kg", "Farine pour viennoiseries 25 kg", "Flour for Danish pastries 25 kg";
    "010375" "5419137103754" KGM BG 25_000 1/1 159_000 600 38 Always [gluten]
        "Strooibloem 25 kg", "Farine de fleurage 25 kg", "Dusting flour 25 kg";
    "010372" "5419137103723" KGM BG 5_000 1/1 43_000 600 14 Always [gluten]
        "Strooibloem 5 kg", "Farine de fleurage 5 kg", "Dusting flour 5 kg";
    "012555" "5419137125558" KGM BG 25_000 1/1 305_000 600 40 Always [gluten]
        "Bio tarwebloem T55 25 kg", "Farine de froment bio T55 25 kg", "Organic wheat flour T55 25 kg";
    "012551"              "" KGM BG 10_000 1/1 137_000 600 16 Always [gluten]
        "Bio tarwebloem T55 10 kg", "Farine de froment bio T55 10 kg", "Organic wheat flour T55 10 kg";
    "012805" "5419137128054" KGM BG 25_000 1/1 302_000 600 32 Always [gluten]
        "Bio tarwebloem T80 25 kg", "Farine de froment bio T80 25 kg", "Organic wheat flour T80 25 kg";
    "012505" "5419137125053" KGM BG 25_000 1/1 294_000 600 36 Always [gluten]
        "Bio volkoren tarwemeel 25 kg", "Farine complète de froment bio 25 kg", "Organic wholemeal wheat flour 25 kg";
    "012501" "5419137125015" KGM BG 10_000 1/1 132_000 600 14 Always [gluten]
        "Bio volkoren tarwemeel 10 kg", "Farine complète de froment bio 10 kg", "Organic wholemeal wheat flour 10 kg";
    "013305" "5419137133058" KGM BG 25_000 1/1 568_000 600 34 Always [gluten]
        "Bio speltbloem 25 kg", "Farine d'épeautre blanche bio 25 kg", "Organic white spelt flour 25 kg";
    "013301" "5419137133010" KGM BG 10_000 1/1 245_000 600 18 Always [gluten]
        "Bio speltbloem 10 kg", "Farine d'épeautre blanche bio 10 kg", "Organic white spelt flour 10 kg";
    "013315" "5419137133157" KGM BG 25_000 1/1 552_000 600 30 Always [gluten]
        "Bio volkoren speltmeel 25 kg", "Farine complète d'épeautre bio 25 kg", "Organic wholemeal spelt flour 25 kg";
    "013311" "5419137133119" KGM BG 10_000 1/1 239_000 600 14 Always [gluten]
        "Bio volkoren speltmeel 10 kg", "Farine complète d'épeautre bio 10 kg", "Organic wholemeal spelt flour 10 kg";
    "013215" "5419137132150" KGM BG 25_000 1/1 374_000 600 40 Always [gluten]
        "Volkoren speltmeel 25 kg", "Farine complète d'épeautre 25 kg", "Wholemeal spelt flour 25 kg";
    "013211" "5419137132112" KGM BG 10_000 1/1 164_000 600 18 Always [gluten]
        "Volkoren speltmeel 10 kg", "Farine complète d'épeautre 10 kg", "Wholemeal spelt flour 10 kg";
    "013015" "5419137130156" KGM BG 25_000 1/1 189_000 600 44 Always [gluten]
        "Volkoren roggemeel 25 kg", "Farine complète de seigle 25 kg", "Wholemeal rye flour 25 kg";
    "013011" "5419137130118" KGM BG 10_000 1/1 87_000 600 14 Always [gluten]
        "Volkoren roggemeel 10 kg", "Farine complète de seigle 10 kg", "Wholemeal rye flour 10 kg";
    "013025" "5419137130255" KGM BG 25_000 1/1 191_000 600 30 Always [gluten]
        "Roggemeel T130 25 kg", "Farine de seigle T130 25 kg", "Rye flour T130 25 kg";
    "013035" "5419137130354" KGM BG 25_000 1/1 326_000 600 24 Always [gluten]
        "Bio roggemeel 25 kg", "Farine de seigle bio 25 kg", "Organic rye flour 25 kg";
    "013045" "5419137130453" KGM BG 25_000 1/1 198_000 600 16 Always [gluten]
        "Gebroken rogge 25 kg", "Seigle concassé 25 kg", "Cracked rye 25 kg";
    "013405" "5419137134055" KGM BG 25_000 1/1 275_000 600 26 Always []
        "Maïsbloem 25 kg", "Farine de maïs 25 kg", "Maize flour 25 kg";
    "013402" "5419137134024" KGM BG 5_000 1/1 67_000 600 18 Always []
        "Maïsbloem 5 kg", "Farine de maïs 5 kg", "Maize flour 5 kg";
    "013411"              "" KGM BG 10_000 1/1 139_000 600 22 Always []
        "Maïsgries voor polenta 10 kg", "Semoule de maïs pour polenta 10 kg", "Maize grits for polenta 10 kg";
    "013412" "5419137134123" KGM BG 5_000 1/1 74_000 600 20 Always []
        "Maïsgries voor polenta 5 kg", "Semoule de maïs pour polenta 5 kg", "Maize grits for polenta 5 kg";
    "013505" "5419137135052" KGM BG 25_000 1/1 289_000 600 28 Always [gluten]
        "Griesmeel van harde tarwe fijn 25 kg", "Semoule de blé dur fine 25 kg", "Fine durum wheat semolina 25 kg";
    "013502" "5419137135021" KGM BG 5_000 1/1 69_000 600 22 Always [gluten]
        "Griesmeel van harde tarwe fijn 5 kg", "Semoule de blé dur fine 5 kg", "Fine durum wheat semolina 5 kg";
    "013515" "5419137135151" KGM BG 25_000 1/1 304_000 600 20 Always [gluten]
        "Durumbloem rimacinata 25 kg", "Farine de blé dur rimacinata 25 kg", "Durum flour rimacinata 25 kg";
    "013601" "5419137136011" KGM BG 10_000 1/1 389_000 600 22 Always []
        "Glutenvrije broodmix wit 10 kg", "Mélange pour pain blanc sans gluten 10 kg",
        "Gluten-free white bread mix 10 kg";
    "013602" "5419137136028" KGM BG 5_000 1/1 209_000 600 20 Always []
        "Glutenvrije broodmix wit 5 kg", "Mélange pour pain blanc sans gluten 5 kg", "Gluten-free white bread mix 5 kg";
    "013611" "5419137136110" KGM BG 10_000 1/1 415_000 600 18 Always [eggs milk]
        "Glutenvrije gebakmix 10 kg", "Mélange pâtissier sans gluten 10 kg", "Gluten-free pastry mix 10 kg";
    "013612" "5419137136127" KGM BG 5_000 1/1 223_000 600 16 Always [eggs milk]
        "Glutenvrije gebakmix 5 kg", "Mélange pâtissier sans gluten 5 kg", "Gluten-free pastry mix 5 kg";
    "013621" "5419137136219" KGM BG 10_000 1/1 218_000 600 20 Always []
        "Rijstbloem 10 kg", "Farine de riz 10 kg", "Rice flour 10 kg";
    "013622" "5419137136226" KGM BG 5_000 1/1 117_000 600 18 Always []
        "Rijstbloem 5 kg", "Farine de riz 5 kg", "Rice flour 5 kg";
    "013631" "5419137136318" KGM BG 10_000 1/1 276_000 600 28 Always []
        "Boekweitbloem 10 kg", "Farine de sarrasin 10 kg", "Buckwheat flour 10 kg";
    "013632" "5419137136325" KGM BG 5_000 1/1 146_000 600 22 Always []
        "Boekweitbloem 5 kg", "Farine de sarrasin 5 kg", "Buckwheat flour 5 kg";
    "013642" "5419137136424" KGM BG 5_000 1/1 132_000 600 14 Always []
        "Kikkererwtenbloem 5 kg", "Farine de pois chiches 5 kg", "Chickpea flour 5 kg";
    "013651" "5419137136516" KGM BG 10_000 1/1 347_000 600 8 Always [lupin]
        "Lupinebloem 10 kg", "Farine de lupin 10 kg", "Lupin flour 10 kg";
    "013662" "5419137136622" KGM BG 5_000 1/1 469_000 600 8 Winter []
        "Kastanjemeel 5 kg", "Farine de châtaigne 5 kg", "Chestnut flour 5 kg";
    "013706" "5419137137063" KGM BG 15_000 1/1 142_000 600 26 Always [gluten]
        "Tarwezemelen fijn 15 kg", "Son de blé fin 15 kg", "Fine wheat bran 15 kg";
    "013711"              "" KGM BG 10_000 1/1 224_000 600 12 Always [gluten]
        "Tarwekiemen geroosterd 10 kg", "Germes de blé torréfiés 10 kg", "Toasted wheat germ 10 kg";
    "014005" "5419137140056" KGM BG 25_000 1/1 368_000 600 64 Always [gluten soybeans sesame]
        "Broodmix meergranen 25 kg", "Mélange pour pain multicéréales 25 kg", "Multigrain bread mix 25 kg";
    "014001" "5419137140018" KGM BG 10_000 1/1 162_000 600 18 Always [gluten soybeans sesame]
        "Broodmix meergranen 10 kg", "Mélange pour pain multicéréales 10 kg", "Multigrain bread mix 10 kg";
    "014015" "5419137140155" KGM BG 25_000 1/1 394_000 600 40 Always [gluten soybeans]
        "Broodmix zonnepit 25 kg", "Mélange pour pain au tournesol 25 kg", "Sunflower seed bread mix 25 kg";
    "014025" "5419137140254" KGM BG 25_000 1/1 447_000 600 34 Always [gluten soybeans]
        "Broodmix pompoenpit 25 kg", "Mélange pour pain aux graines de courge 25 kg", "Pumpkin seed bread mix 25 kg";
    "014035" "5419137140353" KGM BG 25_000 1/1 352_000 600 38 Always [gluten]
        "Broodmix donker mout 25 kg", "Mélange pour pain foncé au malt 25 kg", "Dark malt bread mix 25 kg";
    "014045" "5419137140452" KGM BG 25_000 1/1 336_000 600 44 Always [gluten]
        "Broodmix boerenbrood 25 kg", "Mélange pour pain de campagne 25 kg", "Farmhouse bread mix 25 kg";
    "014056" "5419137140568" KGM BG 15_000 1/1 529_000 600 20 Always [gluten soybeans lupin sesame]
        "Broodmix koolhydraatarm 15 kg", "Mélange pour pain pauvre en glucides 15 kg", "Low-carb bread mix 15 kg";
    "014066" "5419137140667" KGM BG 15_000 1/1 315_000 600 26 Always [gluten]
        "Broodmix haver en honing 15 kg", "Mélange pour pain avoine et miel 15 kg", "Oat and honey bread mix 15 kg";
    "014075" "5419137140759" KGM BG 25_000 1/1 379_000 600 30 Always [gluten]
        "Broodmix desem rogge 25 kg", "Mélange pour pain de seigle au levain 25 kg", "Rye sourdough bread mix 25 kg";
    "014105" "5419137141053" KGM BG 25_000 1/1 349_000 600 56 Always [gluten soybeans]
        "Mix voor pistolets 25 kg", "Mélange pour pistolets 25 kg", "Pistolet roll mix 25 kg";
    "014115" "5419137141152" KGM BG 25_000 1/1 398_000 600 50 Always [gluten soybeans milk]
        "Mix voor zachte sandwiches 25 kg", "Mélange pour sandwichs moelleux 25 kg", "Soft sandwich roll mix 25 kg";
    "014111" "5419137141114" KGM BG 10_000 1/1 174_000 600 16 Always [gluten soybeans milk]
        "Mix voor zachte sandwiches 10 kg", "Mélange pour sandwichs moelleux 10 kg", "Soft sandwich roll mix 10 kg";
    "014125" "5419137141251" KGM BG 25_000 1/1 318_000 600 48 Always [gluten]
        "Mix voor stokbrood 25 kg", "Mélange pour baguettes 25 kg", "Baguette mix 25 kg";
    "014136" "5419137141367" KGM BG 15_000 1/1 264_000 600 30 Always [gluten milk]
        "Mix voor ciabatta 15 kg", "Mélange pour ciabatta 15 kg", "Ciabatta mix 15 kg";
    "014141" "5419137141411" KGM BG 10_000 1/1 197_000 600 22 Summer [gluten]
        "Mix voor focaccia 10 kg", "Mélange pour focaccia 10 kg", "Focaccia mix 10 kg";
    "014155" "5419137141558" KGM BG 25_000 1/1 386_000 600 38 Always [gluten milk]
        "Mix voor croissants 25 kg", "Mélange pour croissants 25 kg", "Croissant mix 25 kg";
    "014165"              "" KGM BG 25_000 1/1 423_000 600 42 Always [gluten milk eggs]
        "Mix voor kramiek en koekebrood 25 kg", "Mélange pour cramique et craquelin 25 kg",
        "Mix for cramique and sweet bread 25 kg";
    "014176" "5419137141763" KGM BG 15_000 1/1 278_000 600 28 Summer [gluten soybeans milk]
        "Mix voor hamburgerbroodjes 15 kg", "Mélange pour pains à hamburger 15 kg", "Burger bun mix 15 kg";
    "014206" "5419137142067" KGM BG 15_000 1/1 369_000 600 44 Always [gluten milk eggs]
        "Cakemix botersmaak 15 kg", "Mélange pour cake goût beurre 15 kg", "Butter-flavour cake mix 15 kg";
    "014202" "5419137142029" KGM BG 5_000 1/1 138_000 600 22 Always [gluten milk eggs]
        "Cakemix botersmaak 5 kg", "Mélange pour cake goût beurre 5 kg", "Butter-flavour cake mix 5 kg";
    "014216" "5419137142166" KGM BG 15_000 1/1 412_000 600 40 Always [gluten eggs milk]
        "Biscuitmix 15 kg", "Mélange pour génoise 15 kg", "Sponge cake mix 15 kg";
    "014212" "5419137142128" KGM BG 5_000 1/1 153_000 600 20 Always [gluten eggs milk]
        "Biscuitmix 5 kg", "Mélange pour génoise 5 kg", "Sponge cake mix 5 kg";
    "014221" "5419137142210" KGM BG 10_000 1/1 298_000 600 30 Always [gluten eggs milk]
        "Muffinmix naturel 10 kg", "Mélange pour muffins nature 10 kg", "Plain muffin mix 10 kg";
    "014231" "5419137142319" KGM BG 10_000 1/1 376_000 600 32 Always [gluten eggs soybeans]
        "Browniemix 10 kg", "Mélange pour brownies 10 kg", "Brownie mix 10 kg";
    "014241" "5419137142418" KGM BG 10_000 1/1 438_000 600 34 Always [gluten eggs milk]
        "Soezenmix 10 kg", "Mélange pour pâte à choux 10 kg", "Choux pastry mix 10 kg";
    "014251" "5419137142517" KGM BG 10_000 1/1 289_000 600 34 Always [gluten eggs milk]
        "Mix voor Brusselse wafels 10 kg", "Mélange pour gaufres de Bruxelles 10 kg", "Brussels waffle mix 10 kg";
    "014252" "5419137142524" KGM BG 5_000 1/1 156_000 600 28 Always [gluten eggs milk]
        "Mix voor Brusselse wafels 5 kg", "Mélange pour gaufres de Bruxelles 5 kg", "Brussels waffle mix 5 kg";
    "014261" "5419137142616" KGM BG 10_000 1/1 314_000 600 30 Always [gluten milk soybeans]
        "Mix voor Luikse wafels 10 kg", "Mélange pour gaufres de Liège 10 kg", "Liège waffle mix 10 kg";
    "014271" "5419137142715" KGM BG 10_000 1/1 267_000 600 28 Always [gluten eggs milk]
        "Pannenkoekenmix 10 kg", "Mélange pour crêpes 10 kg", "Pancake mix 10 kg";
    "014272" "5419137142722" KGM BG 5_000 1/1 144_000 600 30 Always [gluten eggs milk]
        "Pannenkoekenmix 5 kg", "Mélange pour crêpes 5 kg", "Pancake mix 5 kg";
    "014286" "5419137142869" KGM BG 15_000 1/1 378_000 600 26 Always [gluten milk soybeans eggs]
        "Donutmix 15 kg", "Mélange pour donuts 15 kg", "Doughnut mix 15 kg";
    "014291" "5419137142913" KGM BG 10_000 1/1 299_000 600 30 Saints [gluten]
        "Speculaasmix 10 kg", "Mélange pour spéculoos 10 kg", "Speculoos biscuit mix 10 kg";
    "014301" "5419137143019" KGM BG 10_000 1/1 279_000 600 24 Winter [gluten milk eggs]
        "Oliebollenmix 10 kg", "Mélange pour croustillons 10 kg", "Mix for Dutch doughnut balls 10 kg";
    "014316"              "" KGM BG 15_000 1/1 384_000 600 30 Always [gluten milk]
        "Koekjesmix zandgebak 15 kg", "Mélange pour sablés 15 kg", "Shortbread biscuit mix 15 kg";
}
