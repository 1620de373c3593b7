//! The pastry kitchen: chocolate, fillings, nuts and seeds.

use super::{DemoProduct, Season};

products! { PASTRY
["chocolate"]
    "060101" "5419322601010" KGM BG 10_000 1/1 1_280_000 600 84 Always [soybeans]
        "Callets puur 54,5 % 10 kg", "Pastilles de chocolat noir 54,5 % 10 kg", "Dark chocolate drops 54.5% 10 kg";
    "060107" "5419322601072" KGM BG 2_500 1/1 349_000 600 58 Always [soybeans]
        "Callets puur 54,5 % 2,5 kg", "Pastilles de chocolat noir 54,5 % 2,5 kg", "Dark chocolate drops 54.5% 2.5 kg";
    "060111" "5419322601119" KGM BG 10_000 1/1 1_320_000 600 78 Always [milk soybeans]
        "Callets melk 33,6 % 10 kg", "Pastilles de chocolat au lait 33,6 % 10 kg", "Milk chocolate drops 33.6% 10 kg";
    "060117" "5419322601171" KGM BG 2_500 1/1 362_000 600 54 Always [milk soybeans]
        "Callets melk 33,6 % 2,5 kg", "Pastilles de chocolat au lait 33,6 % 2,5 kg",
        "Milk chocolate drops 33.6% 2.5 kg";
    "060121" "5419322601218" KGM BG 10_000 1/1 1_360_000 600 70 Always [milk soybeans]
        "Callets wit 28 % 10 kg", "Pastilles de chocolat blanc 28 % 10 kg", "White chocolate drops 28% 10 kg";
    "060127"              "" KGM BG 2_500 1/1 371_000 600 52 Always [milk soybeans]
        "Callets wit 28 % 2,5 kg", "Pastilles de chocolat blanc 28 % 2,5 kg", "White chocolate drops 28% 2.5 kg";
    "060131" "5419322601317" KGM BG 10_000 1/1 1_490_000 600 50 Always [soybeans]
        "Callets puur 70 % 10 kg", "Pastilles de chocolat noir 70 % 10 kg", "Dark chocolate drops 70% 10 kg";
    "060137" "5419322601379" KGM BG 2_500 1/1 406_000 600 40 Always [soybeans]
        "Callets puur 70 % 2,5 kg", "Pastilles de chocolat noir 70 % 2,5 kg", "Dark chocolate drops 70% 2.5 kg";
    "060141" "5419322601416" KGM BG 10_000 1/1 1_390_000 600 38 Always [soybeans]
        "Callets puur 60 % vloeibaar 10 kg", "Pastilles de chocolat noir 60 % fluides 10 kg",
        "Dark chocolate drops 60% high fluidity 10 kg";
    "060157" "5419322601577" KGM BG 2_500 1/1 418_000 600 34 Always [milk soybeans]
        "Callets melk karamel 2,5 kg", "Pastilles de chocolat au lait caramel 2,5 kg",
        "Caramel milk chocolate drops 2.5 kg";
    "060167" "5419322601676" KGM BG 2_500 1/1 426_000 600 28 Always [milk soybeans]
        "Callets blond 2,5 kg", "Pastilles de chocolat blond 2,5 kg", "Blond chocolate drops 2.5 kg";
    "060177" "5419322601775" KGM BG 2_500 1/1 469_000 600 16 Easter [milk soybeans]
        "Callets roze framboos 2,5 kg", "Pastilles roses à la framboise 2,5 kg", "Pink raspberry drops 2.5 kg";
    "060187" "5419322601874" KGM BG 2_500 1/1 498_000 600 14 Always [milk soybeans]
        "Callets melk zonder toegevoegde suiker 2,5 kg", "Pastilles de chocolat au lait sans sucres ajoutés 2,5 kg",
        "Milk chocolate drops no added sugar 2.5 kg";
    "060197" "5419322601973" KGM BG 2_500 1/1 474_000 600 18 Always [soybeans]
        "Callets puur bio 60 % 2,5 kg", "Pastilles de chocolat noir bio 60 % 2,5 kg",
        "Organic dark chocolate drops 60% 2.5 kg";
    "060200" "5419322602000" C62 CT 5_000 1/1 3_180_000 600 36 Always [soybeans]
        "Couverture puur blok 5 kg 57 % (doos 5)", "Couverture noire en bloc 5 kg 57 % (carton de 5)",
        "Dark couverture block 5 kg 57% (carton of 5)";
    "060210" "5419322602109" C62 CT 5_000 1/1 3_290_000 600 32 Always [milk soybeans]
        "Couverture melk blok 5 kg 35 % (doos 5)", "Couverture au lait en bloc 5 kg 35 % (carton de 5)",
        "Milk couverture block 5 kg 35% (carton of 5)";
    "060227" "5419322602277" KGM BG 2_500 1/1 528_000 600 22 Always [soybeans]
        "Couverture origine Ecuador 72 % 2,5 kg", "Couverture origine Équateur 72 % 2,5 kg",
        "Single origin couverture Ecuador 72% 2.5 kg";
    "060237" "5419322602376" KGM BG 2_500 1/1 546_000 600 20 Always [soybeans]
        "Couverture origine Madagaskar 67 % 2,5 kg", "Couverture origine Madagascar 67 % 2,5 kg",
        "Single origin couverture Madagascar 67% 2.5 kg";
    "060247" "5419322602475" KGM BG 2_500 1/1 494_000 600 20 Always [milk soybeans]
        "Couverture melk origine Ghana 40 % 2,5 kg", "Couverture au lait origine Ghana 40 % 2,5 kg",
        "Single origin milk couverture Ghana 40% 2.5 kg";
    "060300" "5419322603007" C62 BX 300_000 1/1 219_000 600 58 Always [soybeans]
        "Chocoladestaafjes puur 8 cm (doos 300)", "Bâtons de chocolat noir 8 cm (boîte de 300)",
        "Dark chocolate sticks 8 cm (box of 300)";
    "060304" "5419322603045" C62 BX 1_500_000 1/1 1_040_000 600 26 Always [soybeans]
        "Chocoladestaafjes puur 8 cm 300 stuks (doos 5)", "Bâtons de chocolat noir 8 cm 300 pièces (boîte de 5)",
        "Dark chocolate sticks 8 cm 300 pieces (box of 5)";
    "060311" "5419322603113" KGM BG 10_000 1/1 965_000 600 52 Always [soybeans]
        "Bakvaste druppels puur 10 kg", "Gouttes de chocolat noir résistantes à la cuisson 10 kg",
        "Bake-stable dark chocolate chips 10 kg";
    "060317"              "" KGM BG 2_500 1/1 274_000 600 36 Always [soybeans]
        "Bakvaste druppels puur 2,5 kg", "Gouttes de chocolat noir résistantes à la cuisson 2,5 kg",
        "Bake-stable dark chocolate chips 2.5 kg";
    "060327" "5419322603274" KGM BG 2_500 1/1 292_000 600 36 Always [milk soybeans]
        "Bakvaste druppels melk 2,5 kg", "Gouttes de chocolat au lait résistantes à la cuisson 2,5 kg",
        "Bake-stable milk chocolate chips 2.5 kg";
    "060331" "5419322603311" KGM BG 10_000 1/1 1_020_000 600 30 Always [soybeans]
        "Bakvaste chunks puur 10 kg", "Gros morceaux de chocolat noir à cuire 10 kg",
        "Bake-stable dark chocolate chunks 10 kg";
    "060341" "5419322603410" KGM BG 10_000 1/1 1_080_000 600 22 Always [milk soybeans]
        "Bakvaste chunks wit 10 kg", "Gros morceaux de chocolat blanc à cuire 10 kg",
        "Bake-stable white chocolate chunks 10 kg";
    "060402" "5419322604028" KGM BG 5_000 1/1 698_000 600 50 Always []
        "Cacaopoeder 22-24 % alkalisch 5 kg", "Cacao en poudre 22-24 % alcalinisé 5 kg",
        "Alkalised cocoa powder 22-24% 5 kg";
    "060403" "5419322604035" KGM BG 1_000 1/1 156_000 600 40 Always []
        "Cacaopoeder 22-24 % alkalisch 1 kg", "Cacao en poudre 22-24 % alcalinisé 1 kg",
        "Alkalised cocoa powder 22-24% 1 kg";
    "060415" "5419322604158" KGM BG 25_000 1/1 2_680_000 600 20 Always []
        "Cacaopoeder mager 10-12 % 25 kg", "Cacao maigre en poudre 10-12 % 25 kg", "Low-fat cocoa powder 10-12% 25 kg";
    "060420" "5419322604202" KGM BJ 3_000 1/1 896_000 600 30 Always []
        "Cacaoboter callets emmer 3 kg", "Pastilles de beurre de cacao seau 3 kg", "Cocoa butter drops bucket 3 kg";
    "060432" "5419322604325" KGM BG 5_000 1/1 845_000 600 16 Always []
        "Cacaomassa 5 kg", "Pâte de cacao 5 kg", "Cocoa mass 5 kg";
    "060443" "5419322604431" KGM BG 1_000 1/1 234_000 600 16 Always []
        "Cacaonibs geroosterd 1 kg", "Grué de cacao torréfié 1 kg", "Roasted cocoa nibs 1 kg";
    "060502" "5419322605025" KGM BJ 5_000 1/1 786_000 600 44 Always [nuts soybeans]
        "Praliné hazelnoot 50 % emmer 5 kg", "Praliné noisette 50 % seau 5 kg", "Hazelnut praline 50% bucket 5 kg";
    "060512" "5419322605124" KGM BJ 5_000 1/1 849_000 600 30 Always [nuts soybeans]
        "Praliné amandel-hazelnoot 60 % emmer 5 kg", "Praliné amande-noisette 60 % seau 5 kg",
        "Almond hazelnut praline 60% bucket 5 kg";
    "060522" "5419322605223" KGM BJ 5_000 1/1 824_000 600 28 Always [nuts milk soybeans]
        "Gianduja melk emmer 5 kg", "Gianduja au lait seau 5 kg", "Milk gianduja bucket 5 kg";
    "060532" "5419322605322" KGM BJ 5_000 1/1 1_040_000 600 22 Always [nuts]
        "Hazelnootpasta puur 100 % emmer 5 kg", "Pâte de noisettes pure 100 % seau 5 kg",
        "Pure hazelnut paste 100% bucket 5 kg";
    "060543" "5419322605438" KGM BJ 1_000 1/1 548_000 600 26 Always [nuts]
        "Pistachepasta puur 100 % emmer 1 kg", "Pâte de pistaches pure 100 % seau 1 kg",
        "Pure pistachio paste 100% bucket 1 kg";
    "060551" "5419322605513" KGM BJ 10_000 1/1 689_000 600 50 Always [nuts milk soybeans]
        "Chocopasta hazelnoot bakvast emmer 10 kg", "Pâte à tartiner noisette à cuire seau 10 kg",
        "Bake-stable hazelnut chocolate spread bucket 10 kg";
    "060552" "5419322605520" KGM BJ 5_000 1/1 374_000 600 30 Always [nuts milk soybeans]
        "Chocopasta hazelnoot bakvast emmer 5 kg", "Pâte à tartiner noisette à cuire seau 5 kg",
        "Bake-stable hazelnut chocolate spread bucket 5 kg";
    "060602"              "" KGM BJ 5_000 1/1 496_000 600 30 Always [milk soybeans]
        "Ganache puur gebruiksklaar emmer 5 kg", "Ganache noire prête à l'emploi seau 5 kg",
        "Ready-to-use dark ganache bucket 5 kg";
    "060612" "5419322606121" KGM BJ 5_000 1/1 379_000 600 36 Always [soybeans]
        "Cacaofantasie pâte à glacer puur emmer 5 kg", "Pâte à glacer brune seau 5 kg",
        "Dark coating compound bucket 5 kg";
    "060622" "5419322606220" KGM BJ 5_000 1/1 398_000 600 28 Always [milk soybeans]
        "Cacaofantasie pâte à glacer wit emmer 5 kg", "Pâte à glacer ivoire seau 5 kg",
        "White coating compound bucket 5 kg";
    "060633" "5419322606336" KGM BG 1_000 1/1 159_000 600 34 Always [soybeans]
        "Chocoladevlokken puur 1 kg", "Copeaux de chocolat noir 1 kg", "Dark chocolate flakes 1 kg";
    "060632" "5419322606329" KGM CT 5_000 1/1 725_000 600 18 Always [soybeans]
        "Chocoladevlokken puur doos 5 kg", "Copeaux de chocolat noir carton 5 kg", "Dark chocolate flakes carton 5 kg";
    "060643" "5419322606435" KGM BG 1_000 1/1 108_000 600 38 Always [soybeans]
        "Hagelslag puur 1 kg", "Vermicelles de chocolat noir 1 kg", "Dark chocolate vermicelli 1 kg";
    "060641" "5419322606411" KGM CT 10_000 1/1 924_000 600 20 Always [soybeans]
        "Hagelslag puur doos 10 kg", "Vermicelles de chocolat noir carton 10 kg",
        "Dark chocolate vermicelli carton 10 kg";
    "060653" "5419322606534" KGM BG 1_000 1/1 112_000 600 32 Always [milk soybeans]
        "Hagelslag melk 1 kg", "Vermicelles de chocolat au lait 1 kg", "Milk chocolate vermicelli 1 kg";
    "060702" "5419322607029" KGM CT 5_000 1/1 945_000 600 38 Easter [milk soybeans nuts]
        "Chocolade paaseitjes assorti doos 5 kg", "Petits œufs de Pâques en chocolat assortis carton 5 kg",
        "Assorted chocolate Easter eggs carton 5 kg";
    "060710" "5419322607104" C62 CT 24_000 1/1 624_000 600 30 Easter [milk soybeans]
        "Holle paashazen melk 100 g (doos 24)", "Lapins de Pâques creux au lait 100 g (carton de 24)",
        "Hollow milk chocolate bunnies 100 g (carton of 24)";
    "060720" "5419322607203" C62 CT 36_000 1/1 589_000 600 22 Easter [soybeans]
        "Holle paaseieren halve vorm puur 12 cm (doos 36)", "Demi-œufs de Pâques creux noir 12 cm (carton de 36)",
        "Dark chocolate half egg shells 12 cm (carton of 36)";
    "060730" "5419322607302" C62 CT 40_000 1/1 685_000 600 40 Saints [milk soybeans]
        "Sinterklaasfiguren melk 60 g (doos 40)", "Saint-Nicolas en chocolat au lait 60 g (carton de 40)",
        "Milk chocolate Saint Nicholas figures 60 g (carton of 40)";
    "060742" "5419322607425" KGM CT 5_000 1/1 748_000 600 32 Saints [milk soybeans]
        "Chocolade munten melk doos 5 kg", "Pièces en chocolat au lait carton 5 kg", "Milk chocolate coins carton 5 kg";
    "060750" "5419322607500" C62 BX 504_000 1/1 516_000 600 28 Winter [soybeans]
        "Holle bolletjes truffel puur (doos 504)", "Sphères à truffes noir (boîte de 504)",
        "Dark truffle shells (box of 504)";
    "060760" "5419322607609" C62 BX 270_000 1/1 468_000 600 24 Always [soybeans]
        "Chocoladekuipjes puur 4 cm (doos 270)", "Coupelles en chocolat noir 4 cm (boîte de 270)",
        "Dark chocolate cups 4 cm (box of 270)";
    "060770" "5419322607708" KGM BX 10_000 1/1 985_000 600 30 Winter [milk]
        "Chocodrank poeder 32 % 1 kg (doos 10)", "Poudre pour chocolat chaud 32 % 1 kg (boîte de 10)",
        "Drinking chocolate powder 32% 1 kg (box of 10)";
    "060773" "5419322607739" KGM BG 1_000 1/1 106_000 600 26 Winter [milk]
        "Chocodrank poeder 32 % 1 kg", "Poudre pour chocolat chaud 32 % 1 kg", "Drinking chocolate powder 32% 1 kg";
["fillings"]
    "070106"              "" KGM BG 15_000 1/1 568_000 600 66 Always [milk]
        "Banketbakkersroompoeder koud 15 kg", "Crème pâtissière en poudre à froid 15 kg",
        "Cold custard cream powder 15 kg";
    "070102" "5419359701028" KGM BG 5_000 1/1 214_000 600 34 Always [milk]
        "Banketbakkersroompoeder koud 5 kg", "Crème pâtissière en poudre à froid 5 kg",
        "Cold custard cream powder 5 kg";
    "070115" "5419359701158" KGM BG 25_000 1/1 615_000 600 50 Always []
        "Banketbakkersroompoeder warm 25 kg", "Crème pâtissière en poudre à chaud 25 kg",
        "Hot custard cream powder 25 kg";
    "070111" "5419359701110" KGM BG 10_000 1/1 264_000 600 28 Always []
        "Banketbakkersroompoeder warm 10 kg", "Crème pâtissière en poudre à chaud 10 kg",
        "Hot custard cream powder 10 kg";
    "070120" "5419359701202" KGM BJ 12_000 1/1 346_000 600 40 Always [milk eggs]
        "Banketbakkersroom gebruiksklaar emmer 12 kg", "Crème pâtissière prête à l'emploi seau 12 kg",
        "Ready-to-use pastry cream bucket 12 kg";
    "070130" "5419359701301" KGM BJ 12_000 1/1 389_000 600 34 Always [milk]
        "Bakvaste crème vanille emmer 12 kg", "Crème vanille à cuire seau 12 kg",
        "Bake-stable vanilla cream bucket 12 kg";
    "070142" "5419359701424" KGM BG 5_000 1/1 398_000 600 30 Always [milk]
        "Mousse poeder neutraal 5 kg", "Mousse neutre en poudre 5 kg", "Neutral mousse powder 5 kg";
    "070153" "5419359701530" KGM BG 1_000 1/1 136_000 600 24 Always []
        "Bavaroispoeder framboos 1 kg", "Bavarois framboise en poudre 1 kg", "Raspberry bavarois powder 1 kg";
    "070163" "5419359701639" KGM BG 1_000 1/1 139_000 600 22 Summer []
        "Bavaroispoeder mango-passie 1 kg", "Bavarois mangue-passion en poudre 1 kg",
        "Mango passion fruit bavarois powder 1 kg";
    "070200" "5419359702001" KGM BJ 12_000 1/1 338_000 600 54 Always [sulphites]
        "Appelvulling 90 % stukjes emmer 12 kg", "Garniture pommes 90 % morceaux seau 12 kg",
        "Apple filling 90% pieces bucket 12 kg";
    "070204" "5419359702049" KGM CA 2_700 1/1 94_000 600 26 Always [sulphites]
        "Appelvulling 90 % stukjes blik 2,7 kg", "Garniture pommes 90 % morceaux boîte 2,7 kg",
        "Apple filling 90% pieces tin 2.7 kg";
    "070212" "5419359702124" KGM BJ 5_000 1/1 249_000 600 46 Always []
        "Kersenvulling 70 % emmer 5 kg", "Garniture cerises 70 % seau 5 kg", "Cherry filling 70% bucket 5 kg";
    "070210" "5419359702100" KGM CA 2_700 1/1 136_000 600 26 Always []
        "Kersenvulling 70 % blik 2,7 kg", "Garniture cerises 70 % boîte 2,7 kg", "Cherry filling 70% tin 2.7 kg";
    "070222" "5419359702223" KGM BJ 5_000 1/1 238_000 600 36 Summer []
        "Aardbeienvulling 60 % emmer 5 kg", "Garniture fraises 60 % seau 5 kg", "Strawberry filling 60% bucket 5 kg";
    "070232" "5419359702322" KGM BJ 5_000 1/1 267_000 600 32 Always []
        "Bosvruchtenvulling 70 % emmer 5 kg", "Garniture fruits des bois 70 % seau 5 kg",
        "Forest fruit filling 70% bucket 5 kg";
    "070242" "5419359702421" KGM BJ 5_000 1/1 226_000 600 38 Always [sulphites]
        "Abrikozenvulling 70 % emmer 5 kg", "Garniture abricots 70 % seau 5 kg", "Apricot filling 70% bucket 5 kg";
    "070250" "5419359702506" KGM BJ 12_000 1/1 297_000 600 34 Always [milk eggs]
        "Rijstvulling voor rijsttaart emmer 12 kg", "Garniture au riz pour tarte au riz seau 12 kg",
        "Rice filling for rice tart bucket 12 kg";
    "070262"              "" KGM BJ 5_000 1/1 229_000 600 34 Always [eggs]
        "Citroenvulling emmer 5 kg", "Garniture au citron seau 5 kg", "Lemon filling bucket 5 kg";
    "070272" "5419359702728" KGM BJ 5_000 1/1 218_000 600 20 Summer []
        "Rabarbervulling emmer 5 kg", "Garniture à la rhubarbe seau 5 kg", "Rhubarb filling bucket 5 kg";
    "070300" "5419359703008" KGM BJ 12_500 1/1 368_000 600 52 Always [sulphites]
        "Abrikozenconfituur gepureerd emmer 12,5 kg", "Confiture d'abricots mixée seau 12,5 kg",
        "Smooth apricot jam bucket 12.5 kg";
    "070302" "5419359703022" KGM BJ 5_000 1/1 174_000 600 26 Always [sulphites]
        "Abrikozenconfituur gepureerd emmer 5 kg", "Confiture d'abricots mixée seau 5 kg",
        "Smooth apricot jam bucket 5 kg";
    "070312" "5419359703121" KGM BJ 5_000 1/1 198_000 600 38 Always []
        "Frambozenconfituur met pitjes emmer 5 kg", "Confiture de framboises avec pépins seau 5 kg",
        "Raspberry jam with seeds bucket 5 kg";
    "070322" "5419359703220" KGM BJ 5_000 1/1 186_000 600 36 Always []
        "Aardbeienconfituur emmer 5 kg", "Confiture de fraises seau 5 kg", "Strawberry jam bucket 5 kg";
    "070320" "5419359703206" KGM CT 4_500 1/1 249_000 600 18 Always []
        "Aardbeienconfituur 450 g (doos 10)", "Confiture de fraises 450 g (carton de 10)",
        "Strawberry jam 450 g (carton of 10)";
    "070330" "5419359703305" KGM BJ 12_000 1/1 369_000 600 48 Always []
        "Nappage neutraal koud emmer 12 kg", "Nappage neutre à froid seau 12 kg", "Cold neutral glaze bucket 12 kg";
    "070332" "5419359703329" KGM BJ 5_000 1/1 178_000 600 26 Always []
        "Nappage neutraal koud emmer 5 kg", "Nappage neutre à froid seau 5 kg", "Cold neutral glaze bucket 5 kg";
    "070340" "5419359703404" KGM BJ 14_000 1/1 398_000 600 44 Always [sulphites]
        "Nappage abrikoos warm emmer 14 kg", "Nappage abricot à chaud seau 14 kg", "Hot apricot glaze bucket 14 kg";
    "070357" "5419359703572" KGM BJ 2_500 1/1 196_000 600 30 Always [milk soybeans]
        "Spiegelglazuur chocolade emmer 2,5 kg", "Glaçage miroir chocolat seau 2,5 kg",
        "Chocolate mirror glaze bucket 2.5 kg";
    "070367" "5419359703671" KGM BJ 2_500 1/1 194_000 600 22 Always [milk]
        "Spiegelglazuur karamel emmer 2,5 kg", "Glaçage miroir caramel seau 2,5 kg",
        "Caramel mirror glaze bucket 2.5 kg";
    "070402" "5419359704029" KGM BJ 5_000 1/1 426_000 600 34 Always [nuts]
        "Amandelspijs 1:1 emmer 5 kg", "Pâte d'amandes à garnir 1:1 seau 5 kg", "Almond paste filling 1:1 bucket 5 kg";
    "070400" "5419359704005" KGM BJ 12_500 1/1 998_000 600 20 Always [nuts]
        "Amandelspijs 1:1 emmer 12,5 kg", "Pâte d'amandes à garnir 1:1 seau 12,5 kg",
        "Almond paste filling 1:1 bucket 12.5 kg";
    "070412" "5419359704128" KGM CT 5_000 1/1 398_000 600 46 Saints [nuts]
        "Marsepein 33 % wit 5 kg", "Massepain 33 % blanc 5 kg", "White marzipan 33% 5 kg";
    "070417" "5419359704173" KGM CT 2_500 1/1 214_000 600 26 Saints [nuts]
        "Marsepein 33 % wit 2,5 kg", "Massepain 33 % blanc 2,5 kg", "White marzipan 33% 2.5 kg";
    "070422" "5419359704227" KGM CT 5_000 1/1 529_000 600 30 Saints [nuts]
        "Marsepein 50 % fijn 5 kg", "Massepain 50 % fin 5 kg", "Fine marzipan 50% 5 kg";
    "070431"              "" KGM BG 10_000 1/1 468_000 600 40 Always [nuts gluten eggs]
        "Frangipanemix 10 kg", "Préparation pour frangipane 10 kg", "Frangipane mix 10 kg";
    "070442" "5419359704425" KGM BJ 5_000 1/1 276_000 600 34 Always [gluten soybeans]
        "Speculaaspasta emmer 5 kg", "Pâte de spéculoos seau 5 kg", "Speculoos paste bucket 5 kg";
    "070452" "5419359704524" KGM BJ 5_000 1/1 338_000 600 36 Always [milk]
        "Karamel gezouten boter emmer 5 kg", "Caramel au beurre salé seau 5 kg", "Salted butter caramel bucket 5 kg";
    "070462" "5419359704623" KGM BJ 5_000 1/1 316_000 600 22 Always [milk]
        "Confiserie karamel bakvast emmer 5 kg", "Caramel de confiserie à cuire seau 5 kg",
        "Bake-stable confectionery caramel bucket 5 kg";
    "070473" "5419359704739" KGM BO 1_000 1/1 119_000 600 28 Always []
        "Frambozencoulis fles 1 kg", "Coulis de framboises bouteille 1 kg", "Raspberry coulis bottle 1 kg";
    "070483" "5419359704838" KGM BO 1_000 1/1 108_000 600 22 Summer []
        "Mangocoulis fles 1 kg", "Coulis de mangue bouteille 1 kg", "Mango coulis bottle 1 kg";
    "070490" "5419359704906" KGM CA 3_200 1/1 264_000 600 20 Summer []
        "Amarenakersen op siroop blik 3,2 kg", "Cerises amarena au sirop boîte 3,2 kg",
        "Amarena cherries in syrup tin 3.2 kg";
    "070500" "5419359705002" KGM CA 2_650 1/1 89_000 600 26 Always []
        "Halve peren op lichte siroop blik 2,65 kg", "Demi-poires au sirop léger boîte 2,65 kg",
        "Pear halves in light syrup tin 2.65 kg";
    "070510" "5419359705101" KGM CA 2_650 1/1 86_000 600 26 Always []
        "Halve perziken op siroop blik 2,65 kg", "Demi-pêches au sirop boîte 2,65 kg",
        "Peach halves in syrup tin 2.65 kg";
    "070520" "5419359705200" KGM CA 3_100 1/1 98_000 600 22 Always []
        "Ananasschijven op sap blik 3,1 kg", "Tranches d'ananas au jus boîte 3,1 kg",
        "Pineapple slices in juice tin 3.1 kg";
    "070532" "5419359705323" KGM BJ 5_000 1/1 349_000 600 14 Winter [sulphites]
        "Rozijnen op rum emmer 5 kg", "Raisins au rhum seau 5 kg", "Raisins in rum bucket 5 kg";
    "070543" "5419359705439" KGM BG 1_000 1/1 118_000 600 26 Summer [milk]
        "IJsbasis melk 50 1 kg", "Base pour glace au lait 50 1 kg", "Dairy ice-cream base 50 1 kg";
    "070540" "5419359705408" KGM CT 12_000 1/1 1_320_000 600 22 Summer [milk]
        "IJsbasis melk 50 1 kg (doos 12)", "Base pour glace au lait 50 1 kg (carton de 12)",
        "Dairy ice-cream base 50 1 kg (carton of 12)";
    "070553" "5419359705538" KGM BG 1_000 1/1 109_000 600 24 Summer []
        "IJsbasis sorbet 50 1 kg", "Base pour sorbet 50 1 kg", "Sorbet base 50 1 kg";
    "070550" "5419359705507" KGM CT 12_000 1/1 1_210_000 600 20 Summer []
        "IJsbasis sorbet 50 1 kg (doos 12)", "Base pour sorbet 50 1 kg (carton de 12)",
        "Sorbet base 50 1 kg (carton of 12)";
    "070560" "5419359705606" KGM BJ 3_000 1/1 468_000 600 24 Summer []
        "IJspasta vanille emmer 3 kg", "Pâte à glace vanille seau 3 kg", "Vanilla ice-cream paste bucket 3 kg";
    "070570" "5419359705705" KGM BJ 3_000 1/1 894_000 600 18 Summer [nuts]
        "IJspasta pistache emmer 3 kg", "Pâte à glace pistache seau 3 kg", "Pistachio ice-cream paste bucket 3 kg";
    "070580"              "" KGM BJ 3_000 1/1 426_000 600 18 Summer [soybeans milk]
        "IJspasta stracciatella emmer 3 kg", "Pâte à glace stracciatella seau 3 kg",
        "Stracciatella ice-cream paste bucket 3 kg";
["nuts-seeds"]
    "080101" "5419396801019" KGM CT 10_000 1/1 968_000 600 32 Always [nuts]
        "Amandelen wit heel doos 10 kg", "Amandes blanches entières carton 10 kg",
        "Whole blanched almonds carton 10 kg";
    "080103" "5419396801033" KGM BG 1_000 1/1 114_000 600 28 Always [nuts]
        "Amandelen wit heel 1 kg", "Amandes blanches entières 1 kg", "Whole blanched almonds 1 kg";
    "080111" "5419396801118" KGM CT 10_000 1/1 995_000 600 54 Always [nuts]
        "Amandelschilfers doos 10 kg", "Amandes effilées carton 10 kg", "Flaked almonds carton 10 kg";
    "080113" "5419396801132" KGM BG 1_000 1/1 118_000 600 44 Always [nuts]
        "Amandelschilfers 1 kg", "Amandes effilées 1 kg", "Flaked almonds 1 kg";
    "080121" "5419396801217" KGM CT 10_000 1/1 946_000 600 58 Always [nuts]
        "Amandelpoeder extra fijn doos 10 kg", "Poudre d'amandes extra fine carton 10 kg",
        "Extra fine ground almonds carton 10 kg";
    "080127" "5419396801279" KGM BG 2_500 1/1 268_000 600 36 Always [nuts]
        "Amandelpoeder extra fijn 2,5 kg", "Poudre d'amandes extra fine 2,5 kg", "Extra fine ground almonds 2.5 kg";
    "080123" "5419396801231" KGM BG 1_000 1/1 112_000 600 36 Always [nuts]
        "Amandelpoeder extra fijn 1 kg", "Poudre d'amandes extra fine 1 kg", "Extra fine ground almonds 1 kg";
    "080132" "5419396801323" KGM CT 5_000 1/1 514_000 600 26 Always [nuts]
        "Amandelen gehakt doos 5 kg", "Amandes hachées carton 5 kg", "Chopped almonds carton 5 kg";
    "080143" "5419396801439" KGM BG 1_000 1/1 146_000 600 18 Winter [nuts]
        "Gesuikerde bruine amandelen 1 kg", "Amandes caramélisées 1 kg", "Caramelised almonds 1 kg";
    "080201" "5419396802016" KGM CT 10_000 1/1 1_280_000 600 36 Always [nuts]
        "Hazelnoten heel geroosterd doos 10 kg", "Noisettes entières torréfiées carton 10 kg",
        "Whole roasted hazelnuts carton 10 kg";
    "080203" "5419396802030" KGM BG 1_000 1/1 149_000 600 32 Always [nuts]
        "Hazelnoten heel geroosterd 1 kg", "Noisettes entières torréfiées 1 kg", "Whole roasted hazelnuts 1 kg";
    "080212" "5419396802122" KGM BG 5_000 1/1 468_000 600 40 Always [nuts]
        "Hazelnootbrésilienne 5 kg", "Brésilienne aux noisettes 5 kg", "Hazelnut bresilienne 5 kg";
    "080213" "5419396802139" KGM BG 1_000 1/1 108_000 600 24 Always [nuts]
        "Hazelnootbrésilienne 1 kg", "Brésilienne aux noisettes 1 kg", "Hazelnut bresilienne 1 kg";
    "080222" "5419396802221" KGM BG 5_000 1/1 669_000 600 28 Always [nuts]
        "Hazelnootpoeder geroosterd 5 kg", "Poudre de noisettes torréfiées 5 kg", "Roasted ground hazelnuts 5 kg";
    "080301" "5419396803013" KGM CT 10_000 1/1 928_000 600 40 Always [nuts]
        "Walnoten halve licht doos 10 kg", "Cerneaux de noix extra clairs carton 10 kg",
        "Light walnut halves carton 10 kg";
    "080303" "5419396803037" KGM BG 1_000 1/1 112_000 600 30 Always [nuts]
        "Walnoten halve licht 1 kg", "Cerneaux de noix extra clairs 1 kg", "Light walnut halves 1 kg";
    "080311"              "" KGM CT 10_000 1/1 786_000 600 34 Always [nuts]
        "Walnoten gebroken doos 10 kg", "Noix en brisures carton 10 kg", "Walnut pieces carton 10 kg";
    "080327" "5419396803273" KGM BG 2_500 1/1 429_000 600 24 Always [nuts]
        "Pecannoten halve 2,5 kg", "Noix de pécan moitiés 2,5 kg", "Pecan halves 2.5 kg";
    "080333" "5419396803334" KGM BG 1_000 1/1 468_000 600 24 Always [nuts]
        "Pistachenoten gepeld groen 1 kg", "Pistaches vertes émondées 1 kg", "Peeled green pistachios 1 kg";
    "080347" "5419396803471" KGM BG 2_500 1/1 316_000 600 20 Always [nuts]
        "Cashewnoten naturel 2,5 kg", "Noix de cajou nature 2,5 kg", "Plain cashew nuts 2.5 kg";
    "080353" "5419396803532" KGM BG 1_000 1/1 56_000 600 28 Always [peanuts]
        "Pinda's geroosterd gezouten 1 kg", "Cacahuètes grillées salées 1 kg", "Roasted salted peanuts 1 kg";
    "080350" "5419396803501" KGM CT 10_000 1/1 528_000 600 16 Always [peanuts]
        "Pinda's geroosterd gezouten 1 kg (doos 10)", "Cacahuètes grillées salées 1 kg (carton de 10)",
        "Roasted salted peanuts 1 kg (carton of 10)";
    "080361" "5419396803617" KGM BG 10_000 1/1 428_000 600 34 Always [sulphites]
        "Kokosrasp fijn 10 kg", "Noix de coco râpée fine 10 kg", "Fine desiccated coconut 10 kg";
    "080363" "5419396803631" KGM BG 1_000 1/1 54_000 600 28 Always [sulphites]
        "Kokosrasp fijn 1 kg", "Noix de coco râpée fine 1 kg", "Fine desiccated coconut 1 kg";
    "080373" "5419396803730" KGM BG 1_000 1/1 389_000 600 22 Always []
        "Pijnboompitten 1 kg", "Pignons de pin 1 kg", "Pine nuts 1 kg";
    "080405" "5419396804058" KGM BG 25_000 1/1 526_000 600 46 Always []
        "Zonnebloempitten gepeld 25 kg", "Graines de tournesol décortiquées 25 kg", "Hulled sunflower seeds 25 kg";
    "080401" "5419396804010" KGM BG 10_000 1/1 229_000 600 28 Always []
        "Zonnebloempitten gepeld 10 kg", "Graines de tournesol décortiquées 10 kg", "Hulled sunflower seeds 10 kg";
    "080411" "5419396804119" KGM BG 10_000 1/1 548_000 600 40 Always []
        "Pompoenpitten 10 kg", "Graines de courge 10 kg", "Pumpkin seeds 10 kg";
    "080413" "5419396804133" KGM BG 1_000 1/1 66_000 600 28 Always []
        "Pompoenpitten 1 kg", "Graines de courge 1 kg", "Pumpkin seeds 1 kg";
    "080425" "5419396804256" KGM BG 25_000 1/1 448_000 600 38 Always []
        "Lijnzaad bruin 25 kg", "Graines de lin brun 25 kg", "Brown linseed 25 kg";
    "080421" "5419396804218" KGM BG 10_000 1/1 196_000 600 22 Always []
        "Lijnzaad bruin 10 kg", "Graines de lin brun 10 kg", "Brown linseed 10 kg";
    "080435" "5419396804355" KGM BG 25_000 1/1 496_000 600 22 Always []
        "Lijnzaad goudgeel 25 kg", "Graines de lin doré 25 kg", "Golden linseed 25 kg";
    "080445" "5419396804454" KGM BG 25_000 1/1 896_000 600 40 Always [sesame]
        "Sesamzaad wit 25 kg", "Graines de sésame blanc 25 kg", "White sesame seeds 25 kg";
    "080442"              "" KGM BG 5_000 1/1 204_000 600 34 Always [sesame]
        "Sesamzaad wit 5 kg", "Graines de sésame blanc 5 kg", "White sesame seeds 5 kg";
    "080455" "5419396804553" KGM BG 25_000 1/1 1_180_000 600 40 Always []
        "Maanzaad blauw 25 kg", "Graines de pavot bleu 25 kg", "Blue poppy seeds 25 kg";
    "080452" "5419396804522" KGM BG 5_000 1/1 269_000 600 36 Always []
        "Maanzaad blauw 5 kg", "Graines de pavot bleu 5 kg", "Blue poppy seeds 5 kg";
    "080462" "5419396804621" KGM BG 5_000 1/1 248_000 600 22 Always []
        "Chiazaad 5 kg", "Graines de chia 5 kg", "Chia seeds 5 kg";
    "080474" "5419396804744" KGM BG 20_000 1/1 279_000 600 36 Always [gluten]
        "Havervlokken fijn 20 kg", "Flocons d'avoine fins 20 kg", "Fine rolled oats 20 kg";
    "080471" "5419396804713" KGM BG 10_000 1/1 148_000 600 26 Always [gluten]
        "Havervlokken fijn 10 kg", "Flocons d'avoine fins 10 kg", "Fine rolled oats 10 kg";
    "080484" "5419396804843" KGM BG 20_000 1/1 268_000 600 20 Always [gluten]
        "Tarwevlokken 20 kg", "Flocons de froment 20 kg", "Wheat flakes 20 kg";
    "080494" "5419396804942" KGM BG 20_000 1/1 264_000 600 16 Always [gluten]
        "Roggevlokken 20 kg", "Flocons de seigle 20 kg", "Rye flakes 20 kg";
    "080501" "5419396805017" KGM BG 10_000 1/1 314_000 600 38 Always [sesame]
        "Zadenmengeling voor decoratie 10 kg", "Mélange de graines de décoration 10 kg", "Seed mix for topping 10 kg";
    "080600" "5419396806007" KGM CT 12_500 1/1 446_000 600 60 Always [sulphites]
        "Rozijnen sultana doos 12,5 kg", "Raisins sultanines carton 12,5 kg", "Sultana raisins carton 12.5 kg";
    "080603" "5419396806038" KGM BG 1_000 1/1 48_000 600 28 Always [sulphites]
        "Rozijnen sultana 1 kg", "Raisins sultanines 1 kg", "Sultana raisins 1 kg";
    "080610" "5419396806106" KGM CT 12_500 1/1 528_000 600 36 Always [sulphites]
        "Krenten doos 12,5 kg", "Raisins de Corinthe carton 12,5 kg", "Currants carton 12.5 kg";
    "080621" "5419396806212" KGM CT 10_000 1/1 748_000 600 30 Always []
        "Gedroogde cranberry's doos 10 kg", "Canneberges séchées carton 10 kg", "Dried cranberries carton 10 kg";
    "080623" "5419396806236" KGM BG 1_000 1/1 92_000 600 22 Always []
        "Gedroogde cranberry's 1 kg", "Canneberges séchées 1 kg", "Dried cranberries 1 kg";
    "080632" "5419396806328" KGM CT 5_000 1/1 468_000 600 24 Always [sulphites]
        "Gedroogde abrikozen doos 5 kg", "Abricots secs carton 5 kg", "Dried apricots carton 5 kg";
    "080642" "5419396806427" KGM CT 5_000 1/1 386_000 600 24 Winter []
        "Gedroogde vijgen doos 5 kg", "Figues sèches carton 5 kg", "Dried figs carton 5 kg";
    "080651" "5419396806519" KGM CT 10_000 1/1 427_000 600 20 Always []
        "Dadels ontpit doos 10 kg", "Dattes dénoyautées carton 10 kg", "Pitted dates carton 10 kg";
    "080662"              "" KGM CT 5_000 1/1 348_000 600 24 Winter []
        "Pruimen gedroogd ontpit doos 5 kg", "Pruneaux dénoyautés carton 5 kg", "Pitted prunes carton 5 kg";
    "080672" "5419396806724" KGM CT 5_000 1/1 267_000 600 14 Winter [sulphites]
        "Sukade blokjes doos 5 kg", "Cubes de cédrat confit carton 5 kg", "Candied citron cubes carton 5 kg";
    "080687" "5419396806878" KGM CT 2_500 1/1 249_000 600 26 Winter [sulphites]
        "Sinaasschil gekonfijt reepjes doos 2,5 kg", "Écorces d'orange confites en lanières carton 2,5 kg",
        "Candied orange peel strips carton 2.5 kg";
    "080697" "5419396806977" KGM CT 2_500 1/1 218_000 600 16 Winter [sulphites]
        "Gember gekonfijt blokjes doos 2,5 kg", "Cubes de gingembre confit carton 2,5 kg",
        "Candied ginger cubes carton 2.5 kg";
    "080702" "5419396807028" KGM CT 5_000 1/1 396_000 600 24 Always [sulphites]
        "Bigarreaux rood gekonfijt doos 5 kg", "Bigarreaux rouges confits carton 5 kg",
        "Red candied cherries carton 5 kg";
}
