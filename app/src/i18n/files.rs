//! The sentences about files: what can be taken out, and what is wrong with what is brought in.

use domain::{Cents, Currency, Quantity, Refusal, UnitPrice};

use super::{Lang, format, sentences};

sentences! {
    files: "Bestanden" | "Fichiers" | "Files";
    tip: "Haal op wat in het portaal staat, pas het aan in een rekenblad en lees het weer in." | "Téléchargez ce que contient le portail, modifiez-le dans un tableur et réimportez-le." | "Download what the portal holds, change it in a spreadsheet and bring it back in.";
    take_out: "Ophalen" | "Télécharger" | "Download";
    take_out_tip: "Met dezelfde kolommen als wat u inleest. In Excel blijven voorloopnullen staan." | "Avec les mêmes colonnes que ce que vous importez. Excel garde les zéros de tête." | "With the same columns as what you bring in. Excel keeps leading zeros.";
    bring_in: "Inlezen" | "Importer" | "Bring in";
    bring_in_tip: "We tonen eerst wat er zou veranderen. Wat niet in het bestand staat, blijft zoals het is." | "Nous montrons d’abord ce qui changerait. Ce qui n’est pas dans le fichier reste tel quel." | "First we show what would change. What is not in the file stays as it is.";
    what: "Wat staat erin?" | "Que contient-il ?" | "What is in it?";
    file_tip(megabytes: usize): "Excel (.xlsx), OpenDocument (.ods) of CSV, tot {megabytes} MB; de eerste rij noemt de kolommen" | "Excel (.xlsx), OpenDocument (.ods) ou CSV, jusqu’à {megabytes} Mo ; la première ligne nomme les colonnes" | "Excel (.xlsx), OpenDocument (.ods) or CSV, up to {megabytes} MB; the first row names the columns";
    customers_tip: "met vestigingen en mensen" | "avec sites et personnes" | "with sites and people";
    groups: "Voorwaarden van klantengroepen" | "Conditions des groupes de clients" | "Terms of customer groups";
    groups_tip: "minimum en aankondiging van hogere prijzen" | "minimum et annonce des hausses de prix" | "minimum and notice of higher prices";
    promotions_tip: "met hun artikelen en dagen" | "avec leurs articles et leurs jours" | "with their articles and days";
    lists_tip: "die klanten zelf maakten, in hun volgorde" | "faites par les clients eux-mêmes, dans leur ordre" | "made by customers themselves, in their order";
    packagings_tip: "met hun waarborg" | "avec leur consigne" | "with their deposits";
    products_tip: "met verpakkingen en lijstprijzen" | "avec conditionnements et tarifs" | "with packs and list prices";
    assortments: "Assortimenten" | "Assortiments" | "Assortments";
    assortments_tip: "wat elke klant bestelt, en hoe hij het noemt" | "ce que chaque client commande, et comment il l’appelle" | "what each customer orders, and what he calls it";
    prices: "Prijzen" | "Prix" | "Prices";
    prices_tip: "lijstprijzen en prijsafspraken" | "tarifs et accords de prix" | "list prices and price agreements";
    orders_tip: "waarover beslist is" | "sur lesquelles on a décidé" | "that have been decided on";
    export_as(what: &str, format: &str): "{what} ophalen als {format}" | "Télécharger {what} en {format}" | "Download {what} as {format}";
    no_file: "Kies eerst een bestand" | "Choisissez d’abord un fichier" | "Choose a file first";
    no_kind: "Kies wat er in het bestand staat" | "Choisissez ce que contient le fichier" | "Choose what is in the file";
    too_many_rows: "Dit bestand heeft te veel rijen: splits het" | "Ce fichier a trop de lignes : divisez-le" | "This file has too many rows: split it";

    // what came of a file
    read_from(file: &str, rows: &str): "{file}: {rows} rijen gelezen" | "{file} : {rows} lignes lues" | "{file}: {rows} rows read";
    one_row(file: &str): "{file}: 1 rij gelezen" | "{file} : 1 ligne lue" | "{file}: 1 row read";
    in_order: "Alle rijen zijn in orde" | "Toutes les lignes sont en ordre" | "All rows are in order";
    not_yet: "Er is nog niets veranderd. Kijk na wat er zou veranderen en lees het dan in." | "Rien n’a encore changé. Vérifiez ce qui changerait, puis importez." | "Nothing has changed yet. Look at what would change, then bring it in.";
    nothing_new: "Alles staat er al zo in: er verandert niets" | "Tout y est déjà ainsi : rien ne change" | "Everything is there already: nothing changes";
    refused(rows: &str): "{rows} rijen zijn niet in orde" | "{rows} lignes ne sont pas en ordre" | "{rows} rows are not in order";
    refused_one: "1 rij is niet in orde" | "1 ligne n’est pas en ordre" | "1 row is not in order";
    refused_header: "De kolommen zijn niet in orde" | "Les colonnes ne sont pas en ordre" | "The columns are not in order";
    all_or_nothing: "Een bestand gaat er helemaal in of niet: er is niets veranderd. Verbeter het en lees het opnieuw in." | "Un fichier est importé en entier ou pas du tout : rien n’a changé. Corrigez-le et réimportez-le." | "A file goes in whole or not at all: nothing has changed. Correct it and bring it in again.";
    done: "Ingelezen" | "Importé" | "Brought in";
    do_it: "Nu inlezen" | "Importer maintenant" | "Bring it in now";
    another: "Een ander bestand" | "Un autre fichier" | "Another file";
    rejected: "Foute rijen ophalen (CSV)" | "Télécharger les lignes refusées (CSV)" | "Download the refused rows (CSV)";
    waits: "We houden dit bestand een uur bij." | "Nous gardons ce fichier une heure." | "We keep this file for an hour.";
    gone: "Dit bestand is niet meer bewaard. Kies het opnieuw." | "Ce fichier n’est plus gardé. Choisissez-le à nouveau." | "This file is no longer kept. Choose it again.";
    changes: "Wat verandert er?" | "Qu’est-ce qui change ?" | "What changes?";
    changed_already: "Wat is er veranderd?" | "Qu’est-ce qui a changé ?" | "What has changed?";
    fresh: "Nieuw" | "Nouveau" | "New";
    changed: "Gewijzigd" | "Modifié" | "Changed";
    same: "Zoals het was" | "Inchangé" | "As it was";
    kept: "Behouden" | "Gardé" | "Kept";
    list_rows: "Rijen van lijsten" | "Lignes des listes" | "Rows of lists";
    list: "Lijst" | "Liste" | "List";
    list_itself: "Volgorde, dagen of seizoen" | "Ordre, jours ou saison" | "Order, days or season";
    for_whom: "Voor wie" | "Pour qui" | "For whom";
    not_agreed: "nog niet afgesproken" | "pas encore convenu" | "not agreed yet";
    on_list: "op de lijst" | "sur la liste" | "on the list";
    not_on_list: "niet op de lijst" | "pas sur la liste" | "not on the list";
    and_more(count: usize): "En nog {count}" | "Et encore {count}" | "And {count} more";
    right_columns: "Deze kolommen horen in zo’n bestand" | "Les colonnes d’un tel fichier" | "The columns of such a file";
    needed_columns: "Nodig" | "Nécessaires" | "Needed";
    other_columns: "Mogen erbij, in elke volgorde" | "Facultatives, dans n’importe quel ordre" | "Optional, in any order";
    problems: "Wat is er fout?" | "Qu’est-ce qui ne va pas ?" | "What is wrong?";
    row: "Rij" | "Ligne" | "Row";
    column: "Kolom" | "Colonne" | "Column";
    value: "Staat er" | "Valeur" | "Value";
    problem_head: "Probleem" | "Problème" | "Problem";
    perhaps(nearest: &str): "Bedoelde u {nearest}?" | "Vouliez-vous dire {nearest} ?" | "Did you mean {nearest}?";
    only_some(shown: &str, all: &str): "De eerste {shown} van {all}; alle staan in het bestand met foute rijen." | "Les {shown} premiers sur {all} ; tous sont dans le fichier des lignes refusées." | "The first {shown} of {all}; all are in the file of refused rows.";
    new_groups(text: &str): "Klantengroepen waar nog geen klant in zit: {text}" | "Groupes de clients encore sans client : {text}" | "Customer groups that no customer is in yet: {text}";
    group_items: "Artikelen van klantengroepen" | "Articles de groupes de clients" | "Articles of customer groups";
    new_categories(text: &str): "Nieuwe rubrieken worden aangemaakt: {text}" | "De nouvelles rubriques sont créées : {text}" | "New categories are made: {text}";
    kept_orders(count: &str): "Bestellingen die in het portaal geplaatst of gewijzigd zijn en blijven zoals ze zijn: {count}" | "Commandes passées ou modifiées dans le portail, qui restent telles quelles : {count}" | "Orders placed or changed in the portal, which stay as they are: {count}";
    list_prices: "Lijstprijzen" | "Tarifs" | "List prices";
    agreements: "Prijsafspraken" | "Accords de prix" | "Agreed prices";
    items: "Artikelen in assortimenten" | "Articles des assortiments" | "Articles in assortments";
    categories: "Rubrieken" | "Rubriques" | "Categories";

    // what is wrong, with its numbers
    far_off(now: &str, before: &str): "{now} is wel heel anders dan {before}: zet yes in de kolom sure als het zo bedoeld is" | "{now} est très différent de {before} : mettez yes dans la colonne sure si c’est voulu" | "{now} is very different from {before}: put yes in the column sure if it is meant";
    two_numbers(one: &str, other: &str): "Kan {one} of {other} zijn: schrijf een van die twee" | "Peut être {one} ou {other} : écrivez l’un des deux" | "May be {one} or {other}: write one of these";
    so_long(most: u32): "Te lang: hoogstens {most} tekens" | "Trop long : {most} caractères au maximum" | "Too long: at most {most} characters";
    so_many(most: &str): "Te groot: hoogstens {most}" | "Trop grand : {most} au maximum" | "Too large: at most {most}";
    at_least(least: &str): "Zo kan het niet besteld worden: minstens {least}" | "Ne peut pas être commandé ainsi : {least} au minimum" | "Cannot be ordered like that: at least {least}";
    nearest(below: &str, above: &str): "Zo kan het niet besteld worden, wel {below} of {above}" | "Ne peut pas être commandé ainsi, mais bien {below} ou {above}" | "Cannot be ordered like that, but {below} or {above} can";
    one_of(choices: &str): "Kan hier niet staan, wel: {choices}" | "N’est pas possible ici ; possible : {choices}" | "Not possible here; possible: {choices}";
}

