//! The fourteen products that tests and stories know by name. Their place and their numbers stay as they are.

use super::{DemoProduct, Season};

products! { NAMED
["flour"]
    "010455" "5419137104553" KGM BG 25_000 1/1 182_500 600 74 Always [gluten]
        "Tarwebloem T45 25 kg", "Farine de froment T45 25 kg", "Wheat flour T45 25 kg";
    "010555" "5419137105550" KGM BG 25_000 1/1 175_000 600 98 Always [gluten]
        "Tarwebloem T55 wit 25 kg", "Farine de froment T55 blanche 25 kg", "Wheat flour T55 white 25 kg";
    "010655" "5419137106557" KGM BG 25_000 1/1 172_000 600 92 Always [gluten]
        "Tarwebloem T65 25 kg", "Farine de froment T65 25 kg", "Wheat flour T65 25 kg";
    "010205" "5419137102054" KGM BG 25_000 1/1 196_000 600 84 Always [gluten]
        "Patentbloem 25 kg", "Farine patente 25 kg", "Patent flour 25 kg";
    "012655" "5419137126555" KGM BG 25_000 1/1 299_000 600 58 Always [gluten]
        "Bio tarwebloem T65 25 kg", "Farine de froment bio T65 25 kg", "Organic wheat flour T65 25 kg";
    "011505" "5419137115054" KGM BG 25_000 1/1 179_000 600 86 Always [gluten]
        "Volkoren tarwemeel 25 kg", "Farine complète de froment 25 kg", "Wholemeal wheat flour 25 kg";
    "013005" "5419137130057" KGM BG 25_000 1/1 194_000 600 62 Always [gluten]
        "Roggebloem 25 kg", "Farine de seigle blanche 25 kg", "White rye flour 25 kg";
    "013205" "5419137132051" KGM BG 25_000 1/1 385_000 600 56 Always [gluten]
        "Speltbloem 25 kg", "Farine d'épeautre blanche 25 kg", "White spelt flour 25 kg";
["yeast"]
    "020100" "5419174201000" KGM CT 10_000 2/1 248_000 600 96 Always []
        "Verse gist blok 500 g (doos 20)", "Levure fraîche en bloc 500 g (carton de 20)",
        "Fresh yeast block 500 g (carton of 20)";
["sugar"]
    "030105" "5419211301052" KGM BG 25_000 1/1 249_000 600 92 Always []
        "Kristalsuiker 25 kg", "Sucre cristallisé 25 kg", "Granulated sugar 25 kg";
["fats"]
    "040101" "5419248401015" KGM CT 10_000 1/1 695_000 600 94 Always [milk]
        "Roomboter 82 % blok 10 kg", "Beurre 82 % en bloc 10 kg", "Butter 82% block 10 kg";
["spices"]
    "100105" "5419470001052" KGM BG 25_000 1/1 89_500 600 90 Always []
        "Fijn zout 25 kg", "Sel fin 25 kg", "Fine salt 25 kg";
["packaging"]
    "130220"              "" C62 BX 100_000 2/2 264_000 2100 82 Always []
        "Taartdozen 22 cm (doos 100)", "Boîtes à tarte 22 cm (boîte de 100)", "Cake boxes 22 cm (box of 100)";
["dairy-eggs"]
    "050101" "5419285501013" KGM BJ 10_000 1/1 315_000 600 88 Always [eggs]
        "Eieren vloeibaar heel-ei emmer 10 kg", "Œufs entiers liquides seau 10 kg", "Liquid whole egg bucket 10 kg";
}
