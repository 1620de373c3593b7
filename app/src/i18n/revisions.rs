//! The sentences about prices that are revised together.

use super::{Lang, sentences};

sentences! {
    revise: "Prijzen herzien" | "Réviser les prix" | "Revise prices";
    revise_list: "Lijstprijzen herzien" | "Réviser le tarif" | "Revise list prices";
    revision: "Prijsherziening" | "Révision de prix" | "Price revision";
    recent: "Laatste prijsherzieningen" | "Dernières révisions de prix" | "Latest price revisions";
    recent_tip: "Wat in één keer herzien is, kan ook in één keer ongedaan gemaakt worden." | "Ce qui a été révisé en une fois peut aussi être annulé en une fois." | "What was revised in one go can also be undone in one go.";
    list: "Lijstprijzen" | "Tarif" | "List prices";
    how: "Hoe wijzigen de prijzen?" | "Comment les prix changent-ils ?" | "How do the prices change?";
    how_tip: "Eerst ziet u een voorstel, dat u per prijs nog kunt aanpassen. Niets geldt voor u het publiceert." | "Vous voyez d’abord une proposition, dont chaque prix peut encore être modifié. Rien ne s’applique avant la publication." | "You see a proposal first, and can change each price in it. Nothing counts before you publish it.";
    from: "Vanaf" | "À partir du" | "From";
    from_tip: "Ten vroegste morgen" | "Au plus tôt demain" | "Tomorrow at the earliest";
    list_from_tip: "Kiest u vandaag, dan geldt het meteen. Wie een korting op de lijst heeft, volgt mee." | "Si vous choisissez aujourd’hui, c’est immédiat. Qui a une remise sur le tarif suit." | "If you choose today, it applies at once. Whoever has a discount on the list follows.";
    announced(from: &str): "Vanaf {from} is al een andere lijstprijs gepubliceerd. Maak die eerst ongedaan, of kies dezelfde dag." | "Un autre tarif est déjà publié à partir du {from}. Annulez-le d’abord, ou choisissez le même jour." | "Another list price is published already from {from}. Undo it first, or choose the same day.";
    coming_list_price(price: &str, from: &str): "De lijstprijs wordt {price} vanaf {from}." | "Le tarif passe à {price} à partir du {from}." | "The list price becomes {price} from {from}.";
    all_categories: "Alle rubrieken" | "Toutes les rubriques" | "All categories";
    change: "Wijziging" | "Changement" | "Change";
    change_tip: "+3 %, −2,5 % of +0,25" | "+3 %, −2,5 % ou +0,25" | "+3 %, −2.5 % or +0.25";
    step: "Afronden op" | "Arrondir à" | "Round to";
    or_paste: "Of plak rijen uit een rekenblad" | "Ou collez des lignes d’un tableur" | "Or paste rows from a spreadsheet";
    rows: "Rijen uit een rekenblad" | "Lignes d’un tableur" | "Rows from a spreadsheet";
    paste_tip: "Per rij: artikelnummer, prijs of korting, en eventueel staffels" | "Par ligne : référence, prix ou remise, et paliers éventuels" | "A line each: article number, price or discount, and tiers if any";
    row(row: usize): "rij {row}" | "ligne {row}" | "row {row}";
    propose: "Toon voorstel" | "Afficher la proposition" | "Show proposal";
    now: "Nu" | "Actuel" | "Now";
    now_on(day: &str): "Op {day}" | "Le {day}" | "On {day}";
    becomes: "Wordt" | "Devient" | "Becomes";
    becomes_one(name: &str): "Nieuwe prijs, {name}" | "Nouveau prix, {name}" | "New price, {name}";
    tiers_one(name: &str): "Staffels, {name}" | "Paliers, {name}" | "Tiers, {name}";
    was: "Was" | "Avant" | "Was";
    of_group: "van de groep" | "du groupe" | "of the group";
    of_list: "van de lijst" | "du tarif" | "of the list";
    nothing: "Geen prijzen" | "Aucun prix" | "No prices";
    nothing_tip: "Hier is op die dag niets om te herzien. Plak rijen, of kies een andere rubriek." | "Il n’y a rien à réviser ici ce jour-là. Collez des lignes, ou choisissez une autre rubrique." | "There is nothing to revise here on that day. Paste rows, or choose another category.";
    only_first(shown: usize, all: usize): "De eerste {shown} van {all}. Kies een rubriek." | "Les {shown} premiers sur {all}. Choisissez une rubrique." | "The first {shown} of {all}. Choose a category.";
    grid_tip: "Wat u leeg laat, blijft zoals het is. Met - als staffel vallen de staffels weg." | "Ce que vous laissez vide reste tel quel. Avec - comme palier, les paliers disparaissent." | "What you leave empty stays as it is. With - as tier the tiers go.";
    tier_stays(tier: &str): "{tier} blijft" | "{tier} reste" | "{tier} stays";
    tier_goes(tier: &str): "{tier} vervalt" | "{tier} disparaît" | "{tier} goes";
    tiers_go(count: usize): "Staffels die vervallen: {count}." | "Paliers qui disparaissent : {count}." | "Tiers that go: {count}.";
    publish: "Publiceren" | "Publier" | "Publish";
    publish_from(day: &str): "Publiceren vanaf {day}" | "Publier à partir du {day}" | "Publish from {day}";
    go_on_without: "Verder zonder deze" | "Continuer sans ceux-ci" | "Go on without these";
    left_out(names: &str): "Niet in orde: {names}. Gaat u zonder deze verder, dan blijven ze zoals ze zijn." | "Pas en ordre : {names}. Si vous continuez sans ceux-ci, ils restent tels quels." | "Not in order: {names}. If you go on without these, they stay as they are.";
    published: "Gepubliceerd." | "Révision publiée." | "Published.";
    back_again: "Teruggezet" | "Rétabli" | "Put back";
    changed_since: "Blijft: intussen gewijzigd" | "Reste : modifié entre-temps" | "Stays: changed meanwhile";
    undo: "Ongedaan maken" | "Annuler la révision" | "Undo";
    undo_to_come: "Maakt u dit ongedaan, dan wordt alles weer zoals het was." | "Si vous l’annulez, tout redevient comme avant." | "If you undo this, everything will be as it was.";
    undo_begun: "Maakt u dit ongedaan, dan geldt vanaf morgen weer wat eerst gold. Wat tot dan geleverd wordt, blijft aan deze prijzen." | "Si vous l’annulez, les prix d’avant s’appliquent à nouveau dès demain. Ce qui est livré d’ici là reste à ces prix." | "If you undo this, the earlier prices apply again from tomorrow. What is delivered until then stays at these prices.";
    undo_list: "Maakt u dit ongedaan, dan worden de lijstprijzen weer zoals ze waren." | "Si vous l’annulez, le tarif redevient comme avant." | "If you undo this, the list prices will be as they were.";
    undone_by(name: &str, moment: &str): "Ongedaan gemaakt door {name}, {moment}" | "Annulée par {name}, {moment}" | "Undone by {name}, {moment}";
    concerns_nobody: "Niemand bestelt deze artikelen nu aan deze prijzen." | "Personne ne commande ces articles à ces prix pour le moment." | "Nobody orders these articles at these prices now.";
    concerns(names: &str): "Geldt voor {names}." | "Concerne {names}." | "Concerns {names}.";
}