/// What is wrong with a cell, a row or the file, by the key of the report; with its numbers where the rule that is broken
/// (`refusal`) has some. None where no reason has this key.
pub fn problem(lang: Lang, currency: Currency, column: &str, key: &str, refusal: Option<&Refusal>) -> Option<String> {
    let price = |price: UnitPrice| format::unit_price(lang, currency, price);
    let sentence = match refusal {
        // one number of several: how all of the cell is written helps more
        Some(Refusal::NotANumber { .. }) if ["tiers", "list_tiers"].contains(&column) => {
            problems::not_a_tier(lang).to_owned()
        }
        Some(Refusal::NotANumber { .. }) if column == "packs" => problems::not_a_pack(lang).to_owned(),
        Some(Refusal::FarOff { before, now }) => far_off(lang, &price(*now), &price(*before)),
        Some(Refusal::Ambiguous { one, other, decimals, .. }) => {
            let typed = |value: i64| match decimals {
                2 => format::typed_amount(lang, Some(Cents(value))),
                3 => format::typed_quantity(lang, Quantity(value)),
                _ => format::typed_price(lang, UnitPrice(value)),
            };
            two_numbers(lang, &typed(*one), &typed(*other))
        }
        Some(Refusal::TooLong { most }) => so_long(lang, *most),
        Some(Refusal::TooMany { most }) => so_many(lang, &format::quantity(lang, *most)),
        Some(Refusal::NotAMultiple { below: None, above }) => at_least(lang, &format::quantity(lang, *above)),
        Some(Refusal::NotAMultiple { below: Some(below), above }) => {
            nearest(lang, &format::quantity(lang, *below), &format::quantity(lang, *above))
        }
        Some(Refusal::Circular { sku }) => super::sheet::circular(lang, sku),
        Some(other) if key == "refused" => super::refusal::sentence(lang, currency, other),
        _ => problems::by_key(key)?(lang).to_owned(),
    };
    Some(sentence)
}

