//! What goes into a dough beside flour: yeast, sugar, fats, dairy and eggs.

use super::{DemoProduct, Season};

products! { DOUGH
["yeast"]
    "020104" "5419174201048" KGM CT 5_000 2/1 132_000 600 44 Always []
        "Verse gist blok 500 g (doos 10)", "Levure fraîche en bloc 500 g (carton de 10)",
        "Fresh yeast block 500 g (carton of 10)";
    "020110" "5419174201109" KGM CT 5_000 2/1 246_000 600 22 Always []
        "Verse gist bio blok 500 g (doos 10)", "Levure fraîche bio en bloc 500 g (carton de 10)",
        "Organic fresh yeast block 500 g (carton of 10)";
    "020125" "5419174201253" KGM BG 25_000 2/1 515_000 600 26 Always []
        "Verse gist gekruimeld 25 kg", "Levure fraîche émiettée 25 kg", "Crumbled fresh yeast 25 kg";
    "020134" "5419174201345" KGM BJ 20_000 2/2 389_000 600 12 Always []
        "Vloeibare gist emmer 20 kg", "Levure liquide seau 20 kg", "Liquid yeast bucket 20 kg";
    "020200" "5419174202007" KGM CT 10_000 1/1 745_000 600 40 Always []
        "Droge instantgist 500 g (doos 20)", "Levure sèche instantanée 500 g (carton de 20)",
        "Instant dry yeast 500 g (carton of 20)";
    "020204" "5419174202045" KGM CT 1_250 1/1 168_000 600 24 Always []
        "Droge instantgist 125 g (doos 10)", "Levure sèche instantanée 125 g (carton de 10)",
        "Instant dry yeast 125 g (carton of 10)";
    "020210" "5419174202106" KGM CT 10_000 1/1 819_000 600 26 Always []
        "Droge instantgist voor zoet deeg 500 g (doos 20)",
        "Levure sèche instantanée pour pâtes sucrées 500 g (carton de 20)",
        "Instant dry yeast for sweet dough 500 g (carton of 20)";
    "020220" "5419174202205" KGM CT 6_000 1/1 498_000 600 12 Always []
        "Actieve droge gist 500 g (doos 12)", "Levure sèche active 500 g (carton de 12)",
        "Active dry yeast 500 g (carton of 12)";
    "020301" "5419174203011" KGM BG 10_000 1/1 426_000 600 36 Always [gluten]
        "Desempoeder tarwe 10 kg", "Levain de froment en poudre 10 kg", "Dried wheat sourdough 10 kg";
    "020311" "5419174203110" KGM BG 10_000 1/1 419_000 600 32 Always [gluten]
        "Desempoeder rogge 10 kg", "Levain de seigle en poudre 10 kg", "Dried rye sourdough 10 kg";
    "020321" "5419174203219" KGM BJ 10_000 1/1 274_000 600 36 Always [gluten]
        "Vloeibare desem tarwe emmer 10 kg", "Levain liquide de froment seau 10 kg",
        "Liquid wheat sourdough bucket 10 kg";
    "020332" "5419174203325" KGM BJ 5_000 1/1 198_000 600 14 Always [gluten]
        "Desem durum pasta emmer 5 kg", "Levain de blé dur en pâte seau 5 kg", "Durum sourdough paste bucket 5 kg";
    "020401" "5419174204018" KGM BG 10_000 1/1 296_000 600 46 Always []
        "Bakpoeder 10 kg", "Poudre à lever 10 kg", "Baking powder 10 kg";
    "020402" "5419174204025" KGM BJ 5_000 1/1 172_000 600 34 Always []
        "Bakpoeder emmer 5 kg", "Poudre à lever seau 5 kg", "Baking powder bucket 5 kg";
    "020400" "5419174204001" KGM CT 12_000 1/1 429_000 600 14 Always []
        "Bakpoeder 1 kg (doos 12)", "Poudre à lever 1 kg (carton de 12)", "Baking powder 1 kg (carton of 12)";
    "020412"              "" KGM BG 5_000 1/1 216_000 600 12 Always []
        "Bakpoeder fosfaatvrij 5 kg", "Poudre à lever sans phosphate 5 kg", "Phosphate-free baking powder 5 kg";
    "020425" "5419174204254" KGM BG 25_000 1/1 298_000 600 18 Always []
        "Natriumbicarbonaat 25 kg", "Bicarbonate de soude 25 kg", "Bicarbonate of soda 25 kg";
    "020422" "5419174204223" KGM BJ 5_000 1/1 94_000 600 22 Always []
        "Natriumbicarbonaat emmer 5 kg", "Bicarbonate de soude seau 5 kg", "Bicarbonate of soda bucket 5 kg";
    "020432" "5419174204322" KGM BJ 5_000 1/1 159_000 600 14 Saints []
        "Ammoniumbicarbonaat voor peperkoek emmer 5 kg", "Bicarbonate d'ammonium pour pain d'épices seau 5 kg",
        "Baker's ammonia for gingerbread bucket 5 kg";
["sugar"]
    "030100" "5419211301007" KGM CT 10_000 1/1 124_000 600 30 Always []
        "Kristalsuiker 1 kg (doos 10)", "Sucre cristallisé 1 kg (carton de 10)", "Granulated sugar 1 kg (carton of 10)";
    "030108"              "" KGM PX 1_000_000 1/1 9_620_000 600 10 Always []
        "Kristalsuiker pallet 40 x 25 kg", "Sucre cristallisé palette 40 x 25 kg", "Granulated sugar pallet 40 x 25 kg";
    "030115" "5419211301151" KGM BG 25_000 1/1 256_000 600 50 Always []
        "Kristalsuiker fijn 25 kg", "Sucre cristallisé fin 25 kg", "Fine granulated sugar 25 kg";
    "030125" "5419211301250" KGM BG 25_000 1/1 329_000 600 66 Always []
        "Bloemsuiker 25 kg", "Sucre impalpable 25 kg", "Icing sugar 25 kg";
    "030121" "5419211301212" KGM BG 10_000 1/1 146_000 600 44 Always []
        "Bloemsuiker 10 kg", "Sucre impalpable 10 kg", "Icing sugar 10 kg";
    "030120" "5419211301205" KGM CT 10_000 1/1 169_000 600 24 Always []
        "Bloemsuiker 1 kg (doos 10)", "Sucre impalpable 1 kg (carton de 10)", "Icing sugar 1 kg (carton of 10)";
    "030131" "5419211301311" KGM BG 10_000 1/1 318_000 600 42 Always []
        "Bloemsuiker niet-smeltend 10 kg", "Sucre neige non fondant 10 kg", "Non-melting snow sugar 10 kg";
    "030132" "5419211301328" KGM BG 5_000 1/1 174_000 600 26 Always []
        "Bloemsuiker niet-smeltend 5 kg", "Sucre neige non fondant 5 kg", "Non-melting snow sugar 5 kg";
    "030141" "5419211301410" KGM BG 10_000 1/1 198_000 600 36 Always []
        "Greinsuiker P4 10 kg", "Sucre perlé P4 10 kg", "Pearl sugar P4 10 kg";
    "030142" "5419211301427" KGM BG 5_000 1/1 109_000 600 20 Always []
        "Greinsuiker P4 5 kg", "Sucre perlé P4 5 kg", "Pearl sugar P4 5 kg";
    "030151" "5419211301519" KGM BG 10_000 1/1 199_000 600 22 Always []
        "Greinsuiker P2 fijn 10 kg", "Sucre perlé P2 fin 10 kg", "Fine pearl sugar P2 10 kg";
    "030161" "5419211301618" KGM BG 10_000 1/1 247_000 600 26 Always []
        "Kandijsuiker donker 10 kg", "Sucre candi brun 10 kg", "Dark candi sugar 10 kg";
    "030175"              "" KGM BG 25_000 1/1 364_000 600 40 Always []
        "Cassonade blond 25 kg", "Cassonade blonde 25 kg", "Light soft brown sugar 25 kg";
    "030171" "5419211301717" KGM BG 10_000 1/1 163_000 600 24 Always []
        "Cassonade blond 10 kg", "Cassonade blonde 10 kg", "Light soft brown sugar 10 kg";
    "030185" "5419211301854" KGM BG 25_000 1/1 368_000 600 42 Always []
        "Cassonade bruin 25 kg", "Cassonade brune 25 kg", "Dark soft brown sugar 25 kg";
    "030181" "5419211301816" KGM BG 10_000 1/1 165_000 600 24 Always []
        "Cassonade bruin 10 kg", "Cassonade brune 10 kg", "Dark soft brown sugar 10 kg";
    "030195" "5419211301953" KGM BG 25_000 1/1 589_000 600 28 Always []
        "Rietsuiker bio 25 kg", "Sucre de canne bio 25 kg", "Organic cane sugar 25 kg";
    "030190" "5419211301908" KGM CT 5_000 1/1 178_000 600 18 Always []
        "Rietsuiker bio 500 g (doos 10)", "Sucre de canne bio 500 g (carton de 10)",
        "Organic cane sugar 500 g (carton of 10)";
    "030202" "5419211302028" KGM BJ 5_000 1/1 189_000 600 38 Always []
        "Vanillesuiker emmer 5 kg", "Sucre vanillé seau 5 kg", "Vanilla sugar bucket 5 kg";
    "030200" "5419211302004" KGM CT 10_000 1/1 336_000 600 22 Always []
        "Vanillesuiker 1 kg (doos 10)", "Sucre vanillé 1 kg (carton de 10)", "Vanilla sugar 1 kg (carton of 10)";
    "030212" "5419211302127" KGM BG 5_000 1/1 167_000 600 36 Always []
        "Suikerklontjes individueel verpakt 5 kg", "Sucre en morceaux emballés individuellement 5 kg",
        "Individually wrapped sugar cubes 5 kg";
    "030220" "5419211302202" C62 CT 1_000_000 1/1 149_000 600 34 Always []
        "Suikersticks 4 g (doos 1000)", "Bûchettes de sucre 4 g (carton de 1000)", "Sugar sticks 4 g (carton of 1000)";
    "030306" "5419211303063" KGM BJ 15_000 1/1 286_000 600 48 Always [sulphites]
        "Glucosestroop 43 °Bé emmer 15 kg", "Sirop de glucose 43 °Bé seau 15 kg", "Glucose syrup 43 °Bé bucket 15 kg";
    "030302" "5419211303025" KGM BJ 5_000 1/1 124_000 600 26 Always [sulphites]
        "Glucosestroop 43 °Bé emmer 5 kg", "Sirop de glucose 43 °Bé seau 5 kg", "Glucose syrup 43 °Bé bucket 5 kg";
    "030310" "5419211303100" KGM BJ 14_000 1/1 319_000 600 40 Always []
        "Invertsuikerpasta emmer 14 kg", "Sucre inverti en pâte seau 14 kg", "Invert sugar paste bucket 14 kg";
    "030326" "5419211303261" KGM BJ 15_000 1/1 698_000 600 32 Always []
        "Bloemenhoning emmer 15 kg", "Miel de fleurs seau 15 kg", "Blossom honey bucket 15 kg";
    "030322" "5419211303223" KGM BJ 5_000 1/1 264_000 600 24 Always []
        "Bloemenhoning emmer 5 kg", "Miel de fleurs seau 5 kg", "Blossom honey bucket 5 kg";
    "030332" "5419211303322" KGM BJ 5_000 1/1 498_000 600 14 Always []
        "Acaciahoning emmer 5 kg", "Miel d'acacia seau 5 kg", "Acacia honey bucket 5 kg";
    "030340" "5419211303407" LTR BO 1_000 1/1 179_000 600 16 Always []
        "Esdoornsiroop fles 1 l", "Sirop d'érable bouteille 1 l", "Maple syrup bottle 1 l";
    "030350"              "" LTR BO 1_000 1/1 86_000 600 14 Always []
        "Agavesiroop fles 1 l", "Sirop d'agave bouteille 1 l", "Agave syrup bottle 1 l";
    "030366" "5419211303667" KGM BJ 15_000 1/1 368_000 600 46 Always []
        "Fondantsuiker wit emmer 15 kg", "Fondant blanc seau 15 kg", "White fondant icing bucket 15 kg";
    "030360" "5419211303605" KGM BJ 7_000 1/1 194_000 600 26 Always []
        "Fondantsuiker wit emmer 7 kg", "Fondant blanc seau 7 kg", "White fondant icing bucket 7 kg";
    "030370" "5419211303704" KGM BJ 7_000 1/1 279_000 600 26 Always [milk soybeans]
        "Fondantsuiker chocolade emmer 7 kg", "Fondant chocolat seau 7 kg", "Chocolate fondant icing bucket 7 kg";
    "030385" "5419211303858" KGM BG 25_000 1/1 415_000 600 24 Summer []
        "Dextrosepoeder 25 kg", "Dextrose en poudre 25 kg", "Dextrose powder 25 kg";
    "030392" "5419211303926" KGM BG 5_000 1/1 318_000 600 14 Always []
        "Isomalt 5 kg", "Isomalt 5 kg", "Isomalt 5 kg";
    "030402" "5419211304022" KGM BG 5_000 1/1 427_000 600 8 Always []
        "Trehalose 5 kg", "Tréhalose 5 kg", "Trehalose 5 kg";
    "030413" "5419211304138" KGM BO 1_000 1/1 79_000 600 24 Always []
        "Karamelsuiker vloeibaar fles 1 kg", "Caramel liquide bouteille 1 kg", "Liquid caramel bottle 1 kg";
    "030422" "5419211304220" KGM BJ 5_000 1/1 198_000 600 16 Saints []
        "Kandijsiroop donker emmer 5 kg", "Sirop de candi brun seau 5 kg", "Dark candi syrup bucket 5 kg";
["fats"]
    "040105" "5419248401053" KGM CT 25_000 1/1 1_710_000 600 24 Always [milk]
        "Roomboter 82 % blok 25 kg", "Beurre 82 % en bloc 25 kg", "Butter 82% block 25 kg";
    "040110" "5419248401107" C62 CT 10_000 1/1 768_000 600 54 Always [milk]
        "Roomboter 82 % plaat 1 kg (doos 10)", "Beurre 82 % en plaque 1 kg (carton de 10)",
        "Butter 82% sheet 1 kg (carton of 10)";
    "040120" "5419248401206" C62 CT 5_000 1/1 799_000 600 50 Always [milk]
        "Toerroomboter 84 % plaat 2 kg (doos 5)", "Beurre de tourage 84 % en plaque 2 kg (carton de 5)",
        "Lamination butter 84% sheet 2 kg (carton of 5)";
    "040130" "5419248401305" C62 CT 5_000 1/1 985_000 600 26 Always [milk]
        "Roomboter AOP plaat 2 kg (doos 5)", "Beurre AOP en plaque 2 kg (carton de 5)",
        "PDO butter sheet 2 kg (carton of 5)";
    "040140" "5419248401404" KGM CT 10_000 1/1 784_000 600 40 Always [milk]
        "Roomboter ongezouten wikkel 500 g (doos 20)", "Beurre doux en plaquette 500 g (carton de 20)",
        "Unsalted butter pat 500 g (carton of 20)";
    "040144" "5419248401442" KGM CT 10_000 1/1 812_000 600 30 Always [milk]
        "Roomboter ongezouten wikkel 250 g (doos 40)", "Beurre doux en plaquette 250 g (carton de 40)",
        "Unsalted butter pat 250 g (carton of 40)";
    "040150" "5419248401503" KGM CT 10_000 1/1 796_000 600 26 Always [milk]
        "Roomboter gezouten wikkel 500 g (doos 20)", "Beurre salé en plaquette 500 g (carton de 20)",
        "Salted butter pat 500 g (carton of 20)";
    "040160"              "" C62 CT 100_000 1/1 119_000 600 32 Always [milk]
        "Boterporties 10 g (doos 100)", "Portions de beurre 10 g (carton de 100)",
        "Butter portions 10 g (carton of 100)";
    "040171" "5419248401718" KGM CT 10_000 1/1 946_000 600 20 Always [milk]
        "Bio roomboter blok 10 kg", "Beurre bio en bloc 10 kg", "Organic butter block 10 kg";
    "040181" "5419248401817" KGM BJ 10_000 1/1 987_000 600 22 Always [milk]
        "Gesmolten boterconcentraat 99,8 % emmer 10 kg", "Beurre concentré 99,8 % seau 10 kg",
        "Concentrated butter 99.8% bucket 10 kg";
    "040201" "5419248402012" KGM CT 10_000 1/1 319_000 600 52 Always [milk]
        "Bakmargarine 10 kg", "Margarine pour pâte 10 kg", "Baking margarine 10 kg";
    "040205" "5419248402050" KGM CT 25_000 1/1 765_000 600 18 Always [milk]
        "Bakmargarine 25 kg", "Margarine pour pâte 25 kg", "Baking margarine 25 kg";
    "040210" "5419248402104" C62 CT 5_000 1/1 384_000 600 40 Always [milk]
        "Toermargarine plaat 2 kg (doos 5)", "Margarine de tourage en plaque 2 kg (carton de 5)",
        "Lamination margarine sheet 2 kg (carton of 5)";
    "040221" "5419248402210" KGM CT 10_000 1/1 362_000 600 32 Always [milk]
        "Crèmemargarine 10 kg", "Margarine pour crème 10 kg", "Creaming margarine 10 kg";
    "040231" "5419248402319" KGM CT 10_000 1/1 354_000 600 26 Always []
        "Plantaardige margarine vegan 10 kg", "Margarine végétale vegan 10 kg", "Plant-based margarine vegan 10 kg";
    "040240" "5419248402401" LTR BO 1_000 6/6 46_000 600 24 Always [milk]
        "Vloeibare margarine fles 1 l", "Margarine liquide bouteille 1 l", "Liquid margarine bottle 1 l";
    "040300" "5419248403002" LTR JC 10_000 1/1 219_000 600 46 Always []
        "Zonnebloemolie bidon 10 l", "Huile de tournesol bidon 10 l", "Sunflower oil jerrycan 10 l";
    "040304" "5419248403040" LTR BO 1_000 6/6 27_000 600 26 Always []
        "Zonnebloemolie fles 1 l", "Huile de tournesol bouteille 1 l", "Sunflower oil bottle 1 l";
    "040310" "5419248403101" LTR JC 10_000 1/1 206_000 600 22 Always []
        "Koolzaadolie bidon 10 l", "Huile de colza bidon 10 l", "Rapeseed oil jerrycan 10 l";
    "040320" "5419248403200" LTR CA 5_000 1/1 449_000 600 32 Always []
        "Olijfolie extra vierge blik 5 l", "Huile d'olive vierge extra boîte 5 l", "Extra virgin olive oil tin 5 l";
    "040324" "5419248403248" LTR BO 1_000 6/6 102_000 600 30 Always []
        "Olijfolie extra vierge fles 1 l", "Huile d'olive vierge extra bouteille 1 l",
        "Extra virgin olive oil bottle 1 l";
    "040330" "5419248403309" LTR JC 10_000 1/1 228_000 600 44 Always []
        "Frituurolie bidon 10 l", "Huile de friture bidon 10 l", "Frying oil jerrycan 10 l";
    "040341" "5419248403415" KGM CT 10_000 1/1 284_000 600 34 Always []
        "Frituurvet plantaardig blok 10 kg", "Graisse de friture végétale en bloc 10 kg",
        "Vegetable frying fat block 10 kg";
    "040350" "5419248403507" C62 CT 5_000 1/1 276_000 600 24 Always []
        "Rundvet blok 2 kg (doos 5)", "Graisse de bœuf en bloc 2 kg (carton de 5)",
        "Beef dripping block 2 kg (carton of 5)";
    "040361"              "" KGM CT 10_000 1/1 418_000 600 22 Always []
        "Kokosvet doos 10 kg", "Graisse de coco carton 10 kg", "Coconut fat carton 10 kg";
    "040370" "5419248403705" C62 CT 6_000 1/1 297_000 600 42 Always []
        "Bakspray lossingsmiddel 600 ml (doos 6)", "Spray de démoulage 600 ml (carton de 6)",
        "Release spray 600 ml (carton of 6)";
    "040380" "5419248403804" LTR JC 10_000 1/1 336_000 600 36 Always []
        "Insmeerolie voor bakvormen bidon 10 l", "Huile de graissage pour moules bidon 10 l",
        "Tin greasing oil jerrycan 10 l";
    "040391" "5419248403910" KGM CT 10_000 1/1 339_000 600 14 Always []
        "Reuzel 10 kg", "Saindoux 10 kg", "Lard 10 kg";
    "040400" "5419248404009" LTR BO 1_000 1/1 114_000 600 12 Always [sesame]
        "Sesamolie geroosterd fles 1 l", "Huile de sésame torréfié bouteille 1 l", "Toasted sesame oil bottle 1 l";
["dairy-eggs"]
    "050100" "5419285501006" KGM CT 12_000 1/1 418_000 600 48 Always [eggs]
        "Eieren vloeibaar heel-ei 1 kg (doos 12)", "Œufs entiers liquides 1 kg (carton de 12)",
        "Liquid whole egg 1 kg (carton of 12)";
    "050111" "5419285501112" KGM BJ 10_000 1/1 278_000 600 50 Always [eggs]
        "Eieren vloeibaar eiwit emmer 10 kg", "Blanc d'œuf liquide seau 10 kg", "Liquid egg white bucket 10 kg";
    "050110" "5419285501105" KGM CT 12_000 1/1 369_000 600 34 Always [eggs]
        "Eieren vloeibaar eiwit 1 kg (doos 12)", "Blanc d'œuf liquide 1 kg (carton de 12)",
        "Liquid egg white 1 kg (carton of 12)";
    "050122" "5419285501228" KGM BJ 5_000 1/1 346_000 600 46 Always [eggs]
        "Eieren vloeibaar eigeel emmer 5 kg", "Jaune d'œuf liquide seau 5 kg", "Liquid egg yolk bucket 5 kg";
    "050120" "5419285501204" KGM CT 12_000 1/1 864_000 600 28 Always [eggs]
        "Eieren vloeibaar eigeel 1 kg (doos 12)", "Jaune d'œuf liquide 1 kg (carton de 12)",
        "Liquid egg yolk 1 kg (carton of 12)";
    "050130" "5419285501303" C62 CT 180_000 1/1 378_000 600 52 Always [eggs]
        "Eieren vers maat M (doos 180)", "Œufs frais calibre M (carton de 180)", "Fresh eggs size M (carton of 180)";
    "050134" "5419285501341" C62 CT 360_000 1/1 739_000 600 22 Always [eggs]
        "Eieren vers maat M (doos 360)", "Œufs frais calibre M (carton de 360)", "Fresh eggs size M (carton of 360)";
    "050140" "5419285501402" C62 CT 180_000 1/1 469_000 600 34 Always [eggs]
        "Eieren vers vrije uitloop maat L (doos 180)", "Œufs frais plein air calibre L (carton de 180)",
        "Fresh free-range eggs size L (carton of 180)";
    "050152" "5419285501525" KGM BJ 5_000 1/1 689_000 600 18 Always [eggs]
        "Eiwitpoeder emmer 5 kg", "Blanc d'œuf en poudre seau 5 kg", "Egg white powder bucket 5 kg";
    "050153" "5419285501532" KGM BG 1_000 1/1 154_000 600 20 Always [eggs]
        "Eiwitpoeder 1 kg", "Blanc d'œuf en poudre 1 kg", "Egg white powder 1 kg";
    "050160" "5419285501600" C62 BJ 75_000 1/1 216_000 600 28 Always [eggs]
        "Gekookte eieren gepeld (emmer 75)", "Œufs durs écalés (seau de 75)", "Peeled boiled eggs (bucket of 75)";
    "050200"              "" LTR CT 10_000 1/1 118_000 600 46 Always [milk]
        "Verse volle melk 10 l", "Lait entier frais 10 l", "Fresh whole milk 10 l";
    "050204" "5419285502041" LTR CT 6_000 2/1 74_000 600 40 Always [milk]
        "Verse volle melk 1 l (doos 6)", "Lait entier frais 1 l (carton de 6)", "Fresh whole milk 1 l (carton of 6)";
    "050210" "5419285502102" LTR CT 12_000 1/1 132_000 600 54 Always [milk]
        "Volle melk UHT 1 l (doos 12)", "Lait entier UHT 1 l (carton de 12)", "UHT whole milk 1 l (carton of 12)";
    "050214" "5419285502140" LTR CT 6_000 1/1 69_000 600 30 Always [milk]
        "Volle melk UHT 1 l (doos 6)", "Lait entier UHT 1 l (carton de 6)", "UHT whole milk 1 l (carton of 6)";
    "050220" "5419285502201" LTR CT 12_000 1/1 119_000 600 52 Always [milk]
        "Halfvolle melk UHT 1 l (doos 12)", "Lait demi-écrémé UHT 1 l (carton de 12)",
        "UHT semi-skimmed milk 1 l (carton of 12)";
    "050224" "5419285502249" LTR CT 6_000 1/1 62_000 600 30 Always [milk]
        "Halfvolle melk UHT 1 l (doos 6)", "Lait demi-écrémé UHT 1 l (carton de 6)",
        "UHT semi-skimmed milk 1 l (carton of 6)";
    "050235" "5419285502355" KGM BG 25_000 1/1 845_000 600 44 Always [milk]
        "Magere melkpoeder 25 kg", "Lait écrémé en poudre 25 kg", "Skimmed milk powder 25 kg";
    "050231" "5419285502317" KGM BG 10_000 1/1 368_000 600 26 Always [milk]
        "Magere melkpoeder 10 kg", "Lait écrémé en poudre 10 kg", "Skimmed milk powder 10 kg";
    "050245" "5419285502454" KGM BG 25_000 1/1 1_090_000 600 34 Always [milk]
        "Volle melkpoeder 25 kg", "Lait entier en poudre 25 kg", "Whole milk powder 25 kg";
    "050255" "5419285502553" KGM BG 25_000 1/1 396_000 600 12 Always [milk]
        "Weipoeder 25 kg", "Lactosérum en poudre 25 kg", "Whey powder 25 kg";
    "050300" "5419285503000" LTR BJ 10_000 1/1 479_000 600 62 Always [milk]
        "Verse slagroom 35 % emmer 10 l", "Crème à fouetter fraîche 35 % seau 10 l",
        "Fresh whipping cream 35% bucket 10 l";
    "050304" "5419285503048" LTR CT 6_000 1/1 304_000 600 48 Always [milk]
        "Verse slagroom 35 % 1 l (doos 6)", "Crème à fouetter fraîche 35 % 1 l (carton de 6)",
        "Fresh whipping cream 35% 1 l (carton of 6)";
    "050310" "5419285503109" LTR BJ 10_000 1/1 548_000 600 48 Always [milk]
        "Verse slagroom 40 % emmer 10 l", "Crème à fouetter fraîche 40 % seau 10 l",
        "Fresh whipping cream 40% bucket 10 l";
    "050314" "5419285503147" LTR CT 6_000 1/1 346_000 600 36 Always [milk]
        "Verse slagroom 40 % 1 l (doos 6)", "Crème à fouetter fraîche 40 % 1 l (carton de 6)",
        "Fresh whipping cream 40% 1 l (carton of 6)";
    "050320" "5419285503208" LTR CT 6_000 1/1 296_000 600 50 Always [milk]
        "Room 35 % UHT 1 l (doos 6)", "Crème 35 % UHT 1 l (carton de 6)", "UHT cream 35% 1 l (carton of 6)";
    "050324" "5419285503246" LTR CT 12_000 1/1 578_000 600 26 Always [milk]
        "Room 35 % UHT 1 l (doos 12)", "Crème 35 % UHT 1 l (carton de 12)", "UHT cream 35% 1 l (carton of 12)";
    "050330" "5419285503307" LTR CT 12_000 1/1 389_000 600 38 Always [milk]
        "Plantaardige room gesuikerd 1 l (doos 12)", "Crème végétale sucrée 1 l (carton de 12)",
        "Sweetened vegetable cream 1 l (carton of 12)";
    "050340"              "" LTR CT 6_000 1/1 208_000 600 38 Always [milk]
        "Kookroom 20 % 1 l (doos 6)", "Crème culinaire 20 % 1 l (carton de 6)", "Cooking cream 20% 1 l (carton of 6)";
    "050400" "5419285504007" KGM TB 2_000 2/1 129_000 600 42 Always [milk]
        "Mascarpone pot 2 kg", "Mascarpone pot 2 kg", "Mascarpone tub 2 kg";
    "050410" "5419285504106" KGM TB 2_000 2/1 134_000 600 40 Always [milk]
        "Verse roomkaas naturel pot 2 kg", "Fromage frais nature pot 2 kg", "Plain cream cheese tub 2 kg";
    "050422" "5419285504229" KGM BJ 5_000 1/1 159_000 600 38 Always [milk]
        "Platte kaas vol emmer 5 kg", "Fromage blanc entier seau 5 kg", "Full-fat quark bucket 5 kg";
    "050432" "5419285504328" KGM BJ 5_000 1/1 116_000 600 28 Always [milk]
        "Volle yoghurt emmer 5 kg", "Yaourt entier seau 5 kg", "Whole yoghurt bucket 5 kg";
    "050440" "5419285504403" LTR CT 6_000 1/1 71_000 600 22 Always [milk]
        "Karnemelk 1 l (doos 6)", "Lait battu 1 l (carton de 6)", "Buttermilk 1 l (carton of 6)";
    "050453" "5419285504533" KGM BG 1_000 4/2 84_000 600 36 Always [milk]
        "Emmentaler gemalen 1 kg", "Emmental râpé 1 kg", "Grated Emmental 1 kg";
    "050460" "5419285504601" KGM BG 2_000 2/1 138_000 600 38 Always [milk]
        "Mozzarella gemalen 2 kg", "Mozzarella râpée 2 kg", "Grated mozzarella 2 kg";
    "050473" "5419285504731" KGM BG 1_000 4/2 92_000 600 40 Always [milk]
        "Jonge kaas gesneden 1 kg", "Gouda jeune en tranches 1 kg", "Sliced young Gouda 1 kg";
    "050483" "5419285504830" KGM BG 1_000 1/1 176_000 600 24 Always [milk]
        "Parmezaan gemalen 1 kg", "Parmesan râpé 1 kg", "Grated Parmesan 1 kg";
    "050490" "5419285504908" LTR CT 6_000 1/1 114_000 600 34 Always [gluten]
        "Haverdrank barista 1 l (doos 6)", "Boisson à l'avoine barista 1 l (carton de 6)",
        "Barista oat drink 1 l (carton of 6)";
    "050500" "5419285505004" LTR CT 6_000 1/1 96_000 600 18 Always [soybeans]
        "Sojadrank naturel 1 l (doos 6)", "Boisson au soja nature 1 l (carton de 6)",
        "Plain soya drink 1 l (carton of 6)";
}
