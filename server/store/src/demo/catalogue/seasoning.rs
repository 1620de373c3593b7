//! Small quantities with a large effect: improvers, spices and salt, decoration.

use super::{DemoProduct, Season};

products! { SEASONING
["improvers"]
    "090105" "5419433901054" KGM BG 25_000 1/1 698_000 600 62 Always [gluten soybeans]
        "Broodverbeteraar universeel 25 kg", "Améliorant universel pour pain 25 kg", "Universal bread improver 25 kg";
    "090101" "5419433901016" KGM BG 10_000 1/1 316_000 600 30 Always [gluten soybeans]
        "Broodverbeteraar universeel 10 kg", "Améliorant universel pour pain 10 kg", "Universal bread improver 10 kg";
    "090115" "5419433901153" KGM BG 25_000 1/1 784_000 600 46 Always [gluten soybeans milk]
        "Broodverbeteraar wit brood zacht 25 kg", "Améliorant pour pain blanc moelleux 25 kg",
        "Soft white bread improver 25 kg";
    "090124" "5419433901245" KGM BG 20_000 1/1 846_000 600 40 Always [gluten]
        "Broodverbeteraar clean label 20 kg", "Améliorant clean label pour pain 20 kg",
        "Clean label bread improver 20 kg";
    "090134" "5419433901344" KGM BG 20_000 1/1 927_000 600 22 Always [gluten]
        "Verbeteraar voor diepvriesdeeg 20 kg", "Améliorant pour pâte surgelée 20 kg", "Frozen dough improver 20 kg";
    "090144" "5419433901443" KGM BG 20_000 1/1 869_000 600 34 Always [gluten milk soybeans]
        "Verbeteraar voor koffiekoeken 20 kg", "Améliorant pour viennoiserie 20 kg", "Danish pastry improver 20 kg";
    "090154" "5419433901542" KGM BG 20_000 1/1 728_000 600 36 Always [gluten]
        "Verbeteraar voor stokbrood 20 kg", "Améliorant pour baguette 20 kg", "Baguette improver 20 kg";
    "090161" "5419433901610" KGM BG 10_000 1/1 586_000 600 18 Always [gluten]
        "Bio broodverbeteraar 10 kg", "Améliorant bio pour pain 10 kg", "Organic bread improver 10 kg";
    "090174" "5419433901740" KGM BG 20_000 1/1 884_000 600 26 Always [gluten]
        "Verbeteraar rijsremming nachtrijs 20 kg", "Améliorant pour pousse contrôlée 20 kg",
        "Improver for retarded proofing 20 kg";
    "090205" "5419433902051" KGM BG 25_000 1/1 648_000 600 40 Always [gluten]
        "Tarwegluten vitaal 25 kg", "Gluten de blé vital 25 kg", "Vital wheat gluten 25 kg";
    "090201" "5419433902013" KGM BG 10_000 1/1 286_000 600 18 Always [gluten]
        "Tarwegluten vitaal 10 kg", "Gluten de blé vital 10 kg", "Vital wheat gluten 10 kg";
    "090215" "5419433902150" KGM BG 25_000 1/1 398_000 600 28 Always [gluten]
        "Moutmeel actief 25 kg", "Farine de malt active 25 kg", "Active malt flour 25 kg";
    "090220"              "" KGM BJ 14_000 1/1 469_000 600 34 Always [gluten]
        "Moutextract vloeibaar donker emmer 14 kg", "Extrait de malt liquide foncé seau 14 kg",
        "Dark liquid malt extract bucket 14 kg";
    "090231" "5419433902310" KGM BG 10_000 1/1 318_000 600 26 Always [gluten]
        "Moutmeel gebrand voor kleur 10 kg", "Malt torréfié colorant en poudre 10 kg",
        "Roasted malt flour for colour 10 kg";
    "090243" "5419433902433" KGM TB 1_000 1/1 149_000 600 18 Always []
        "Ascorbinezuur pot 1 kg", "Acide ascorbique pot 1 kg", "Ascorbic acid tub 1 kg";
    "090253" "5419433902532" KGM TB 1_000 1/1 168_000 600 14 Always [soybeans]
        "Sojalecithine poeder pot 1 kg", "Lécithine de soja en poudre pot 1 kg", "Soya lecithin powder tub 1 kg";
    "090261" "5419433902617" KGM BJ 10_000 1/1 526_000 600 30 Always []
        "Cake-emulgator pasta emmer 10 kg", "Émulsifiant pour cake en pâte seau 10 kg",
        "Cake emulsifier paste bucket 10 kg";
    "090275" "5419433902754" KGM BG 25_000 1/1 964_000 600 14 Always []
        "Calciumpropionaat 25 kg", "Propionate de calcium 25 kg", "Calcium propionate 25 kg";
    "090303" "5419433903034" KGM BG 1_000 1/1 248_000 600 36 Always []
        "Bladgelatine goud 1 kg", "Gélatine en feuilles or 1 kg", "Gold leaf gelatine 1 kg";
    "090313" "5419433903133" KGM TB 1_000 1/1 196_000 600 24 Always []
        "Gelatinepoeder 200 bloom pot 1 kg", "Gélatine en poudre 200 bloom pot 1 kg",
        "Powdered gelatine 200 bloom tub 1 kg";
    "090323" "5419433903232" KGM TB 1_000 1/1 348_000 600 10 Always [fish]
        "Visgelatine poeder pot 1 kg", "Gélatine de poisson en poudre pot 1 kg", "Fish gelatine powder tub 1 kg";
    "090333" "5419433903331" KGM TB 1_000 1/1 524_000 600 14 Always []
        "Agar-agar poeder pot 1 kg", "Agar-agar en poudre pot 1 kg", "Agar-agar powder tub 1 kg";
    "090343" "5419433903430" KGM TB 1_000 1/1 418_000 600 18 Always []
        "Pectine NH pot 1 kg", "Pectine NH pot 1 kg", "Pectin NH tub 1 kg";
    "090353" "5419433903539" KGM BG 1_000 1/1 116_000 600 40 Always []
        "Slagroomversteviger neutraal 1 kg", "Fixateur de crème neutre 1 kg", "Neutral cream stabiliser 1 kg";
    "090350" "5419433903508" KGM BX 10_000 1/1 984_000 600 14 Always []
        "Slagroomversteviger neutraal 1 kg (doos 10)", "Fixateur de crème neutre 1 kg (boîte de 10)",
        "Neutral cream stabiliser 1 kg (box of 10)";
    "090363" "5419433903638" KGM TB 1_000 1/1 238_000 600 14 Always []
        "Xanthaangom pot 1 kg", "Gomme xanthane pot 1 kg", "Xanthan gum tub 1 kg";
    "090373" "5419433903737" KGM BG 1_000 1/1 216_000 600 20 Summer []
        "IJsstabilisator 1 kg", "Stabilisateur pour glace 1 kg", "Ice-cream stabiliser 1 kg";
    "090385" "5419433903850" KGM BG 25_000 1/1 348_000 600 34 Always []
        "Maïszetmeel 25 kg", "Amidon de maïs 25 kg", "Maize starch 25 kg";
    "090382" "5419433903829" KGM BG 5_000 1/1 89_000 600 28 Always []
        "Maïszetmeel 5 kg", "Amidon de maïs 5 kg", "Maize starch 5 kg";
    "090395"              "" KGM BG 25_000 1/1 386_000 600 20 Always []
        "Aardappelzetmeel 25 kg", "Fécule de pommes de terre 25 kg", "Potato starch 25 kg";
    "090392" "5419433903928" KGM BG 5_000 1/1 98_000 600 20 Always []
        "Aardappelzetmeel 5 kg", "Fécule de pommes de terre 5 kg", "Potato starch 5 kg";
    "090405" "5419433904055" KGM BG 25_000 1/1 338_000 600 22 Always [gluten]
        "Tarwezetmeel 25 kg", "Amidon de froment 25 kg", "Wheat starch 25 kg";
    "090411" "5419433904116" KGM BG 10_000 1/1 628_000 600 8 Always []
        "Inuline vezel 10 kg", "Inuline fibre 10 kg", "Inulin fibre 10 kg";
["spices"]
    "100100" "5419470001007" KGM CT 10_000 1/1 78_000 600 26 Always []
        "Fijn zout 1 kg (doos 10)", "Sel fin 1 kg (carton de 10)", "Fine salt 1 kg (carton of 10)";
    "100115" "5419470001151" KGM BG 25_000 1/1 136_000 600 46 Always []
        "Fijn zeezout 25 kg", "Sel marin fin 25 kg", "Fine sea salt 25 kg";
    "100125" "5419470001250" KGM BG 25_000 1/1 98_000 600 40 Always []
        "Bakkerszout met jodium 25 kg", "Sel de boulangerie iodé 25 kg", "Iodised baker's salt 25 kg";
    "100128"              "" KGM PX 1_000_000 1/1 3_520_000 600 10 Always []
        "Bakkerszout met jodium pallet 40 x 25 kg", "Sel de boulangerie iodé palette 40 x 25 kg",
        "Iodised baker's salt pallet 40 x 25 kg";
    "100131" "5419470001311" KGM BG 10_000 1/1 84_000 600 26 Always []
        "Grof zeezout 10 kg", "Gros sel marin 10 kg", "Coarse sea salt 10 kg";
    "100140" "5419470001403" KGM TB 1_400 1/1 218_000 600 22 Always []
        "Zeezoutvlokken pot 1,4 kg", "Fleur de sel en flocons pot 1,4 kg", "Sea salt flakes tub 1.4 kg";
    "100200" "5419470002004" KGM TB 500 1/1 89_000 600 48 Always []
        "Kaneel gemalen pot 500 g", "Cannelle moulue pot 500 g", "Ground cinnamon tub 500 g";
    "100203" "5419470002035" KGM BG 1_000 1/1 154_000 600 30 Always []
        "Kaneel gemalen 1 kg", "Cannelle moulue 1 kg", "Ground cinnamon 1 kg";
    "100210" "5419470002103" KGM TB 500 1/1 98_000 600 30 Saints []
        "Speculaaskruiden pot 500 g", "Épices à spéculoos pot 500 g", "Speculoos spices tub 500 g";
    "100212" "5419470002127" KGM BG 5_000 1/1 786_000 600 22 Saints []
        "Speculaaskruiden 5 kg", "Épices à spéculoos 5 kg", "Speculoos spices 5 kg";
    "100220" "5419470002202" KGM TB 500 1/1 102_000 600 14 Saints []
        "Peperkoekkruiden pot 500 g", "Épices à pain d'épices pot 500 g", "Gingerbread spices tub 500 g";
    "100230" "5419470002301" KGM TB 500 1/1 178_000 600 32 Always []
        "Nootmuskaat gemalen pot 500 g", "Noix de muscade moulue pot 500 g", "Ground nutmeg tub 500 g";
    "100240"              "" KGM TB 400 1/1 246_000 600 12 Always []
        "Kardemom gemalen pot 400 g", "Cardamome moulue pot 400 g", "Ground cardamom tub 400 g";
    "100250" "5419470002509" KGM TB 450 1/1 94_000 600 12 Always []
        "Anijszaad pot 450 g", "Graines d'anis pot 450 g", "Aniseed tub 450 g";
    "100260" "5419470002608" KGM TB 450 1/1 82_000 600 18 Always []
        "Gember gemalen pot 450 g", "Gingembre moulu pot 450 g", "Ground ginger tub 450 g";
    "100270" "5419470002707" KGM TB 500 1/1 158_000 600 12 Always []
        "Kruidnagel gemalen pot 500 g", "Clous de girofle moulus pot 500 g", "Ground cloves tub 500 g";
    "100300" "5419470003001" KGM BX 250 1/1 698_000 600 30 Always []
        "Vanillestokjes Madagaskar doos 250 g", "Gousses de vanille Madagascar boîte 250 g",
        "Madagascar vanilla pods box 250 g";
    "100310" "5419470003100" LTR BO 1_000 1/1 589_000 600 40 Always []
        "Vanille-extract met zaadjes fles 1 l", "Extrait de vanille avec graines bouteille 1 l",
        "Vanilla extract with seeds bottle 1 l";
    "100320" "5419470003209" LTR BO 1_000 1/1 98_000 600 40 Always []
        "Vanillearoma fles 1 l", "Arôme vanille bouteille 1 l", "Vanilla flavouring bottle 1 l";
    "100330" "5419470003308" LTR BO 1_000 1/1 106_000 600 20 Always []
        "Amandelaroma fles 1 l", "Arôme amande amère bouteille 1 l", "Almond flavouring bottle 1 l";
    "100340" "5419470003407" LTR BO 1_000 1/1 114_000 600 26 Always []
        "Citroenaroma fles 1 l", "Arôme citron bouteille 1 l", "Lemon flavouring bottle 1 l";
    "100350" "5419470003506" LTR BO 1_000 1/1 84_000 600 14 Always []
        "Oranjebloesemwater fles 1 l", "Eau de fleur d'oranger bouteille 1 l", "Orange blossom water bottle 1 l";
    "100360" "5419470003605" LTR BO 1_000 1/1 118_000 600 22 Always []
        "Botervanille aroma fles 1 l", "Arôme beurre-vanille bouteille 1 l", "Butter vanilla flavouring bottle 1 l";
    "100370" "5419470003704" LTR BO 1_000 1/1 226_000 600 28 Always []
        "Koffie-extract fles 1 l", "Extrait de café bouteille 1 l", "Coffee extract bottle 1 l";
    "100400" "5419470004008" KGM TB 500 1/1 124_000 600 34 Always []
        "Zwarte peper gemalen pot 500 g", "Poivre noir moulu pot 500 g", "Ground black pepper tub 500 g";
    "100410" "5419470004107" KGM TB 500 1/1 146_000 600 24 Always []
        "Witte peper gemalen pot 500 g", "Poivre blanc moulu pot 500 g", "Ground white pepper tub 500 g";
    "100420" "5419470004206" KGM TB 500 1/1 76_000 600 24 Always []
        "Paprikapoeder zoet pot 500 g", "Paprika doux en poudre pot 500 g", "Sweet paprika powder tub 500 g";
    "100430" "5419470004305" KGM TB 500 1/1 78_000 600 20 Always [mustard]
        "Kerriepoeder pot 500 g", "Curry en poudre pot 500 g", "Curry powder tub 500 g";
    "100440" "5419470004404" KGM TB 250 1/1 72_000 600 24 Always []
        "Italiaanse kruiden pot 250 g", "Herbes italiennes pot 250 g", "Italian herbs tub 250 g";
    "100450"              "" KGM TB 600 1/1 88_000 600 24 Always []
        "Lookpoeder pot 600 g", "Ail en poudre pot 600 g", "Garlic powder tub 600 g";
    "100463" "5419470004633" KGM TB 1_000 1/1 119_000 600 28 Always [celery]
        "Groentebouillon poeder pot 1 kg", "Bouillon de légumes en poudre pot 1 kg", "Vegetable stock powder tub 1 kg";
    "100470" "5419470004701" KGM TB 250 1/1 64_000 600 16 Always []
        "Rozemarijn gedroogd pot 250 g", "Romarin séché pot 250 g", "Dried rosemary tub 250 g";
["decoration"]
    "110103" "5419507101038" KGM TB 1_000 1/1 178_000 600 22 Always []
        "Suikerparels zilver 4 mm pot 1 kg", "Perles de sucre argentées 4 mm pot 1 kg",
        "Silver sugar pearls 4 mm tub 1 kg";
    "110113" "5419507101137" KGM TB 1_000 1/1 79_000 600 28 Always []
        "Discodip gekleurd pot 1 kg", "Vermicelles multicolores pot 1 kg", "Coloured nonpareils tub 1 kg";
    "110120" "5419507101205" KGM BJ 7_000 1/1 398_000 600 32 Always []
        "Rolfondant wit emmer 7 kg", "Pâte à sucre blanche seau 7 kg", "White sugar paste bucket 7 kg";
    "110123" "5419507101236" KGM BG 1_000 1/1 72_000 600 26 Always []
        "Rolfondant wit 1 kg", "Pâte à sucre blanche 1 kg", "White sugar paste 1 kg";
    "110130" "5419507101304" KGM BX 2_500 1/1 246_000 600 16 Always []
        "Rolfondant gekleurd assorti 250 g (doos 10)", "Pâte à sucre colorée assortie 250 g (boîte de 10)",
        "Assorted coloured sugar paste 250 g (box of 10)";
    "110140" "5419507101403" LTR BO 1_000 1/1 198_000 600 16 Always []
        "Kleurstof rood vloeibaar fles 1 l", "Colorant rouge liquide bouteille 1 l", "Liquid red colouring bottle 1 l";
    "110150" "5419507101502" LTR BO 1_000 1/1 189_000 600 16 Always []
        "Kleurstof geel vloeibaar fles 1 l", "Colorant jaune liquide bouteille 1 l",
        "Liquid yellow colouring bottle 1 l";
    "110160" "5419507101601" C62 BX 6_000 1/1 348_000 600 14 Always []
        "Kleurstofpoeder set 6 kleuren 25 g (doos 6)", "Set de colorants en poudre 6 couleurs 25 g (boîte de 6)",
        "Powder colouring set 6 colours 25 g (box of 6)";
    "110170" "5419507101700" C62 C62 1_000 1/1 169_000 600 16 Always []
        "Goudspray eetbaar 400 ml", "Spray or alimentaire 400 ml", "Edible gold spray 400 ml";
    "110180" "5419507101809" C62 CT 6_000 1/1 748_000 600 16 Always [milk soybeans]
        "Velours spray chocolade 500 ml (doos 6)", "Spray velours chocolat 500 ml (carton de 6)",
        "Chocolate velvet spray 500 ml (carton of 6)";
    "110190" "5419507101908" C62 C62 1_000 1/1 524_000 600 10 Always []
        "Eetbaar blad goud 8 cm 25 vel", "Feuilles d'or alimentaire 8 cm 25 feuilles",
        "Edible gold leaf 8 cm 25 sheets";
    "110200" "5419507102004" KGM TB 200 1/1 198_000 600 20 Always []
        "Gedroogde frambozenstukjes pot 200 g", "Éclats de framboise lyophilisée pot 200 g",
        "Freeze-dried raspberry pieces tub 200 g";
    "110210" "5419507102103" KGM TB 50 1/1 114_000 600 12 Always []
        "Gedroogde bloemenmix eetbaar pot 50 g", "Mélange de fleurs séchées comestibles pot 50 g",
        "Dried edible flower mix tub 50 g";
    "110220" "5419507102202" C62 BX 60_000 1/1 276_000 600 16 Always []
        "Suikerroosjes assorti (doos 60)", "Roses en sucre assorties (boîte de 60)", "Assorted sugar roses (box of 60)";
    "110230"              "" C62 BX 48_000 1/1 318_000 600 20 Always [nuts]
        "Marsepeinroosjes (doos 48)", "Roses en massepain (boîte de 48)", "Marzipan roses (box of 48)";
    "110247" "5419507102479" KGM BX 2_500 1/1 468_000 600 24 Always [milk soybeans]
        "Chocoladekrullen wit doos 2,5 kg", "Copeaux de chocolat blanc boîte 2,5 kg",
        "White chocolate curls box 2.5 kg";
    "110250" "5419507102509" C62 BX 140_000 1/1 298_000 600 36 Always [milk soybeans]
        "Chocoladeplaatjes gelukkige verjaardag (doos 140)",
        "Plaquettes en chocolat joyeux anniversaire (boîte de 140)",
        "Chocolate plaques happy birthday (box of 140)";
    "110260" "5419507102608" C62 BX 280_000 2/1 646_000 600 16 Always [soybeans]
        "Chocoladeplaatjes met logo (doos 280)", "Plaquettes en chocolat avec logo (boîte de 280)",
        "Chocolate plaques with logo (box of 280)";
    "110270" "5419507102707" C62 CT 20_000 1/1 314_000 600 14 Winter []
        "Transfervellen ster goud (doos 20)", "Feuilles de transfert étoiles or (carton de 20)",
        "Transfer sheets gold stars (carton of 20)";
    "110280" "5419507102806" C62 BX 100_000 1/1 189_000 600 28 Winter []
        "Kerstdecoratie voor stronken assorti (doos 100)", "Décors de bûches de Noël assortis (boîte de 100)",
        "Assorted yule log decorations (box of 100)";
    "110290" "5419507102905" C62 BX 96_000 1/1 216_000 600 20 Easter []
        "Suikeren paaskuikens (doos 96)", "Poussins de Pâques en sucre (boîte de 96)",
        "Sugar Easter chicks (box of 96)";
    "110300" "5419507103001" C62 BX 80_000 1/1 248_000 600 18 Easter []
        "Nestjes met paaseitjes van suiker (doos 80)", "Nids de Pâques en sucre (boîte de 80)",
        "Sugar Easter nests (box of 80)";
    "110310" "5419507103100" C62 BX 200_000 1/1 128_000 2100 22 Saints []
        "Sinterklaasvlaggetjes (doos 200)", "Drapeaux de Saint-Nicolas (boîte de 200)",
        "Saint Nicholas picks (box of 200)";
    "110320" "5419507103209" C62 BX 100_000 1/1 296_000 2100 24 Winter []
        "Driekoningenfiguurtjes porselein (doos 100)", "Fèves des Rois en porcelaine (boîte de 100)",
        "Epiphany porcelain charms (box of 100)";
    "110330" "5419507103308" C62 CT 100_000 1/1 139_000 2100 26 Winter []
        "Kronen voor driekoningentaart (doos 100)", "Couronnes pour galette des Rois (carton de 100)",
        "Crowns for Epiphany cake (carton of 100)";
    "110340" "5419507103407" C62 BX 144_000 1/1 98_000 2100 26 Always []
        "Taartkaarsjes met houder (doos 144)", "Bougies d'anniversaire avec support (boîte de 144)",
        "Cake candles with holders (box of 144)";
    "110357" "5419507103575" KGM BG 2_500 1/1 216_000 600 20 Always [milk]
        "Karamelcrunch stukjes 2,5 kg", "Éclats de caramel croquants 2,5 kg", "Caramel crunch pieces 2.5 kg";
    "110360" "5419507103605" KGM TB 800 1/1 164_000 600 28 Always [gluten milk soybeans]
        "Parels knapperig chocolade pot 800 g", "Perles croustillantes au chocolat pot 800 g",
        "Crunchy chocolate pearls tub 800 g";
}