mod problems {
    use super::{Lang, sentences};

    sentences! {
        no_header: "De eerste rij noemt geen kolommen die we kennen" | "La première ligne ne nomme aucune colonne connue" | "The first row names no column that is known";
        wrong_kind: "Dit bestand zegt zelf dat er iets anders in staat" | "Ce fichier dit lui-même qu’il contient autre chose" | "This file says itself that it holds something else";
        unsupported_version: "Een andere versie van de kolommen" | "Une autre version des colonnes" | "Another version of the columns";
        unknown_column: "Deze kolom kennen we niet" | "Colonne inconnue" | "This column is not known";
        missing_column: "Deze kolom ontbreekt" | "Cette colonne manque" | "This column is missing";
        duplicate_column: "Deze kolom staat er twee keer" | "Cette colonne y est deux fois" | "This column is there twice";
        too_many_rows: "Te veel rijen: splits het bestand" | "Trop de lignes : divisez le fichier" | "Too many rows: split the file";
        ragged_row: "Meer of minder cellen dan de eerste rij" | "Plus ou moins de cellules que la première ligne" | "More or fewer cells than the first row";
        quote_not_closed: "Een aanhalingsteken wordt niet gesloten" | "Un guillemet n’est pas fermé" | "A quote is not closed";
        text_after_quote: "Tekst na een aanhalingsteken" | "Du texte après un guillemet" | "Text after a quote";
        encoding: "Tekens die niet te lezen zijn" | "Caractères illisibles" | "Characters that cannot be read";
        merged_cells: "Samengevoegde cellen: splits ze en vul elke cel in" | "Cellules fusionnées : séparez-les et remplissez chacune" | "Merged cells: take them apart and fill in each";
        formula: "Een formule zonder uitkomst: vul de waarde in" | "Une formule sans résultat : indiquez la valeur" | "A formula without a result: fill in the value";
        duplicate_row: "Een andere rij gaat over hetzelfde" | "Une autre ligne concerne la même chose" | "Another row is about the same";
        contradiction: "Een rij hierboven zegt iets anders" | "Une ligne plus haut dit autre chose" | "A row above says something else";
        held_back: "Zelf in orde, maar een andere rij van hetzelfde is het niet" | "En ordre, mais une autre ligne du même ensemble ne l’est pas" | "In order itself, but another row of the same is not";
        required: "Moet ingevuld zijn" | "Doit être rempli" | "Must be filled in";
        too_long: "Te lang" | "Trop long" | "Too long";
        control_character: "Bevat een onzichtbaar teken" | "Contient un caractère invisible" | "Has an invisible character";
        not_a_number: "Geen getal dat hier past" | "Ce nombre ne convient pas ici" | "Not a number that fits here";
        ambiguous_number: "Kan twee getallen zijn: zet er een komma of een cijfer bij" | "Peut être deux nombres : précisez avec une virgule ou un chiffre" | "May be two numbers: add a decimal sign or a digit";
        negative: "Mag niet negatief zijn" | "Ne peut pas être négatif" | "May not be negative";
        too_many: "Te groot" | "Trop grand" | "Too large";
        not_a_date: "Geen datum: schrijf 23/11/2026" | "Ce n’est pas une date : écrivez 23/11/2026" | "Not a date: write 23/11/2026";
        not_an_email: "Geen e-mailadres" | "Ce n’est pas une adresse e-mail" | "Not an e-mail address";
        not_a_vat_number: "Geen geldig btw-nummer" | "Ce n’est pas un numéro de TVA valable" | "Not a valid VAT number";
        not_a_gtin: "Geen geldige barcode" | "Ce n’est pas un code-barres valable" | "Not a valid barcode";
        not_a_tier: "Geen staffel: schrijf 10: 15,20 | 40: 14,80" | "Ce n’est pas un palier : écrivez 10: 15,20 | 40: 14,80" | "Not a tier: write 10: 15.20 | 40: 14.80";
        no_better_tier: "Elke staffel vraagt meer en kost minder dan de vorige" | "Chaque palier demande plus et coûte moins que le précédent" | "Each tier needs more and costs less than the one before";
        not_a_pack: "Geen verpakkingen: schrijf LR: 8 | PX: 40" | "Ce ne sont pas des conditionnements : écrivez LR: 8 | PX: 40" | "Not packs: write LR: 8 | PX: 40";
        unknown_unit: "Deze eenheid kennen we niet" | "Unité inconnue" | "This unit is not known";
        unknown_choice: "Kan hier niet staan" | "N’est pas possible ici" | "Not possible here";
        unknown_customer: "Deze klant kennen we niet" | "Client inconnu" | "This customer is not known";
        unknown_customer_group: "Deze klantengroep kennen we niet" | "Groupe de clients inconnu" | "This customer group is not known";
        unknown_site: "Deze vestiging kennen we niet" | "Site inconnu" | "This site is not known";
        unknown_packaging: "Dit leeggoed kennen we niet" | "Vidange inconnue" | "This packaging is not known";
        unknown_product: "Dit product kennen we niet" | "Produit inconnu" | "This product is not known";
        taken: "Is al in gebruik" | "Est déjà utilisé" | "Already in use";
        not_free_goods: "Zo schrijft u gratis goederen niet: schrijf 10 + 1" | "Ce n’est pas une gratuité : écrivez 10 + 1" | "Not free goods: write 10 + 1";
        not_a_bundle: "Een bundel heeft minstens twee artikelen, en bij “parts” gratis artikelen, niet alle" | "Une offre groupée a au moins deux articles, et avec « parts » des articles gratuits, pas tous" | "A bundle has two articles at least, and with “parts” some free ones, not all";
        not_a_multiple: "Zo kan het niet besteld worden" | "Ne peut pas être commandé ainsi" | "Cannot be ordered like that";
        not_empty: "Moet hier leeg zijn" | "Doit être vide ici" | "Must be empty here";
        overlap: "Loopt samen met een andere prijsafspraak of actie" | "Chevauche un autre accord de prix ou une autre promotion" | "Overlaps with another price agreement or promotion";
        until_before_from: "De laatste dag valt voor de eerste" | "Le dernier jour précède le premier" | "The last day is before the first";
        far_off: "Wel heel anders dan de prijs van nu: zet yes in de kolom sure als het zo bedoeld is" | "Très différent du prix actuel : mettez yes dans la colonne sure si c’est voulu" | "Very different from the price of now: put yes in the column sure if it is meant";
        tiers_of_percent: "Een percentage volgt de staffels van de lijst: laat dit leeg" | "Un pourcentage suit les paliers du tarif : laissez ceci vide" | "A percentage follows the tiers of the list: leave this empty";
        itself: "Een artikel vervangt zichzelf niet" | "Un article ne se remplace pas lui-même" | "An article cannot stand in for itself";
        circular: "De opvolgers maken een cirkel" | "Les successeurs forment un cercle" | "The successors make a circle";
        refused: "Kan hier niet staan" | "N’est pas possible ici" | "Not possible here";
    }

    pub(super) fn by_key(key: &str) -> Option<fn(Lang) -> &'static str> {
        macro_rules! keyed {
            ($($name:ident)*) => {
                match key {
                    $(stringify!($name) => Some($name),)*
                    _ => None,
                }
            };
        }
        keyed! {
            no_header wrong_kind unsupported_version unknown_column missing_column duplicate_column too_many_rows
            ragged_row quote_not_closed text_after_quote encoding merged_cells formula duplicate_row contradiction
            held_back required too_long control_character not_a_number ambiguous_number negative too_many not_a_date
            not_an_email not_a_vat_number not_a_gtin not_a_tier no_better_tier not_a_pack not_free_goods not_a_bundle not_a_multiple unknown_unit unknown_choice
            unknown_customer unknown_customer_group unknown_site unknown_packaging unknown_product taken not_empty overlap until_before_from
            far_off tiers_of_percent itself circular refused
        }
    }
}
