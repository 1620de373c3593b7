//! Everything around the goods: packaging and cleaning.

use super::{DemoProduct, Season};

products! { AROUND
["packaging"]
    "130180" "5419581301805" C62 BX 100_000 2/2 228_000 2100 52 Always []
        "Taartdozen 18 cm (doos 100)", "Boîtes à tarte 18 cm (boîte de 100)", "Cake boxes 18 cm (box of 100)";
    "130260" "5419581302604" C62 BX 100_000 2/2 316_000 2100 56 Always []
        "Taartdozen 26 cm (doos 100)", "Boîtes à tarte 26 cm (boîte de 100)", "Cake boxes 26 cm (box of 100)";
    "130300"              "" C62 BX 100_000 2/2 379_000 2100 44 Always []
        "Taartdozen 30 cm (doos 100)", "Boîtes à tarte 30 cm (boîte de 100)", "Cake boxes 30 cm (box of 100)";
    "130400" "5419581304004" C62 BX 200_000 1/1 348_000 2100 48 Always []
        "Gebakdoosjes 4 stuks (doos 200)", "Boîtes pâtissières 4 pièces (boîte de 200)",
        "Pastry boxes for 4 (box of 200)";
    "130410"              "" C62 BX 200_000 1/1 416_000 2100 48 Always []
        "Gebakdoosjes 6 stuks (doos 200)", "Boîtes pâtissières 6 pièces (boîte de 200)",
        "Pastry boxes for 6 (box of 200)";
    "130420"              "" C62 BX 100_000 1/1 328_000 2100 34 Always []
        "Pralinedoosjes 250 g goud (doos 100)", "Ballotins 250 g or (boîte de 100)",
        "Gold praline boxes 250 g (box of 100)";
    "130430" "5419581304301" C62 BX 100_000 1/1 419_000 2100 30 Always []
        "Pralinedoosjes 500 g goud (doos 100)", "Ballotins 500 g or (boîte de 100)",
        "Gold praline boxes 500 g (box of 100)";
    "130440" "5419581304400" C62 BX 1_000_000 1/1 74_000 2100 34 Always []
        "Pralinecups bruin nr. 4 (doos 1000)", "Caissettes à pralines brunes n° 4 (boîte de 1000)",
        "Brown praline cups no. 4 (box of 1000)";
    "130450"              "" C62 CT 500_000 1/1 468_000 2100 32 Always []
        "Cakevormen papier bruin 1 kg (doos 500)", "Moules à cake en papier brun 1 kg (carton de 500)",
        "Brown paper cake moulds 1 kg (carton of 500)";
    "130460" "5419581304608" C62 CT 1_000_000 1/1 276_000 2100 36 Always []
        "Muffincups tulp bruin (doos 1000)", "Caissettes tulipe brunes (carton de 1000)",
        "Brown tulip muffin cases (carton of 1000)";
    "130470" "5419581304707" C62 PK 100_000 1/1 189_000 2100 46 Always []
        "Taartkartons goud 24 cm (pak 100)", "Ronds or 24 cm (paquet de 100)", "Gold cake boards 24 cm (pack of 100)";
    "130480"              "" C62 PK 100_000 1/1 248_000 2100 40 Always []
        "Taartkartons goud 28 cm (pak 100)", "Ronds or 28 cm (paquet de 100)", "Gold cake boards 28 cm (pack of 100)";
    "130490" "5419581304905" C62 PK 250_000 1/1 86_000 2100 24 Always []
        "Taartonderleggers kant 24 cm (pak 250)", "Dentelles à gâteau 24 cm (paquet de 250)",
        "Lace doilies 24 cm (pack of 250)";
    "130500" "5419581305001" C62 CT 1_000_000 1/1 328_000 2100 74 Always []
        "Broodzakken papier wit 800 g (doos 1000)", "Sacs à pain papier blanc 800 g (carton de 1000)",
        "White paper bread bags 800 g (carton of 1000)";
    "130510"              "" C62 CT 1_000_000 1/1 316_000 2100 58 Always []
        "Broodzakken papier kraft 600 g (doos 1000)", "Sacs à pain kraft 600 g (carton de 1000)",
        "Kraft bread bags 600 g (carton of 1000)";
    "130520" "5419581305209" C62 CT 1_000_000 1/1 289_000 2100 54 Always []
        "Stokbroodzakken kraft 12 x 60 cm (doos 1000)", "Sacs à baguette kraft 12 x 60 cm (carton de 1000)",
        "Kraft baguette bags 12 x 60 cm (carton of 1000)";
    "130530" "5419581305308" C62 CT 2_000_000 1/1 478_000 2100 52 Always []
        "Broodzakken plastic microperfo (doos 2000)", "Sacs à pain plastique microperforés (carton de 2000)",
        "Microperforated plastic bread bags (carton of 2000)";
    "130540"              "" C62 BX 5_000_000 1/1 196_000 2100 32 Always []
        "Clipbandjes voor broodzakken (doos 5000)", "Clips pour sacs à pain (boîte de 5000)",
        "Bread bag clips (box of 5000)";
    "130550" "5419581305506" C62 CT 1_000_000 1/1 178_000 2100 48 Always []
        "Koekenzakjes papier (doos 1000)", "Sachets à viennoiseries en papier (carton de 1000)",
        "Paper pastry bags (carton of 1000)";
    "130560" "5419581305605" C62 PK 1_000_000 1/1 298_000 2100 34 Always []
        "Cellofaanzakjes 12 x 22 cm (pak 1000)", "Sachets cellophane 12 x 22 cm (paquet de 1000)",
        "Cellophane bags 12 x 22 cm (pack of 1000)";
    "130570"              "" C62 CT 250_000 1/1 426_000 2100 44 Always []
        "Draagtassen kraft met handvat 26 cm (doos 250)", "Sacs en papier kraft à poignées 26 cm (carton de 250)",
        "Kraft carrier bags 26 cm (carton of 250)";
    "130580"              "" C62 CT 1_000_000 1/1 349_000 2100 44 Always []
        "Sandwichzakjes met venster (doos 1000)", "Sachets à sandwich avec fenêtre (carton de 1000)",
        "Sandwich bags with window (carton of 1000)";
    "130600" "5419581306008" C62 BX 500_000 1/1 248_000 2100 72 Always []
        "Bakpapier vellen 40 x 60 cm (doos 500)", "Papier de cuisson en feuilles 40 x 60 cm (boîte de 500)",
        "Baking paper sheets 40 x 60 cm (box of 500)";
    "130610"              "" C62 RO 1_000 1/1 186_000 2100 38 Always []
        "Bakpapier rol 50 cm x 200 m", "Papier de cuisson en rouleau 50 cm x 200 m", "Baking paper roll 50 cm x 200 m";
    "130620" "5419581306206" C62 RO 1_000 2/1 114_000 2100 54 Always []
        "Vershoudfolie 45 cm x 300 m", "Film alimentaire 45 cm x 300 m", "Cling film 45 cm x 300 m";
    "130630" "5419581306305" C62 RO 1_000 1/1 218_000 2100 42 Always []
        "Aluminiumfolie 45 cm x 150 m", "Papier aluminium 45 cm x 150 m", "Aluminium foil 45 cm x 150 m";
    "130640"              "" C62 BX 100_000 1/1 126_000 2100 62 Always []
        "Spuitzakken wegwerp 53 cm (doos 100)", "Poches à douille jetables 53 cm (boîte de 100)",
        "Disposable piping bags 53 cm (box of 100)";
    "130651" "5419581306510" KGM CT 10_000 1/1 348_000 2100 26 Always []
        "Inslagpapier bedrukt 50 x 70 cm 10 kg", "Papier d'emballage imprimé 50 x 70 cm 10 kg",
        "Printed wrapping paper 50 x 70 cm 10 kg";
    "130700" "5419581307005" C62 CT 1_000_000 1/1 628_000 2100 44 Always []
        "Koffiebekers karton 24 cl (doos 1000)", "Gobelets à café en carton 24 cl (carton de 1000)",
        "Paper coffee cups 24 cl (carton of 1000)";
    "130710"              "" C62 CT 1_000_000 1/1 364_000 2100 42 Always []
        "Deksels voor koffiebekers 24 cl (doos 1000)", "Couvercles pour gobelets à café 24 cl (carton de 1000)",
        "Lids for coffee cups 24 cl (carton of 1000)";
    "130720" "5419581307203" C62 CT 300_000 1/1 586_000 2100 34 Always []
        "Saladekommen kraft 750 ml (doos 300)", "Bols à salade kraft 750 ml (carton de 300)",
        "Kraft salad bowls 750 ml (carton of 300)";
    "130730" "5419581307302" C62 CT 300_000 1/1 378_000 2100 32 Always []
        "Deksels voor saladekommen 750 ml (doos 300)", "Couvercles pour bols à salade 750 ml (carton de 300)",
        "Lids for salad bowls 750 ml (carton of 300)";
    "130740"              "" C62 CT 1_000_000 1/1 246_000 2100 30 Always []
        "Houten vorkjes 16 cm (doos 1000)", "Fourchettes en bois 16 cm (carton de 1000)",
        "Wooden forks 16 cm (carton of 1000)";
    "130750" "5419581307500" C62 CT 2_000_000 1/1 298_000 2100 44 Always []
        "Servetten wit 33 x 33 cm 2-laags (doos 2000)", "Serviettes blanches 33 x 33 cm 2 plis (carton de 2000)",
        "White napkins 33 x 33 cm 2-ply (carton of 2000)";
    "130760" "5419581307609" C62 CT 1_200_000 1/1 468_000 2100 26 Always []
        "Servetten bordeaux 40 x 40 cm (doos 1200)", "Serviettes bordeaux 40 x 40 cm (carton de 1200)",
        "Burgundy napkins 40 x 40 cm (carton of 1200)";
    "130770"              "" C62 CT 250_000 1/1 548_000 2100 26 Winter []
        "Soepbekers kraft 480 ml met deksel (doos 250)", "Bols à soupe kraft 480 ml avec couvercle (carton de 250)",
        "Kraft soup cups 480 ml with lid (carton of 250)";
    "130780" "5419581307807" C62 CT 1_000_000 1/1 446_000 2100 20 Summer []
        "IJsbekertjes karton 120 ml (doos 1000)", "Pots à glace en carton 120 ml (carton de 1000)",
        "Paper ice-cream cups 120 ml (carton of 1000)";
    "130790" "5419581307906" C62 CT 1_000_000 1/1 286_000 2100 18 Always []
        "Wafelbakjes karton (doos 1000)", "Barquettes à gaufres en carton (carton de 1000)",
        "Paper waffle trays (carton of 1000)";
    "130800"              "" C62 RO 1_000 1/1 78_000 2100 30 Always []
        "Cadeaulint goud 10 mm x 250 m", "Bolduc or 10 mm x 250 m", "Gold curling ribbon 10 mm x 250 m";
["cleaning"]
    "140100" "5419618401003" LTR JC 10_000 1/1 218_000 2100 44 Always []
        "Handafwasmiddel geconcentreerd bidon 10 l", "Liquide vaisselle main concentré bidon 10 l",
        "Concentrated hand dishwashing liquid jerrycan 10 l";
    "140110" "5419618401102" LTR JC 10_000 1/1 346_000 2100 40 Always []
        "Vaatwasmiddel vloeibaar machine bidon 10 l", "Détergent liquide lave-vaisselle bidon 10 l",
        "Machine dishwashing liquid jerrycan 10 l";
    "140120" "5419618401201" LTR JC 10_000 1/1 368_000 2100 32 Always []
        "Spoelglansmiddel bidon 10 l", "Liquide de rinçage bidon 10 l", "Rinse aid jerrycan 10 l";
    "140135" "5419618401355" KGM BG 25_000 1/1 129_000 2100 22 Always []
        "Vaatwaszout grof 25 kg", "Sel pour lave-vaisselle 25 kg", "Dishwasher salt 25 kg";
    "140140" "5419618401409" LTR JC 10_000 1/1 278_000 2100 38 Always []
        "Ontvetter sterk bidon 10 l", "Dégraissant puissant bidon 10 l", "Heavy-duty degreaser jerrycan 10 l";
    "140144" "5419618401447" LTR BO 1_000 6/6 54_000 2100 20 Always []
        "Ontvetter sterk fles 1 l", "Dégraissant puissant bouteille 1 l", "Heavy-duty degreaser bottle 1 l";
    "140150" "5419618401508" LTR JC 5_000 1/1 246_000 2100 30 Always []
        "Ovenreiniger bidon 5 l", "Nettoyant four bidon 5 l", "Oven cleaner jerrycan 5 l";
    "140160" "5419618401607" LTR BO 1_000 1/1 78_000 2100 22 Always []
        "Ontkalker voor koffiemachines fles 1 l", "Détartrant pour machines à café bouteille 1 l",
        "Descaler for coffee machines bottle 1 l";
    "140170" "5419618401706" LTR JC 5_000 1/1 238_000 2100 44 Always []
        "Oppervlaktereiniger desinfecterend bidon 5 l", "Nettoyant désinfectant pour surfaces bidon 5 l",
        "Disinfecting surface cleaner jerrycan 5 l";
    "140174" "5419618401744" LTR BO 1_000 6/6 64_000 2100 24 Always []
        "Oppervlaktereiniger desinfecterend fles 1 l", "Nettoyant désinfectant pour surfaces bouteille 1 l",
        "Disinfecting surface cleaner bottle 1 l";
    "140180" "5419618401805" LTR JC 5_000 1/1 146_000 2100 42 Always []
        "Handzeep vloeibaar ongeparfumeerd bidon 5 l", "Savon liquide pour les mains sans parfum bidon 5 l",
        "Unscented liquid hand soap jerrycan 5 l";
    "140190" "5419618401904" LTR BO 1_000 1/1 82_000 2100 18 Always []
        "Alcoholgel voor de handen fles 1 l", "Gel hydroalcoolique bouteille 1 l", "Alcohol hand gel bottle 1 l";
    "140200" "5419618402000" LTR JC 5_000 1/1 138_000 2100 30 Always []
        "Vloerreiniger neutraal bidon 5 l", "Nettoyant sol neutre bidon 5 l", "Neutral floor cleaner jerrycan 5 l";
    "140210" "5419618402109" C62 PK 2_000 1/1 238_000 2100 56 Always []
        "Poetspapier op rol 2-laags 300 m (pak 2)", "Essuie-tout en bobine 2 plis 300 m (paquet de 2)",
        "Wiping paper roll 2-ply 300 m (pack of 2)";
    "140220" "5419618402208" C62 CT 3_000_000 1/1 318_000 2100 46 Always []
        "Handdoekjes papier Z-vouw (doos 3000)", "Essuie-mains papier pliage Z (carton de 3000)",
        "Paper hand towels Z-fold (carton of 3000)";
    "140230" "5419618402307" C62 PK 72_000 1/1 296_000 2100 34 Always []
        "Toiletpapier 3-laags (pak 72)", "Papier toilette 3 plis (paquet de 72)", "Toilet paper 3-ply (pack of 72)";
    "140240"              "" C62 CT 200_000 1/1 324_000 2100 44 Always []
        "Vuilniszakken 120 l zwart (doos 200)", "Sacs-poubelle 120 l noirs (carton de 200)",
        "Black bin bags 120 l (carton of 200)";
    "140250" "5419618402505" C62 BX 100_000 2/2 58_000 2100 48 Always []
        "Handschoenen nitril blauw maat M (doos 100)", "Gants nitrile bleus taille M (boîte de 100)",
        "Blue nitrile gloves size M (box of 100)";
    "140260" "5419618402604" C62 BX 100_000 2/2 58_000 2100 44 Always []
        "Handschoenen nitril blauw maat L (doos 100)", "Gants nitrile bleus taille L (boîte de 100)",
        "Blue nitrile gloves size L (box of 100)";
    "140270" "5419618402703" C62 BX 100_000 1/1 49_000 2100 24 Always []
        "Haarnetjes wit (doos 100)", "Charlottes blanches (boîte de 100)", "White hair nets (box of 100)";
    "140280" "5419618402802" C62 PK 10_000 1/1 46_000 2100 36 Always []
        "Schuursponzen (pak 10)", "Éponges à récurer (paquet de 10)", "Scouring sponges (pack of 10)";
    "140290" "5419618402901" C62 PK 10_000 1/1 98_000 2100 28 Always []
        "Microvezeldoeken blauw (pak 10)", "Chiffons microfibre bleus (paquet de 10)",
        "Blue microfibre cloths (pack of 10)";
}
