//! The sentences of the quick order.

use super::{Lang, sentences};

sentences! {
    // one article after the other
    one_by_one: "Artikel per artikel" | "Article par article" | "Article by article";
    one_by_one_tip: "Typ of scan een code, of typ een naam uit uw lijst, en druk op Enter. Zonder aantal komt er één eenheid bij." | "Tapez ou scannez un code, ou tapez un nom de votre liste, puis Entrée. Sans quantité, on ajoute une unité." | "Type or scan a code, or type a name from your list, and press Enter. Without a quantity one unit is added.";
    code_or_name: "Code, barcode of naam" | "Code, code-barres ou nom" | "Code, barcode or name";
    quantity: "Aantal" | "Quantité" | "Quantity";
    now_in_basket(name: &str, quantity: &str): "{name}: nu {quantity} in uw mandje" | "{name} : maintenant {quantity} dans votre panier" | "{name}: now {quantity} in your basket";
    out_of_basket(name: &str): "{name} ligt niet meer in uw mandje" | "{name} n’est plus dans votre panier" | "{name} is no longer in your basket";
    not_found(typed: &str): "“{typed}” staat niet in uw lijst" | "« {typed} » n’est pas dans votre liste" | "“{typed}” is not in your list";
    which_one(typed: &str): "“{typed}”: welk artikel bedoelt u?" | "« {typed} » : de quel article s’agit-il ?" | "“{typed}”: which article do you mean?";
    kept_for_you: "Nog na te kijken" | "À vérifier" | "Still to check";
    check_these: "Nakijken" | "Vérifier" | "Check";
    forget_one(typed: &str): "{typed} niet meer bijhouden" | "Ne plus garder {typed}" | "Forget {typed}";
    just_added: "Zonet ingegeven" | "Saisis à l’instant" | "Just entered";
    scan_camera: "Scannen met de camera" | "Scanner avec la caméra" | "Scan with the camera";
    stop_camera: "Camera uit" | "Éteindre la caméra" | "Stop the camera";
    no_camera: "De camera kan niet worden gebruikt. Kijk na of deze pagina ze mag gebruiken." | "La caméra ne peut pas être utilisée. Vérifiez que cette page y a accès." | "The camera cannot be used. Check whether this page may use it.";
    not_sent: "Geen verbinding. Wat u ingeeft, wordt straks verstuurd." | "Pas de connexion. Ce que vous saisissez sera envoyé plus tard." | "No connection. What you enter will be sent later.";

    // a block or a file
    block: "Een lijst in één keer" | "Une liste en une fois" | "A list in one go";
    block_tip: "Plak rijen uit een rekenblad of typ ze: op elke rij de code of de naam, dan het aantal." | "Collez des lignes d’un tableur ou tapez-les : sur chacune le code ou le nom, puis la quantité." | "Paste rows from a spreadsheet or type them: on each the code or the name, then the quantity.";
    a_file: "Een bestand" | "Un fichier" | "A file";
    file_label: "Kies een bestand" | "Choisissez un fichier" | "Choose a file";
    file_tip(megabytes: usize, rows: &str): "Excel (.xlsx), OpenDocument (.ods) of CSV, tot {megabytes} MB en {rows} rijen. We tonen eerst wat we lezen." | "Excel (.xlsx), OpenDocument (.ods) ou CSV, jusqu’à {megabytes} Mo et {rows} lignes. Nous montrons d’abord ce que nous lisons." | "Excel (.xlsx), OpenDocument (.ods) or CSV, up to {megabytes} MB and {rows} rows. First we show what we read.";
    read_it: "Nakijken" | "Vérifier" | "Check";
    sample_tip: "Een bestand met uw eigen artikelen, om de aantallen in te vullen:" | "Un fichier avec vos propres articles, pour y remplir les quantités :" | "A file with your own articles, to fill in the quantities:";
    file_name: "bestellijst" | "liste-de-commande" | "order-list";
    col_code: "Code" | "Code" | "Code";
    col_own_code: "Uw code" | "Votre code" | "Your code";
    col_name: "Naam" | "Nom" | "Name";
    col_unit: "Eenheid" | "Unité" | "Unit";

    // what is wrong with a file
    file_empty: "Dit bestand is leeg" | "Ce fichier est vide" | "This file is empty";
    file_unknown: "Dit is geen Excel-, OpenDocument- of CSV-bestand" | "Ce n’est pas un fichier Excel, OpenDocument ou CSV" | "This is not an Excel, OpenDocument or CSV file";
    file_old: "Dit is een oud Excel-bestand (.xls) of er zit een wachtwoord op: bewaar het als .xlsx, zonder wachtwoord" | "C’est un ancien fichier Excel (.xls) ou il a un mot de passe : enregistrez-le en .xlsx, sans mot de passe" | "This is an old Excel file (.xls) or it has a password: save it as .xlsx, without a password";
    file_damaged: "Dit bestand is beschadigd: bewaar het opnieuw en probeer nog eens" | "Ce fichier est endommagé : enregistrez-le à nouveau et réessayez" | "This file is damaged: save it again and retry";
    file_too_large(megabytes: usize): "Dit bestand is te groot: hoogstens {megabytes} MB" | "Ce fichier est trop grand : {megabytes} Mo au maximum" | "This file is too large: at most {megabytes} MB";
    no_result(typed: &str): "“{typed}” is een formule zonder uitkomst: vul het aantal in" | "« {typed} » est une formule sans résultat : indiquez la quantité" | "“{typed}” is a formula without a result: fill in the quantity";

    // the check screen
    check_title: "Nakijken" | "Vérifier" | "Check";
    read_from(file: &str): "Gelezen uit {file}" | "Lu dans {file}" | "Read from {file}";
    header_row(number: u32, names: &str): "Rij {number} noemt de kolommen: {names}" | "La ligne {number} nomme les colonnes : {names}" | "Row {number} names the columns: {names}";
    to_check: "Na te kijken" | "À vérifier" | "To check";
    in_order: "In orde" | "En ordre" | "In order";
    without_quantity: "Zonder aantal: komt niet in het mandje" | "Sans quantité : ne va pas dans le panier" | "Without a quantity: does not go into the basket";
    left_out: "Weggelaten" | "Lignes écartées" | "Left out";
    leave_out: "Weglaten" | "Écarter" | "Leave out";
    leave_out_row(number: u32): "Rij {number} weglaten" | "Écarter la ligne {number}" | "Leave out row {number}";
    article_of_row(number: u32): "Rij {number}, artikel" | "Ligne {number}, article" | "Row {number}, article";
    quantity_of_row(number: u32): "Rij {number}, aantal" | "Ligne {number}, quantité" | "Row {number}, quantity";
    search_for_row(number: u32): "Rij {number}, zoek in uw lijst" | "Ligne {number}, chercher dans votre liste" | "Row {number}, search your list";
    search_again: "Zoek met andere woorden" | "Cherchez avec d’autres mots" | "Search with other words";
    something_else: "Iets anders zoeken" | "Chercher autre chose" | "Search for something else";
    choose: "Kies een artikel" | "Choisissez un article" | "Choose an article";
    is_it_this: "Is het dit artikel?" | "Est-ce cet article ?" | "Is it this article?";
    which_is_it: "Welk artikel is het?" | "Quel article est-ce ?" | "Which article is it?";
    not_in_list: "Staat niet in uw lijst" | "N’est pas dans votre liste" | "Not in your list";
    names_nothing: "Geen code en geen naam in deze rij (samengevoegde cellen?)" | "Ni code ni nom dans cette ligne (cellules fusionnées ?)" | "No code and no name in this row (merged cells?)";
    same_as(rows: &str): "Zelfde artikel als {rows}" | "Même article que {rows}" | "Same article as {rows}";
    together_with(rows: &str): "Samen met {rows}" | "Avec {rows}" | "Together with {rows}";
    add_up: "Tel de rijen van hetzelfde artikel op" | "Additionner les lignes d’un même article" | "Add up the rows of the same article";
    read_as(typed: &str, amount: &str): "“{typed}” gelezen als {amount}" | "« {typed} » lu comme {amount}" | "“{typed}” read as {amount}";
    was_in_basket(now: &str, then: &str): "in uw mandje: nu {now}, straks {then}" | "dans votre panier : {now}, ensuite {then}" | "in your basket: {now}, then {then}";
    is_in_basket(now: &str): "in uw mandje: {now}" | "dans votre panier : {now}" | "in your basket: {now}";
    nothing_ready: "Nog geen enkele rij kan in het mandje: vul aan wat hieronder gevraagd wordt" | "Aucune ligne ne peut encore aller au panier : complétez ce qui est demandé ci-dessous" | "No row can go into the basket yet: complete what is asked below";
    check_again: "Opnieuw nakijken" | "Vérifier à nouveau" | "Check again";
    start_over: "Opnieuw beginnen" | "Recommencer" | "Start over";
    rest_stays: "Wat nog na te kijken is, blijft hier staan." | "Ce qui reste à vérifier reste ici." | "What is still to check stays here.";
}

