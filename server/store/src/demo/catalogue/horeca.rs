//! Frozen goods, dry goods for kitchens, and drinks.

use super::{DemoProduct, Season};

products! { HORECA
["frozen"]
    "120100" "5419544201005" C62 CT 60_000 1/1 368_000 600 54 Always [gluten milk eggs]
        "Croissant roomboter 70 g bake-off (doos 60)", "Croissant au beurre 70 g prêt à cuire (carton de 60)",
        "Butter croissant 70 g ready to bake (carton of 60)";
    "120110" "5419544201104" C62 CT 60_000 1/1 429_000 600 48 Always [gluten milk eggs soybeans]
        "Chocoladebroodje roomboter 75 g bake-off (doos 60)",
        "Pain au chocolat au beurre 75 g prêt à cuire (carton de 60)",
        "Butter pain au chocolat 75 g ready to bake (carton of 60)";
    "120120" "5419544201203" C62 CT 50_000 1/1 398_000 600 34 Always [gluten milk eggs sulphites]
        "Rozijnenkoek 110 g bake-off (doos 50)", "Pain aux raisins 110 g prêt à cuire (carton de 50)",
        "Raisin swirl 110 g ready to bake (carton of 50)";
    "120130"              "" C62 CT 150_000 1/1 526_000 600 40 Always [gluten milk eggs nuts]
        "Mini koffiekoeken assorti 35 g (doos 150)", "Mini-viennoiseries assorties 35 g (carton de 150)",
        "Assorted mini Danish pastries 35 g (carton of 150)";
    "120140" "5419544201401" C62 CT 25_000 1/1 198_000 600 50 Always [gluten]
        "Stokbrood half gebakken 280 g (doos 25)", "Baguette précuite 280 g (carton de 25)",
        "Part-baked baguette 280 g (carton of 25)";
    "120150" "5419544201500" C62 CT 80_000 1/1 179_000 600 46 Always [gluten]
        "Pistolet half gebakken 55 g (doos 80)", "Pistolet précuit 55 g (carton de 80)",
        "Part-baked pistolet roll 55 g (carton of 80)";
    "120160" "5419544201609" C62 CT 50_000 1/1 246_000 600 34 Always [gluten]
        "Ciabatta half gebakken 120 g (doos 50)", "Ciabatta précuite 120 g (carton de 50)",
        "Part-baked ciabatta 120 g (carton of 50)";
    "120170" "5419544201708" C62 CT 48_000 1/1 264_000 600 36 Always [gluten milk eggs sesame]
        "Hamburgerbroodje brioche 80 g (doos 48)", "Pain brioché pour hamburger 80 g (carton de 48)",
        "Brioche burger bun 80 g (carton of 48)";
    "120181" "5419544201814" KGM CT 10_000 1/1 568_000 600 40 Always [gluten milk]
        "Bladerdeegplaten roomboter 40 x 60 cm 10 kg", "Plaques de pâte feuilletée au beurre 40 x 60 cm 10 kg",
        "Butter puff pastry sheets 40 x 60 cm 10 kg";
    "120190" "5419544201906" C62 CT 24_000 1/1 338_000 600 34 Always [gluten milk eggs]
        "Taartbodems kruimeldeeg 24 cm (doos 24)", "Fonds de tarte en pâte brisée 24 cm (carton de 24)",
        "Shortcrust tart bases 24 cm (carton of 24)";
    "120200" "5419544202002" KGM CT 5_000 1/1 349_000 600 48 Always []
        "Frambozen heel diepvries 1 kg (doos 5)", "Framboises entières surgelées 1 kg (carton de 5)",
        "Frozen whole raspberries 1 kg (carton of 5)";
    "120201" "5419544202019" KGM CT 10_000 1/1 648_000 600 24 Always []
        "Frambozen heel diepvries doos 10 kg", "Framboises entières surgelées carton 10 kg",
        "Frozen whole raspberries carton 10 kg";
    "120210" "5419544202101" KGM CT 5_000 1/1 218_000 600 34 Always []
        "Aardbeien heel diepvries 1 kg (doos 5)", "Fraises entières surgelées 1 kg (carton de 5)",
        "Frozen whole strawberries 1 kg (carton of 5)";
    "120211" "5419544202118" KGM CT 10_000 1/1 396_000 600 18 Always []
        "Aardbeien heel diepvries doos 10 kg", "Fraises entières surgelées carton 10 kg",
        "Frozen whole strawberries carton 10 kg";
    "120220" "5419544202200" KGM CT 5_000 1/1 276_000 600 32 Always []
        "Blauwe bessen diepvries 1 kg (doos 5)", "Myrtilles surgelées 1 kg (carton de 5)",
        "Frozen blueberries 1 kg (carton of 5)";
    "120230" "5419544202309" KGM CT 5_000 1/1 268_000 600 26 Always []
        "Rode bessen diepvries 1 kg (doos 5)", "Groseilles surgelées 1 kg (carton de 5)",
        "Frozen redcurrants 1 kg (carton of 5)";
    "120240" "5419544202408" KGM CT 5_000 1/1 259_000 600 36 Always []
        "Bosvruchtenmix diepvries 1 kg (doos 5)", "Mélange de fruits des bois surgelé 1 kg (carton de 5)",
        "Frozen forest fruit mix 1 kg (carton of 5)";
    "120250" "5419544202507" KGM CT 5_000 1/1 246_000 600 28 Always []
        "Zure kersen ontpit diepvries 1 kg (doos 5)", "Griottes dénoyautées surgelées 1 kg (carton de 5)",
        "Frozen pitted sour cherries 1 kg (carton of 5)";
    "120261" "5419544202613" KGM CT 10_000 1/1 248_000 600 28 Always []
        "Appelblokjes diepvries doos 10 kg", "Cubes de pommes surgelés carton 10 kg", "Frozen apple cubes carton 10 kg";
    "120273" "5419544202736" KGM TB 1_000 3/3 138_000 600 30 Always []
        "Fruitpuree framboos diepvries pot 1 kg", "Purée de framboise surgelée pot 1 kg",
        "Frozen raspberry purée tub 1 kg";
    "120283"              "" KGM TB 1_000 3/3 156_000 600 24 Always []
        "Fruitpuree passievrucht diepvries pot 1 kg", "Purée de fruit de la passion surgelée pot 1 kg",
        "Frozen passion fruit purée tub 1 kg";
    "120293" "5419544202934" KGM TB 1_000 3/3 124_000 600 24 Summer []
        "Fruitpuree mango diepvries pot 1 kg", "Purée de mangue surgelée pot 1 kg", "Frozen mango purée tub 1 kg";
    "120300" "5419544203009" KGM CT 10_000 1/1 178_000 600 36 Always []
        "Voorgesneden frieten diepvries 10 mm 2,5 kg (doos 4)", "Frites précuites surgelées 10 mm 2,5 kg (carton de 4)",
        "Frozen chips 10 mm 2.5 kg (carton of 4)";
    "120310" "5419544203108" C62 CT 40_000 1/1 589_000 600 30 Always [gluten milk eggs crustaceans fish]
        "Garnaalkroketten 70 g (doos 40)", "Croquettes aux crevettes 70 g (carton de 40)",
        "Shrimp croquettes 70 g (carton of 40)";
    "120320" "5419544203207" C62 CT 48_000 1/1 348_000 600 32 Always [gluten milk eggs]
        "Kaaskroketten 70 g (doos 48)", "Croquettes au fromage 70 g (carton de 48)",
        "Cheese croquettes 70 g (carton of 48)";
    "120330" "5419544203306" KGM CT 10_000 1/1 196_000 600 20 Always []
        "Spinazie gehakt diepvries 2,5 kg (doos 4)", "Épinards hachés surgelés 2,5 kg (carton de 4)",
        "Frozen chopped spinach 2.5 kg (carton of 4)";
    "120340" "5419544203405" C62 CT 250_000 1/1 316_000 600 24 Always [gluten eggs]
        "Soezen ongevuld mini (doos 250)", "Mini-choux non garnis (carton de 250)",
        "Unfilled mini choux buns (carton of 250)";
    "120350" "5419544203504" C62 CT 72_000 1/1 349_000 600 24 Always [nuts eggs milk]
        "Macarons assorti 12 g (doos 72)", "Macarons assortis 12 g (carton de 72)",
        "Assorted macarons 12 g (carton of 72)";
    "120360" "5419544203603" LTR TB 5_000 2/1 189_000 600 30 Summer [milk eggs]
        "Vanilleroomijs pot 5 l", "Crème glacée vanille pot 5 l", "Vanilla ice cream tub 5 l";
    "120370" "5419544203702" LTR TB 5_000 2/1 198_000 600 22 Summer []
        "Aardbeiensorbet pot 5 l", "Sorbet fraise pot 5 l", "Strawberry sorbet tub 5 l";
    "120380" "5419544203801" LTR TB 5_000 2/1 196_000 600 24 Summer [milk eggs soybeans]
        "Chocoladeroomijs pot 5 l", "Crème glacée chocolat pot 5 l", "Chocolate ice cream tub 5 l";
    "120390" "5419544203900" KGM CT 12_000 1/1 98_000 600 14 Summer []
        "IJsblokjes 2 kg (doos 6)", "Glaçons 2 kg (carton de 6)", "Ice cubes 2 kg (carton of 6)";
["horeca-dry"]
    "150102" "5419655501025" KGM BG 5_000 1/1 108_000 600 36 Always [gluten]
        "Penne van harde tarwe 5 kg", "Penne de blé dur 5 kg", "Durum wheat penne 5 kg";
    "150112" "5419655501124" KGM BG 5_000 1/1 106_000 600 40 Always [gluten]
        "Spaghetti van harde tarwe 5 kg", "Spaghetti de blé dur 5 kg", "Durum wheat spaghetti 5 kg";
    "150122" "5419655501223" KGM CT 5_000 1/1 198_000 600 28 Always [gluten eggs]
        "Tagliatelle met ei doos 5 kg", "Tagliatelles aux œufs carton 5 kg", "Egg tagliatelle carton 5 kg";
    "150132" "5419655501322" KGM CT 5_000 1/1 146_000 600 24 Always [gluten]
        "Lasagnevellen doos 5 kg", "Feuilles de lasagne carton 5 kg", "Lasagne sheets carton 5 kg";
    "150144" "5419655501445" KGM BG 20_000 1/1 428_000 600 30 Always []
        "Basmatirijst 20 kg", "Riz basmati 20 kg", "Basmati rice 20 kg";
    "150142" "5419655501421" KGM BG 5_000 1/1 124_000 600 28 Always []
        "Basmatirijst 5 kg", "Riz basmati 5 kg", "Basmati rice 5 kg";
    "150152" "5419655501520" KGM BG 5_000 1/1 168_000 600 26 Always []
        "Risottorijst arborio 5 kg", "Riz à risotto arborio 5 kg", "Arborio risotto rice 5 kg";
    "150161" "5419655501612" KGM BG 10_000 1/1 169_000 600 28 Always []
        "Dessertrijst rondkorrel 10 kg", "Riz rond à dessert 10 kg", "Round dessert rice 10 kg";
    "150172" "5419655501728" KGM BG 5_000 1/1 112_000 600 24 Always [gluten]
        "Couscous middelgrof 5 kg", "Couscous moyen 5 kg", "Medium couscous 5 kg";
    "150182" "5419655501827" KGM BG 5_000 1/1 248_000 600 20 Always []
        "Quinoa wit 5 kg", "Quinoa blanc 5 kg", "White quinoa 5 kg";
    "150192" "5419655501926" KGM BG 5_000 1/1 136_000 600 18 Always []
        "Groene linzen 5 kg", "Lentilles vertes 5 kg", "Green lentils 5 kg";
    "150200"              "" KGM CA 2_600 3/3 54_000 600 24 Always []
        "Kikkererwten in blik 2,6 kg", "Pois chiches en boîte 2,6 kg", "Tinned chickpeas 2.6 kg";
    "150210" "5419655502107" KGM CA 2_550 3/3 56_000 600 38 Always []
        "Gepelde tomaten blik 2,55 kg", "Tomates pelées boîte 2,55 kg", "Peeled tomatoes tin 2.55 kg";
    "150220" "5419655502206" KGM CA 4_100 3/3 84_000 600 36 Always []
        "Tomatenpulp blik 4,1 kg", "Pulpe de tomates boîte 4,1 kg", "Tomato pulp tin 4.1 kg";
    "150230" "5419655502305" KGM CA 2_200 1/1 89_000 600 30 Always []
        "Tomatenconcentraat dubbel blik 2,2 kg", "Double concentré de tomates boîte 2,2 kg",
        "Double tomato purée tin 2.2 kg";
    "150240" "5419655502404" KGM CA 4_100 3/3 98_000 600 26 Always []
        "Pizzasaus gekruid blik 4,1 kg", "Sauce pizza assaisonnée boîte 4,1 kg", "Seasoned pizza sauce tin 4.1 kg";
    "150250" "5419655502503" KGM CA 700 1/1 148_000 600 16 Always [fish]
        "Ansjovisfilets op olie blik 700 g", "Filets d'anchois à l'huile boîte 700 g",
        "Anchovy fillets in oil tin 700 g";
    "150260" "5419655502602" KGM CA 1_700 1/1 139_000 600 38 Always [fish]
        "Tonijn stukken op water blik 1,7 kg", "Thon en morceaux au naturel boîte 1,7 kg",
        "Tuna chunks in water tin 1.7 kg";
    "150270" "5419655502701" KGM CA 4_200 1/1 158_000 600 24 Always []
        "Zwarte olijven zonder pit blik 4,2 kg", "Olives noires dénoyautées boîte 4,2 kg",
        "Pitted black olives tin 4.2 kg";
    "150283" "5419655502831" KGM JR 1_000 1/1 76_000 600 18 Always []
        "Kappertjes bokaal 1 kg", "Câpres bocal 1 kg", "Capers jar 1 kg";
    "150290" "5419655502909" KGM TB 1_500 1/1 148_000 600 26 Always [sulphites]
        "Zongedroogde tomaten op olie pot 1,5 kg", "Tomates séchées à l'huile pot 1,5 kg",
        "Sun-dried tomatoes in oil tub 1.5 kg";
    "150303" "5419655503036" KGM TB 1_000 1/1 98_000 600 34 Always [nuts milk]
        "Pesto groen pot 1 kg", "Pesto vert pot 1 kg", "Green pesto tub 1 kg";
    "150310" "5419655503104" LTR BJ 10_000 1/1 289_000 600 50 Always [eggs mustard]
        "Mayonaise emmer 10 l", "Mayonnaise seau 10 l", "Mayonnaise bucket 10 l";
    "150314" "5419655503142" LTR BJ 5_000 1/1 158_000 600 30 Always [eggs mustard]
        "Mayonaise emmer 5 l", "Mayonnaise seau 5 l", "Mayonnaise bucket 5 l";
    "150320" "5419655503203" LTR BJ 3_000 1/1 116_000 600 28 Always [eggs mustard]
        "Cocktailsaus emmer 3 l", "Sauce cocktail seau 3 l", "Cocktail sauce bucket 3 l";
    "150330" "5419655503302" LTR BJ 3_000 1/1 114_000 600 32 Always [eggs mustard]
        "Andalousesaus emmer 3 l", "Sauce andalouse seau 3 l", "Andalouse sauce bucket 3 l";
    "150340" "5419655503401" LTR BJ 10_000 1/1 218_000 600 34 Always [celery]
        "Ketchup emmer 10 l", "Ketchup seau 10 l", "Ketchup bucket 10 l";
    "150344" "5419655503449" LTR BO 1_000 6/6 39_000 600 20 Always [celery]
        "Ketchup fles 1 l", "Ketchup bouteille 1 l", "Ketchup bottle 1 l";
    "150352"              "" KGM BJ 5_000 1/1 138_000 600 34 Always [mustard]
        "Mosterd pikant emmer 5 kg", "Moutarde forte seau 5 kg", "Hot mustard bucket 5 kg";
    "150360" "5419655503609" LTR JC 5_000 1/1 96_000 600 20 Always [sulphites]
        "Rodewijnazijn bidon 5 l", "Vinaigre de vin rouge bidon 5 l", "Red wine vinegar jerrycan 5 l";
    "150370" "5419655503708" LTR JC 5_000 1/1 189_000 600 24 Always [sulphites]
        "Balsamicoazijn bidon 5 l", "Vinaigre balsamique bidon 5 l", "Balsamic vinegar jerrycan 5 l";
    "150380" "5419655503807" LTR BO 1_000 1/1 58_000 600 20 Always [soybeans gluten]
        "Sojasaus fles 1 l", "Sauce soja bouteille 1 l", "Soy sauce bottle 1 l";
    "150393" "5419655503937" KGM TB 1_000 1/1 136_000 600 30 Always [celery]
        "Kippenbouillon pasta pot 1 kg", "Fond de volaille en pâte pot 1 kg", "Chicken stock paste tub 1 kg";
    "150403" "5419655504033" KGM TB 1_000 1/1 178_000 600 26 Always [gluten celery milk]
        "Bruine fond poeder pot 1 kg", "Fond brun en poudre pot 1 kg", "Brown stock powder tub 1 kg";
    "150410" "5419655504101" LTR BO 1_000 1/1 119_000 600 16 Always [fish celery]
        "Visfond vloeibaar fles 1 l", "Fumet de poisson liquide bouteille 1 l", "Liquid fish stock bottle 1 l";
    "150420" "5419655504200" LTR BO 700 1/1 54_000 600 10 Always [molluscs gluten soybeans]
        "Oestersaus fles 700 ml", "Sauce aux huîtres bouteille 700 ml", "Oyster sauce bottle 700 ml";
    "150431" "5419655504316" KGM BG 10_000 1/1 198_000 600 28 Always [gluten]
        "Paneermeel wit 10 kg", "Chapelure blanche 10 kg", "White breadcrumbs 10 kg";
    "150432" "5419655504323" KGM BG 5_000 1/1 109_000 600 20 Always [gluten]
        "Paneermeel wit 5 kg", "Chapelure blanche 5 kg", "White breadcrumbs 5 kg";
    "150443" "5419655504439" KGM BG 1_000 1/1 78_000 600 26 Always [gluten milk]
        "Croutons met look 1 kg", "Croûtons à l'ail 1 kg", "Garlic croutons 1 kg";
    "150453" "5419655504538" KGM TB 1_000 1/1 72_000 600 32 Always [gluten]
        "Gebakken ajuin krokant pot 1 kg", "Oignons frits pot 1 kg", "Crispy fried onions tub 1 kg";
    "150460" "5419655504606" KGM JR 2_000 1/1 98_000 600 16 Always [sulphites]
        "Zilverajuintjes op azijn bokaal 2 kg", "Petits oignons au vinaigre bocal 2 kg",
        "Silverskin onions in vinegar jar 2 kg";
    "150472" "5419655504729" KGM BJ 5_000 1/1 169_000 600 28 Always [mustard sulphites]
        "Augurken schijfjes zoetzuur emmer 5 kg", "Cornichons aigres-doux en rondelles seau 5 kg",
        "Sweet and sour gherkin slices bucket 5 kg";
    "150480" "5419655504804" C62 CT 300_000 1/1 148_000 600 42 Always [gluten soybeans]
        "Koekjes speculaas individueel verpakt (doos 300)", "Spéculoos emballés individuellement (carton de 300)",
        "Individually wrapped speculoos biscuits (carton of 300)";
    "150490" "5419655504903" C62 CT 200_000 1/1 186_000 600 34 Always [milk soybeans]
        "Chocolaatjes bij de koffie assorti (doos 200)", "Napolitains assortis pour café (carton de 200)",
        "Assorted chocolate squares for coffee (carton of 200)";
    "150500" "5419655505009" C62 CT 140_000 1/1 198_000 600 28 Always []
        "Confituurporties assorti 25 g (doos 140)", "Portions de confiture assorties 25 g (carton de 140)",
        "Assorted jam portions 25 g (carton of 140)";
    "150510"              "" C62 CT 120_000 1/1 246_000 600 20 Always []
        "Honingporties 20 g (doos 120)", "Portions de miel 20 g (carton de 120)", "Honey portions 20 g (carton of 120)";
    "150520" "5419655505207" C62 CT 240_000 1/1 128_000 600 36 Always [milk]
        "Melkcups koffieroom 7,5 g (doos 240)", "Coupelles de lait à café 7,5 g (carton de 240)",
        "Coffee creamer cups 7.5 g (carton of 240)";
["drinks"]
    "160100" "5419692601009" KGM CT 8_000 1/1 1_360_000 600 40 Always []
        "Koffiebonen espresso blend 1 kg (doos 8)", "Café en grains mélange espresso 1 kg (carton de 8)",
        "Espresso blend coffee beans 1 kg (carton of 8)";
    "160103" "5419692601030" KGM BG 1_000 1/1 179_000 600 40 Always []
        "Koffiebonen espresso blend 1 kg", "Café en grains mélange espresso 1 kg", "Espresso blend coffee beans 1 kg";
    "160113" "5419692601139" KGM BG 1_000 1/1 198_000 600 34 Always []
        "Koffiebonen 100 % arabica 1 kg", "Café en grains 100 % arabica 1 kg", "Coffee beans 100% arabica 1 kg";
    "160120" "5419692601207" KGM CT 3_000 1/1 468_000 600 24 Always []
        "Koffie gemalen dessert 250 g (doos 12)", "Café moulu dessert 250 g (carton de 12)",
        "Ground dessert coffee 250 g (carton of 12)";
    "160133" "5419692601337" KGM BG 1_000 1/1 206_000 600 22 Always []
        "Koffiebonen cafeïnevrij 1 kg", "Café en grains décaféiné 1 kg", "Decaffeinated coffee beans 1 kg";
    "160140" "5419692601405" C62 BX 100_000 1/1 68_000 600 28 Always []
        "Thee zwart Ceylon zakjes (doos 100)", "Thé noir de Ceylan en sachets (boîte de 100)",
        "Ceylon black tea bags (box of 100)";
    "160150" "5419692601504" C62 BX 100_000 1/1 72_000 600 26 Always []
        "Muntthee zakjes (doos 100)", "Thé à la menthe en sachets (boîte de 100)", "Mint tea bags (box of 100)";
    "160160" "5419692601603" C62 BX 100_000 1/1 76_000 600 18 Always []
        "Rooibosthee zakjes (doos 100)", "Thé rooibos en sachets (boîte de 100)", "Rooibos tea bags (box of 100)";
    "160200" "5419692602006" LTR CR 6_000 1/1 98_000 600 36 Always []
        "Plat water glas bak 24 x 25 cl", "Eau plate en verre bac 24 x 25 cl", "Still water in glass crate 24 x 25 cl";
    "160190" "5419692601900" LTR PU 12_000 1/1 86_000 600 40 Always []
        "Plat water PET tray 24 x 50 cl", "Eau plate en PET plateau 24 x 50 cl", "Still water in PET tray 24 x 50 cl";
    "160210" "5419692602105" LTR CR 6_000 1/1 99_000 600 34 Always []
        "Bruiswater glas bak 24 x 25 cl", "Eau pétillante en verre bac 24 x 25 cl",
        "Sparkling water in glass crate 24 x 25 cl";
    "160180" "5419692601801" LTR PU 12_000 1/1 88_000 600 34 Always []
        "Bruiswater PET tray 24 x 50 cl", "Eau pétillante en PET plateau 24 x 50 cl",
        "Sparkling water in PET tray 24 x 50 cl";
    "160220" "5419692602204" LTR PU 7_920 1/1 156_000 600 44 Always []
        "Cola in blik tray 24 x 33 cl", "Cola en canette plateau 24 x 33 cl", "Cola in cans tray 24 x 33 cl";
    "160230" "5419692602303" LTR PU 7_920 1/1 156_000 600 42 Always []
        "Cola zero in blik tray 24 x 33 cl", "Cola zéro en canette plateau 24 x 33 cl",
        "Cola zero in cans tray 24 x 33 cl";
    "160240" "5419692602402" LTR PU 7_920 1/1 149_000 600 30 Always []
        "Sinaaslimonade in blik tray 24 x 33 cl", "Limonade à l'orange en canette plateau 24 x 33 cl",
        "Orange soda in cans tray 24 x 33 cl";
    "160250"              "" LTR PU 7_920 1/1 158_000 600 38 Summer []
        "Ice tea bruisend in blik tray 24 x 33 cl", "Thé glacé pétillant en canette plateau 24 x 33 cl",
        "Sparkling iced tea in cans tray 24 x 33 cl";
    "160260" "5419692602600" LTR CR 4_800 1/1 168_000 600 22 Always []
        "Tonic in flesje bak 24 x 20 cl", "Tonic en bouteille bac 24 x 20 cl", "Tonic in bottles crate 24 x 20 cl";
    "160270" "5419692602709" LTR CT 8_000 1/1 196_000 600 38 Always []
        "Sinaasappelsap 100 % 1 l (doos 8)", "Jus d'orange 100 % 1 l (carton de 8)",
        "Orange juice 100% 1 l (carton of 8)";
    "160274" "5419692602747" LTR CR 4_800 1/1 218_000 600 28 Always []
        "Sinaasappelsap 100 % bak 24 x 20 cl", "Jus d'orange 100 % bac 24 x 20 cl",
        "Orange juice 100% crate 24 x 20 cl";
    "160280" "5419692602808" LTR CT 6_000 1/1 138_000 600 28 Always []
        "Appelsap troebel Haspengouw 1 l (doos 6)", "Jus de pomme trouble de Hesbaye 1 l (carton de 6)",
        "Cloudy Hesbaye apple juice 1 l (carton of 6)";
    "160290" "5419692602907" LTR CR 4_800 1/1 226_000 600 14 Always []
        "Tomatensap bak 24 x 20 cl", "Jus de tomate bac 24 x 20 cl", "Tomato juice crate 24 x 20 cl";
    "160300" "5419692603003" LTR CR 4_800 1/1 198_000 600 30 Always [milk]
        "Choco drank in flesje bak 24 x 20 cl", "Boisson chocolatée en bouteille bac 24 x 20 cl",
        "Chocolate drink in bottles crate 24 x 20 cl";
    "160400" "5419692604000" LTR BO 2_000 1/1 398_000 2100 28 Always []
        "Rum voor patisserie 54 % fles 2 l", "Rhum pâtissier 54 % bouteille 2 l", "Pastry rum 54% bottle 2 l";
    "160410" "5419692604109" LTR BO 2_000 1/1 446_000 2100 18 Always []
        "Kirsch voor patisserie 50 % fles 2 l", "Kirsch pâtissier 50 % bouteille 2 l", "Pastry kirsch 50% bottle 2 l";
    "160420" "5419692604208" LTR BO 1_000 1/1 318_000 2100 22 Always []
        "Sinaaslikeur geconcentreerd 60 % fles 1 l", "Liqueur d'orange concentrée 60 % bouteille 1 l",
        "Concentrated orange liqueur 60% bottle 1 l";
    "160430" "5419692604307" LTR BO 700 1/1 136_000 2100 16 Always [nuts]
        "Amarettolikeur 24 % fles 70 cl", "Liqueur amaretto 24 % bouteille 70 cl", "Amaretto liqueur 24% bottle 70 cl";
    "160440" "5419692604406" LTR CT 10_000 1/1 248_000 2100 26 Always [sulphites]
        "Witte kookwijn doos 10 l", "Vin blanc de cuisine carton 10 l", "White cooking wine carton 10 l";
    "160450" "5419692604505" LTR CT 10_000 1/1 256_000 2100 22 Always [sulphites]
        "Rode kookwijn doos 10 l", "Vin rouge de cuisine carton 10 l", "Red cooking wine carton 10 l";
    "160460" "5419692604604" LTR CR 6_000 1/1 198_000 2100 32 Always [gluten]
        "Pilsbier huismerk bak 24 x 25 cl", "Bière pils maison bac 24 x 25 cl", "House pils lager crate 24 x 25 cl";
    "160470" "5419692604703" LTR CR 7_920 1/1 346_000 2100 24 Always [gluten]
        "Bruin abdijbier huismerk bak 24 x 33 cl", "Bière d'abbaye brune maison bac 24 x 33 cl",
        "House brown abbey beer crate 24 x 33 cl";
    "160480" "5419692604802" LTR CT 4_500 1/1 389_000 2100 24 Always [sulphites]
        "Cava brut 75 cl (doos 6)", "Cava brut 75 cl (carton de 6)", "Cava brut 75 cl (carton of 6)";
    "160490" "5419692604901" LTR CT 10_000 1/1 328_000 2100 14 Winter [sulphites]
        "Glühwein gebruiksklaar doos 10 l", "Vin chaud prêt à servir carton 10 l",
        "Ready-to-serve mulled wine carton 10 l";
}
