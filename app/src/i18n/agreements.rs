//! The sentences about price agreements.

use chrono::NaiveDate;
use domain::{
    Currency, Quantity,
    agreement::{Deal, Percent, PriceAgreement},
};

use super::{Lang, format, sentences};

sentences! {
    prices: "Prijzen" | "Prix" | "Prices";
    title: "Prijsafspraken" | "Accords de prix" | "Agreed prices";
    tip: "Wat met een klant afgesproken is, gaat voor wat met zijn groep afgesproken is; anders telt de lijstprijs." | "Ce qui est convenu avec un client prime sur ce qui est convenu avec son groupe ; sinon, c’est le tarif qui s’applique." | "What is agreed with a customer goes before what is agreed with his group; else the list price counts.";
    groups: "Klantengroepen" | "Groupes de clients" | "Customer groups";
    groups_tip: "Een afspraak met een groep geldt voor al haar klanten, ook voor wie er later bijkomt." | "Un accord avec un groupe vaut pour tous ses clients, y compris les nouveaux." | "An agreement with a group holds for all its customers, later ones too.";
    no_groups: "Nog geen klantengroepen" | "Pas encore de groupes de clients" | "No customer groups yet";
    no_groups_tip: "Vul bij een klant in tot welke groep hij hoort." | "Indiquez chez un client à quel groupe il appartient." | "Say with a customer which group he belongs to.";
    customers_tip: "Zoek de klant met wie iets afgesproken is of wordt." | "Cherchez le client avec qui un prix est ou sera convenu." | "Look for the customer with whom a price is or will be agreed.";
    of_one(name: &str): "Prijsafspraken van {name}" | "Accords de prix : {name}" | "Agreed prices of {name}";
    of_group(group: &str): "Groep {group}" | "Groupe {group}" | "Group {group}";
    add: "Nieuwe prijsafspraak" | "Nouvel accord de prix" | "New agreed price";
    price: "Prijs of korting" | "Prix ou remise" | "Price or discount";
    price_tip: "15,75, of −5 % van de lijstprijs" | "15,75, ou −5 % du tarif" | "15.75, or −5 % of the list price";
    too_many_decimals(most: u32): "hoogstens {most} cijfers na de komma" | "au plus {most} chiffres après la virgule" | "at most {most} decimals";
    until_tip: "Leeg: tot nader order" | "Vide : jusqu’à nouvel ordre" | "Empty: until further notice";
    price_is_right: "Deze prijs klopt" | "Ce prix est juste" | "This price is right";
    days: "Geldt" | "Valable" | "Holds";
    more_customers(n: usize): "Dit zijn de eerste {n}. Zoek een andere klant op naam of nummer." | "Voici les {n} premiers. Cherchez un autre client par nom ou numéro." | "These are the first {n}. Find another customer by name or number.";
    none_yet: "Nog niets afgesproken" | "Rien n’est encore convenu" | "Nothing agreed yet";
    none_yet_tip: "Tot dan telt de prijs van de groep, of de lijstprijs." | "Jusque-là, c’est le prix du groupe ou le tarif qui s’applique." | "Until then the price of the group counts, or the list price.";
    none_yet_tip_group: "Tot dan telt de lijstprijs." | "Jusque-là, c’est le tarif qui s’applique." | "Until then the list price counts.";
    only_newest(shown: usize, all: u64): "De {shown} nieuwste van {all}. Alle staan in het bestand met prijzen." | "Les {shown} plus récents sur {all}. Tous sont dans le fichier des prix." | "The newest {shown} of {all}. All are in the file of prices.";
    change_days: "Einde wijzigen" | "Modifier la fin" | "Change the end";
    change_days_of(name: &str): "Einde wijzigen voor {name}" | "Modifier la fin pour {name}" | "Change the end for {name}";
    last_day: "Laatste dag" | "Dernier jour" | "Last day";
    last_day_tip: "Leeg: tot nader order. Wat gold, blijft bewaard." | "Vide : jusqu’à nouvel ordre. Ce qui était en vigueur reste conservé." | "Empty: until further notice. What held is kept.";
    withdraw: "Intrekken" | "Retirer" | "Withdraw";
    withdraw_one(name: &str): "De prijsafspraak voor {name} intrekken" | "Retirer l’accord de prix pour {name}" | "Withdraw the agreed price for {name}";
    question: "Wat betaalt deze klant?" | "Que paie ce client ?" | "What does this customer pay?";
    question_short: "Wat betaalt hij?" | "Que paie-t-il ?" | "What does he pay?";
    question_tip: "De prijs van een artikel voor één klant op één dag, en hoe we eraan komen." | "Le prix d’un article pour un client à une date, et comment nous y arrivons." | "The price of an article for one customer on one day, and how we get there.";
    number_or_name: "Nummer of naam" | "Numéro ou nom" | "Number or name";
    which_one(typed: &str): "“{typed}”: kies hieronder, of typ meer van de naam" | "« {typed} » : choisissez ci-dessous, ou tapez une plus grande partie du nom" | "“{typed}”: choose below, or type more of the name";
    delivered_on: "Leverdag" | "Jour de livraison" | "Delivery day";
    quantity: "Aantal" | "Quantité" | "Quantity";
    unit_price: "Per eenheid" | "Par unité" | "Per unit";
    quantity_tip: "In verkoopeenheden; leeg: het minimum" | "En unités de vente ; vide : le minimum" | "In sales units; empty: the minimum";
    on_day(day: &str): "levering op {day}" | "livraison le {day}" | "delivered on {day}";
    why: "Hoe we aan deze prijs komen" | "Comment nous arrivons à ce prix" | "How we get to this price";
    with_customer: "Prijsafspraak met de klant" | "Accord de prix avec le client" | "Price agreed with the customer";
    tier(from: &str): "Staffel vanaf {from}" | "Palier à partir de {from}" | "Tier from {from}";
    promotion_until(gives: &str, until: &str): "{gives}, tot en met {until}" | "{gives}, jusqu’au {until} inclus" | "{gives}, up to and including {until}";
    not_in_assortment: "Dit artikel zit niet in het assortiment van deze klant: hij kan het nu niet bestellen." | "Cet article n’est pas dans l’assortiment de ce client : il ne peut pas le commander." | "This article is not in this customer’s assortment: he cannot order it now.";
    agreed_about_it: "Wat hierover afgesproken is" | "Ce qui est convenu à ce sujet" | "What is agreed about it";
    with_whom: "Met wie" | "Avec qui" | "With whom";
    counts: "Telt" | "S’applique" | "Applies";
    own_goes_before: "De eigen afspraak gaat voor" | "Son propre accord prime" | "His own goes before";
    cost: "Kostprijs" | "Prix de revient" | "Cost";
    cost_of_unit: "Kostprijs per verkoopeenheid" | "Prix de revient par unité de vente" | "Cost per sales unit";
    cost_tip: "Alleen wie marges mag zien, ziet dit; een klant nooit" | "Seuls ceux qui peuvent voir les marges le voient ; jamais un client" | "Only who may see margins sees this; a customer never";
    cost_of_free: "waarvan gratis goederen" | "dont gratuités" | "of which free goods";
    margin: "Marge" | "Marge" | "Margin";
    margin_of(percent: &str): "marge {percent}" | "marge {percent}" | "margin {percent}";
    no_cost: "Van dit artikel is de kostprijs niet ingevuld." | "Le prix de revient de cet article n’est pas indiqué." | "The cost of this article is not filled in.";
    check: "Nakijken" | "Vérifier" | "Check";
    why_one(name: &str): "De prijs van {name} nakijken" | "Vérifier le prix : {name}" | "Check the price of {name}";
    group_price_is(price: &str): "groep {price}" | "groupe {price}" | "group {price}";
    from_until(from: &str, until: &str): "van {from} tot en met {until}" | "du {from} au {until}" | "from {from} up to and including {until}";
    from_on(from: &str): "vanaf {from}" | "à partir du {from}" | "from {from} on";
    overlaps(sku: &str, new: &str, there: &str): "{sku}: {new} overlapt met {there}. Kies andere dagen, of beëindig eerst wat er staat." | "{sku} : {new} chevauche {there}. Choisissez d’autres jours, ou terminez d’abord ce qui existe." | "{sku}: {new} overlaps with {there}. Choose other days, or end what is there first.";
    far_off(now: &str, before: &str): "{now} is wel heel anders dan {before}. Vink aan dat het klopt, of verbeter het." | "{now} est très différent de {before}. Cochez que c’est juste, ou corrigez." | "{now} is very different from {before}. Tick that it is right, or correct it.";
    agreed_so: "Zo afgesproken met de klant" | "Convenu ainsi avec le client" | "Agreed like this with the customer";
    notice_days: "Melding van een hogere prijs, in dagen" | "Annonce d’une hausse de prix, en jours" | "Notice of a higher price, in days";
    notice_days_tip: "Zo lang op voorhand ziet de klant een prijswijziging; leeg: 60 dagen" | "L’acheteur voit un changement de prix aussi longtemps à l’avance ; vide : 60 jours" | "The buyer sees a price change that long before; empty: 60 days";
    as_group: "Leeg: zoals zijn groep" | "Vide : comme son groupe" | "Empty: as his group";
    none_for_group: "Leeg: geen" | "Vide : aucun" | "Empty: none";
    of_group_refused: "Dit artikel komt van de klantengroep: haal het daar weg." | "Cet article vient du groupe de clients : retirez-le du groupe." | "This article comes from the customer group: remove it there.";
    by_group(group: &str): "via groep {group}" | "via le groupe {group}" | "through group {group}";
    add_to_group: "Artikelen toevoegen" | "Ajouter des articles" | "Add articles";
    add_to_group_tip: "Ze komen achteraan in de bestellijst van elke klant van de groep, nu en later." | "Ils s’ajoutent à la fin de la liste de chaque client du groupe, maintenant et plus tard." | "They come at the end of the list of every customer of the group, now and later.";
    group_has_none: "Nog geen artikelen voor de hele groep" | "Pas encore d’articles pour tout le groupe" | "No articles for the whole group yet";
    group_has_none_tip: "Elke klant van de groep bestelt nu enkel uit zijn eigen assortiment." | "Chaque client du groupe commande maintenant dans son propre assortiment uniquement." | "Every customer of the group orders from his own assortment only.";
    articles_for(articles: usize, customers: u64): "Artikelen voor alle klanten van de groep: {articles}. Klanten in de groep: {customers}." | "Articles pour tous les clients du groupe : {articles}. Clients dans le groupe : {customers}." | "Articles for all customers of the group: {articles}. Customers in the group: {customers}.";
    terms_of_group: "Voorwaarden van de groep" | "Conditions du groupe" | "Terms of the group";
    terms_of_group_tip: "Ze gelden voor elke klant van de groep bij wie hetzelfde leeg is." | "Elles valent pour chaque client du groupe chez qui ce champ est vide." | "They count for each customer of the group with whom the same is empty.";
    twice(typed: &str): "{typed} staat er twee keer" | "{typed} y figure deux fois" | "{typed} is there twice";
    nothing_changes: "Er verandert niets: vul bij minstens één artikel een nieuwe prijs in." | "Rien ne change : indiquez un nouveau prix pour au moins un article." | "Nothing changes: give at least one article a new price.";
    tiers_of_percent: "Een percentage volgt de staffels van de lijst: laat dit leeg" | "Un pourcentage suit les paliers du tarif : laissez ceci vide" | "A percentage follows the tiers of the list: leave this empty";
}