/// `1 rij`, `12 rijen`
pub fn rows(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Nl, 1) => "1 rij".into(),
        (Lang::Nl, n) => format!("{n} rijen"),
        (Lang::Fr, 0 | 1) => format!("{n} ligne"),
        (Lang::Fr, n) => format!("{n} lignes"),
        (Lang::En, 1) => "1 row".into(),
        (Lang::En, n) => format!("{n} rows"),
    }
}

/// `rij 4`, `rijen 4 en 6`; of many the first five.
pub fn these_rows(lang: Lang, numbers: &[u32]) -> String {
    const SHOWN: usize = 5;
    let (row, rows, and) = match lang {
        Lang::Nl => ("rij", "rijen", "en"),
        Lang::Fr => ("la ligne", "les lignes", "et"),
        Lang::En => ("row", "rows", "and"),
    };
    let said: Vec<String> = numbers.iter().take(SHOWN).map(u32::to_string).collect();
    match &said[..] {
        [one] => format!("{row} {one}"),
        [first @ .., last] if numbers.len() <= SHOWN => format!("{rows} {} {and} {last}", first.join(", ")),
        shown => format!("{rows} {} …", shown.join(", ")),
    }
}

/// The button: how many rows go into the basket.
pub fn put(lang: Lang, n: usize) -> String {
    let rows = rows(lang, n);
    match lang {
        Lang::Nl => format!("{rows} in het mandje"),
        Lang::Fr => format!("{rows} au panier"),
        Lang::En => format!("{rows} into the basket"),
    }
}

/// What came of it.
pub fn were_put(lang: Lang, n: usize) -> String {
    let (rows, one) = (rows(lang, n), n == 1);
    match lang {
        Lang::Nl => format!("{rows} {} in uw mandje", if one { "ligt" } else { "liggen" }),
        Lang::Fr => format!("{rows} dans votre panier"),
        Lang::En => format!("{rows} {} in your basket", if one { "is" } else { "are" }),
    }
}

/// What stands on top of the check screen.
pub fn still_to_check(lang: Lang, n: usize) -> String {
    let rows = rows(lang, n);
    match (lang, n) {
        (Lang::Nl, 0) => "Alle rijen zijn in orde".into(),
        (Lang::Nl, _) => format!("{rows} na te kijken"),
        (Lang::Fr, 0) => "Toutes les lignes sont en ordre".into(),
        (Lang::Fr, _) => format!("{rows} à vérifier"),
        (Lang::En, 0) => "All rows are in order".into(),
        (Lang::En, _) => format!("{rows} to check"),
    }
}
