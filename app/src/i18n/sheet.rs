//! The sentences about one product: its page, and what takes its place.

use super::{Lang, sentences};

sentences! {
    // how it is ordered
    how_ordered: "Zo bestelt u het" | "Comment le commander" | "How you order it";
    pack_of(unit: &str, content: &str): "{unit} van {content}" | "{unit} de {content}" | "{unit} of {content}";
    packed: "Verpakking" | "Conditionnement" | "Pack";
    at_least: "Minstens" | "Au moins" | "At least";
    by_multiple: "Per" | "Par" | "In steps of";
    that_is: "Bijvoorbeeld" | "Par exemple" | "For example";
    price_each(unit: &str): "Prijs per {unit}" | "Prix par {unit}" | "Price per {unit}";
    from_so_many(many: &str): "Vanaf {many}" | "Dès {many}" | "From {many}";
    how_many_units(many: &str): "Hoeveel {many}?" | "Combien de {many} ?" | "How many {many}?";
    change_basket: "Mandje aanpassen" | "Modifier le panier" | "Change the basket";
    in_basket_now: "Bewaard in uw mandje." | "Enregistré dans votre panier." | "Saved in your basket.";
    see_basket: "Bekijk het mandje" | "Voir le panier" | "See the basket";
    not_ordered_here: "Dit kunt u niet meer bestellen." | "Ceci ne peut plus être commandé." | "This can no longer be ordered.";

    // stock
    stock: "Voorraad" | "Stock" | "Stock";
    in_stock: "Op voorraad" | "En stock" | "In stock";
    expected_on(date: &str): "Verwacht op {date}" | "Attendu le {date}" | "Expected on {date}";
    was_expected_on(date: &str): "Werd verwacht op {date}" | "Était attendu le {date}" | "Was expected on {date}";
    stock_unknown: "Voorraad niet bekend" | "Stock inconnu" | "Stock not known";
    as_of(moment: &str): "stand van {moment}" | "situation : {moment}" | "as of {moment}";
    older_than_a_day: "ouder dan een dag, vraag het ons gerust" | "date de plus d’un jour, demandez-nous" | "more than a day old, do ask us";

    // what it is
    about: "Over dit artikel" | "À propos de cet article" | "About this article";
    pictures: "Foto’s" | "Photos" | "Pictures";
    picture_of(name: &str, number: usize): "{name}, foto {number}" | "{name}, photo {number}" | "{name}, picture {number}";
    attributes: "Eigenschappen" | "Caractéristiques" | "Properties";
    yes: "ja" | "oui" | "yes";
    no: "nee" | "non" | "no";
    contains: "Bevat" | "Contient" | "Contains";
    may_contain: "Kan sporen bevatten van" | "Peut contenir des traces de" | "May contain traces of";
    does_not_contain: "Bevat niet" | "Ne contient pas" | "Does not contain";
    not_declared: "Niet opgegeven" | "Non déclaré" | "Not declared";
    nothing_declared: "Voor dit artikel zijn geen allergenen opgegeven. Dat wil niet zeggen dat er geen in zitten: vraag het ons." | "Aucun allergène n’est déclaré pour cet article. Cela ne veut pas dire qu’il n’y en a pas : demandez-nous." | "No allergens have been declared for this article. That does not mean there are none: ask us.";
    not_declared_tip: "Niet opgegeven wil niet zeggen dat het er niet in zit: vraag het ons." | "Non déclaré ne veut pas dire absent : demandez-nous." | "Not declared does not mean it is not in there: ask us.";
    sheets: "Productfiche" | "Fiche technique" | "Specification sheet";
    sheet_version(version: i64): "Versie {version}" | "Version {version}" | "Version {version}";
    changed_since(date: &str): "Gewijzigd sinds uw laatste bestelling ({date})" | "Modifiée depuis votre dernière commande ({date})" | "Changed since your last order ({date})";
    older_versions: "Oudere versies" | "Versions antérieures" | "Older versions";
    no_sheet: "Er is nog geen productfiche." | "Il n’y a pas encore de fiche technique." | "There is no specification sheet yet.";
    substitutes: "U kunt ook nemen" | "À prendre à la place" | "You can take instead";

    // what takes its place
    replaced_by(name: &str, by: &str): "{name} is niet meer te krijgen; {by} neemt de plaats in." | "{name} n’est plus disponible ; {by} prend sa place." | "{name} is no longer available; {by} takes its place.";
    is_gone(name: &str): "{name} is niet meer te krijgen." | "{name} n’est plus disponible." | "{name} is no longer available.";
    switch_to(by: &str): "Overschakelen naar {by}" | "Passer à {by}" | "Switch to {by}";
    other_pack(before: &str, now: &str): "Andere verpakking: {now} in plaats van {before}." | "Autre conditionnement : {now} au lieu de {before}." | "Another pack: {now} instead of {before}.";
    goes_along(many: &str): "In uw mandje: {many}. Dat gaat mee." | "Dans votre panier : {many}. Cela suit." | "In your basket: {many}. That comes along.";
    how_many_instead(many: &str, units: &str): "In uw mandje: {many}. Hoeveel {units} wilt u in de plaats?" | "Dans votre panier : {many}. Combien de {units} voulez-vous à la place ?" | "In your basket: {many}. How many {units} do you want instead?";
    how_many_instead_tip: "0 als u er nu geen wilt" | "0 si vous n’en voulez pas maintenant" | "0 if you want none now";
    goes_along_tip: "Uw eigen naam, uw code en uw plaats in de lijst verhuizen mee." | "Votre désignation, votre code et sa place dans la liste suivent." | "Your own name, your code and its place in the list move along.";
    who_orders_switches: "Een collega die bestelt, kan overschakelen." | "Un collègue qui commande peut faire le changement." | "A colleague who places orders can switch.";
    switched: "U bent overgeschakeld. Dit artikel staat nu in uw lijst." | "Le changement est fait. Cet article est maintenant dans votre liste." | "You have switched. This article is in your list now.";
    see_it: "Bekijk het" | "Le voir" | "See it";
    other_successor: "Intussen neemt een ander artikel de plaats in. Kijk even na wat er nu staat." | "Entre-temps, un autre article le remplace. Vérifiez ce qui est affiché." | "Another article takes its place meanwhile. Look over what is shown now.";

    // staff
    texts: "Tekst" | "Texte" | "Text";
    texts_tip: "Wat de klant op de productpagina leest. Een lege regel begint een nieuwe alinea." | "Ce que le client lit sur la page du produit. Une ligne vide commence un nouveau paragraphe." | "What the customer reads on the product page. An empty line begins a new paragraph.";
    traces: "Kan bevatten" | "Peut contenir" | "May contain";
    complete: "De opgave is volledig: wat niet is aangevinkt, zit er niet in" | "La déclaration est complète : ce qui n’est pas coché n’y est pas" | "The declaration is complete: what is not ticked is not in it";
    allergens_tip: "De veertien van de verordening. Zolang de opgave niet volledig is, leest de klant “niet opgegeven”." | "Les quatorze du règlement. Tant que la déclaration n’est pas complète, le client lit « non déclaré »." | "The fourteen of the regulation. While the declaration is not complete, customers read “not declared”.";
    attributes_tip: "Eén keer vastgelegd voor alle producten, hier ingevuld." | "Définies une fois pour tous les produits, remplies ici." | "Defined once for all products, filled in here.";
    edit_attributes: "Eigenschappen beheren" | "Gérer les caractéristiques" | "Manage the properties";
    instead: "Vervanging" | "Remplacement" | "Replacement";
    instead_tip: "Met artikelnummers. Klanten zien alleen vervangartikelen uit hun eigen assortiment." | "Par références. Les clients ne voient que les articles de remplacement de leur assortiment." | "By article number. Customers only see substitutes of their own assortment.";
    substitutes_field: "Vervangartikelen" | "Articles de remplacement" | "Substitutes";
    substitutes_field_tip: "De beste eerst, met een spatie ertussen" | "Le meilleur d’abord, séparés par une espace" | "The best first, with a space between them";
    successor: "Opvolger" | "Successeur" | "Successor";
    successor_tip: "Neemt de plaats in zodra dit niet meer te bestellen is" | "Prend la place dès que ceci ne peut plus être commandé" | "Takes its place once this can no longer be ordered";
    reason_in(language: &str): "Reden, {language}" | "Raison, {language}" | "Reason, {language}";
    text_in(language: &str): "Tekst, {language}" | "Texte, {language}" | "Text, {language}";
    data: "Gegevens" | "Données" | "Data";
    files: "Voorraad, foto’s en fiches" | "Stock, photos et fiches" | "Stock, pictures and sheets";
    stock_tip: "Klanten zien dit met het tijdstip waarop u het doorgeeft." | "Les clients le voient avec le moment où vous le communiquez." | "Customers see this with the moment you told it.";
    told_at(moment: &str): "Laatst doorgegeven {moment}" | "Communiqué {moment}" | "Last told {moment}";
    expected: "Verwacht" | "Attendu" | "Expected";
    unknown: "Niet bekend" | "Inconnu" | "Not known";
    expected_day: "Verwacht op" | "Attendu le" | "Expected on";
    tell_stock: "Doorgeven" | "Communiquer" | "Tell";
    pictures_tip: "PNG, JPEG of WebP, tot 10 MB. De eerste staat vooraan." | "PNG, JPEG ou WebP, jusqu’à 10 Mo. La première est devant." | "PNG, JPEG or WebP, up to 10 MB. The first stands in front.";
    add_picture: "Foto toevoegen" | "Ajouter une photo" | "Add a picture";
    put_first: "Vooraan zetten" | "Mettre devant" | "Put first";
    no_pictures: "Nog geen foto’s. De productpagina is ook zonder af." | "Pas encore de photos. La page du produit est complète sans elles." | "No pictures yet. The product page is complete without them.";
    sheets_tip: "PDF, tot 10 MB. Elke nieuwe fiche wordt de volgende versie; oudere blijven te lezen." | "PDF, jusqu’à 10 Mo. Chaque nouvelle fiche devient la version suivante ; les anciennes restent lisibles." | "PDF, up to 10 MB. Each new sheet becomes the next version; older ones stay readable.";
    add_sheet: "Fiche toevoegen" | "Ajouter une fiche" | "Add a sheet";
    file: "Bestand" | "Fichier" | "File";
    dated: "Datum op de fiche" | "Date de la fiche" | "Date on the sheet";
    added_at(moment: &str): "toegevoegd {moment}" | "ajoutée {moment}" | "added {moment}";
    none_defined: "Er zijn nog geen eigenschappen vastgelegd." | "Aucune caractéristique n’est encore définie." | "No properties have been defined yet.";
    attributes_page_tip: "Waarop producten te vergelijken zijn: eiwit, as, W-waarde. Klanten zien wat ingevuld is." | "Ce par quoi on compare les produits : protéines, cendres, valeur W. Les clients voient ce qui est rempli." | "What products can be compared by: protein, ash, W value. Customers see what is filled in.";
    add_attribute: "Eigenschap toevoegen" | "Ajouter une caractéristique" | "Add a property";
    no_attributes: "Nog geen eigenschappen. Voeg hieronder de eerste toe." | "Pas encore de caractéristiques. Ajoutez la première ci-dessous." | "No properties yet. Add the first below.";
    kind: "Soort" | "Type" | "Kind";
    kind_number: "getal" | "nombre" | "number";
    kind_text: "tekst" | "texte" | "text";
    kind_yes_no: "ja of nee" | "oui ou non" | "yes or no";
    measured_in: "Eenheid" | "Unité" | "Unit";
    measured_in_tip: "Zoals %, mm of W; mag leeg blijven" | "Comme %, mm ou W ; facultatif" | "Such as %, mm or W; may stay empty";
    decimals: "Decimalen (0 tot 3)" | "Décimales (0 à 3)" | "Decimals (0 to 3)";

    // what is refused
    itself: "dat is dit artikel zelf: kies een ander" | "c’est cet article lui-même : choisissez-en un autre" | "that is this article itself: choose another";
    circular(sku: &str): "{sku} wordt zelf door dit artikel opgevolgd, rechtstreeks of langs een ander: dat is een cirkel" | "{sku} a lui-même cet article pour successeur, directement ou non : c’est un cercle" | "{sku} is itself followed by this article, directly or by way of another: that is a circle";
    file_too_large(mebibytes: u32): "het bestand is groter dan {mebibytes} MB" | "le fichier dépasse {mebibytes} Mo" | "the file is larger than {mebibytes} MB";
    too_many_files(most: usize): "hoogstens {most}; verwijder er eerst een" | "{most} au maximum ; supprimez-en d’abord un" | "at most {most}; remove one first";
    not_a_picture: "dit is geen foto die we kunnen lezen; neem PNG, JPEG of WebP" | "ce n’est pas une photo que nous pouvons lire ; prenez PNG, JPEG ou WebP" | "this is not a picture we can read; take PNG, JPEG or WebP";
    too_many_pixels(most: u32): "de foto is te groot: hoogstens {most} miljoen pixels" | "la photo est trop grande : {most} millions de pixels au maximum" | "the picture is too large: at most {most} million pixels";
    not_a_pdf: "dit is geen PDF-document" | "ce n’est pas un document PDF" | "this is not a PDF document";
}

/// A property that cannot be taken away, as products have an answer to it.
pub fn in_use(lang: Lang, products: u64) -> String {
    match (lang, products) {
        (Lang::Nl, 1) => "1 product gebruikt dit; maak het daar eerst leeg".to_owned(),
        (Lang::Nl, n) => format!("{n} producten gebruiken dit; maak het daar eerst leeg"),
        (Lang::Fr, 1) => "1 produit utilise cette caractéristique ; effacez-la d’abord sur ce produit".to_owned(),
        (Lang::Fr, n) => format!("{n} produits utilisent cette caractéristique ; effacez-la d’abord sur ces produits"),
        (Lang::En, 1) => "1 product uses this; empty it there first".to_owned(),
        (Lang::En, n) => format!("{n} products use this; empty it there first"),
    }
}