/// `−5 %`, as it is shown and typed.
pub fn percent_text(lang: Lang, percent: Percent) -> String {
    // hundredths of a percent as thousandths of one
    format!("−{}\u{a0}%", format::quantity(lang, Quantity(percent.0 * 10)))
}

/// What was agreed: `€ 15,75`, or `−5 %`.
pub fn deal_text(lang: Lang, currency: Currency, deal: &Deal) -> String {
    match deal {
        Deal::Net(price) => format::unit_price(lang, currency, price.base),
        Deal::Less(percent) => percent_text(lang, *percent),
    }
}

/// The days of an agreement: `van 1 jan 2027 tot en met 31 dec 2027`, or `vanaf 1 jan 2027`.
pub fn days_text(lang: Lang, from: NaiveDate, until: Option<NaiveDate>) -> String {
    let from = format::full_date(lang, from);
    match until {
        Some(until) => from_until(lang, &from, &format::full_date(lang, until)),
        None => from_on(lang, &from),
    }
}

/// Which two agreements claim the same day.
pub fn overlap(lang: Lang, currency: Currency, sku: &str, new: &PriceAgreement, there: &PriceAgreement) -> String {
    let said =
        |a: &PriceAgreement| format!("{} {}", deal_text(lang, currency, &a.deal), days_text(lang, a.from, a.until));
    overlaps(lang, sku, &said(new), &said(there))
}

/// A higher price is announced so many days before.
pub fn short_notice(lang: Lang, days: i64, earliest: &str) -> String {
    let one = days == 1;
    match lang {
        Lang::Nl => {
            let days = if one { "een dag".to_owned() } else { format!("{days} dagen") };
            format!(
                "een hogere prijs is {days} op voorhand te melden: ten vroegste {earliest}. Kies een latere dag, of vink aan dat het zo afgesproken is."
            )
        }
        Lang::Fr => {
            let days = if one { "un jour".to_owned() } else { format!("{days} jours") };
            format!(
                "une hausse s’annonce {days} à l’avance\u{202f}: au plus tôt le {earliest}. Choisissez une date ultérieure, ou cochez que c’est convenu."
            )
        }
        Lang::En => {
            let days = if one { "a day".to_owned() } else { format!("{days} days") };
            format!(
                "a higher price must be announced {days} ahead: {earliest} at the earliest. Choose a later day, or tick that it was agreed."
            )
        }
    }
}