/// How many prices: `1 prijs`, `41 prijzen`.
pub fn prices(lang: Lang, count: usize) -> String {
    let one = count == 1;
    match lang {
        Lang::Nl if one => "1 prijs".to_owned(),
        Lang::Nl => format!("{count} prijzen"),
        Lang::Fr => format!("{count} prix"),
        Lang::En if one => "1 price".to_owned(),
        Lang::En => format!("{count} prices"),
    }
}

/// The agreements that a rule leaves alone.
pub fn following(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "1 afspraak is een korting op de lijst: die volgt de lijst vanzelf.".to_owned(),
        (Lang::Nl, _) => format!("{count} afspraken zijn een korting op de lijst: die volgen de lijst vanzelf."),
        (Lang::Fr, 1) => "1 accord est une remise sur le tarif : il suit le tarif.".to_owned(),
        (Lang::Fr, _) => format!("{count} accords sont une remise sur le tarif : ils suivent le tarif."),
        (Lang::En, 1) => "1 agreement is a discount on the list: it follows the list by itself.".to_owned(),
        (Lang::En, _) => format!("{count} agreements are a discount on the list: they follow it by themselves."),
    }
}

/// The first names, and how many others: `De Gouden Korst, Brasserie du Nord en 9 andere klanten`.
pub fn names(lang: Lang, names: &[String]) -> String {
    const SAID: usize = 3;
    let others = names.len().saturating_sub(SAID);
    let first = names[..names.len().min(SAID)].join(", ");
    match (lang, others) {
        (_, 0) => first,
        (Lang::Nl, 1) => format!("{first} en nog 1 klant"),
        (Lang::Nl, _) => format!("{first} en nog {others} klanten"),
        (Lang::Fr, 1) => format!("{first} et 1 autre client"),
        (Lang::Fr, _) => format!("{first} et {others} autres clients"),
        (Lang::En, 1) => format!("{first} and 1 other customer"),
        (Lang::En, _) => format!("{first} and {others} other customers"),
    }
}
