//! The sentences about promotions.

use domain::{
    Currency, Quantity,
    promotion::{FreeGoods, Gives, Promotion},
};

use super::{Lang, format, sentences};

sentences! {
    title: "Acties" | "Promotions" | "Promotions";
    add: "Actie toevoegen" | "Ajouter une promotion" | "Add a promotion";
    none_yet: "Er loopt geen actie" | "Aucune promotion en cours" | "No promotion is running";
    none_yet_tip: "Een actie geldt voor een tijd, voor iedereen of voor één klantengroep. Ze begint en stopt vanzelf." | "Une promotion vaut pour une période, pour tous ou pour un groupe de clients. Elle commence et s’arrête d’elle-même." | "A promotion holds for a time, for everybody or for one customer group. It begins and ends by itself.";
    what_tip: "Zo ziet de klant ze in zijn lijst. Zonder Franse of Engelse naam geldt de Nederlandse." | "C’est ainsi que le client la voit dans sa liste. Sans nom français ou anglais, le nom néerlandais est affiché." | "This is how the customer sees it in his list. Without a French or English name the Dutch one is shown.";
    gives: "Wat ze geeft" | "Ce qu’elle donne" | "What it gives";
    gives_tip: "De klant betaalt nooit meer dan zijn eigen prijs. Eén artikel zit voor een klant nooit in twee acties tegelijk." | "Le client ne paie jamais plus que son propre prix. Un article n’est jamais dans deux promotions à la fois pour un client." | "A customer never pays more than his own price. One article is never in two promotions at once for one customer.";
    kind: "Soort" | "Type" | "Kind";
    kind_percent: "Procent korting" | "Remise en pour cent" | "Percent off";
    kind_amount: "Bedrag korting per eenheid" | "Remise par unité" | "Amount off a unit";
    kind_price: "Actieprijs per eenheid" | "Prix promotionnel par unité" | "Promotional price a unit";
    kind_free: "Gratis bij (10 + 1)" | "Gratuit à l’achat (10 + 1)" | "Free goods (10 + 1)";
    value: "Hoeveel" | "Combien" | "How much";
    value_tip: "10 voor 10 %, een bedrag zoals 0,50, of 10 + 1 voor gratis bij" | "10 pour 10 %, un montant comme 0,50, ou 10 + 1 pour la gratuité" | "10 for 10 %, an amount such as 0.50, or 10 + 1 for free goods";
    threshold: "Vanaf zoveel" | "À partir de" | "From so many";
    threshold_tip: "Leeg: vanaf het eerste" | "Vide : dès la première unité" | "Empty: from the first one";
    stacks: "Komt bovenop de prijsafspraak van de klant" | "S’ajoute à l’accord de prix du client" | "Comes on top of the customer’s agreed price";
    stacks_tip: "Niet aangevinkt: gerekend van de lijstprijs; wie een betere prijsafspraak heeft, houdt die." | "Non coché : calculé sur le tarif ; qui a un meilleur accord de prix le garde." | "Not ticked: counted from the list price; who has a better agreed price keeps it.";
    when_and_who: "Wanneer en voor wie" | "Quand et pour qui" | "When and for whom";
    when_tip: "De leverdag telt, beide dagen inbegrepen." | "C’est le jour de livraison qui compte, les deux jours inclus." | "The day of delivery counts, both days included.";
    from: "Van" | "Du" | "From";
    until: "Tot en met" | "Jusqu’au (inclus)" | "Until";
    group: "Klantengroep" | "Groupe de clients" | "Customer group";
    group_tip: "Voor acties die niet voor iedereen zijn" | "Pour les promotions qui ne sont pas pour tous" | "For promotions that are not for everybody";
    everybody: "Iedereen" | "Tout le monde" | "Everybody";
    products: "Artikelnummers" | "Numéros d’article" | "Article numbers";
    products_tip: "Onder elkaar of gescheiden door komma’s; plakken uit een rekenblad mag." | "L’un sous l’autre ou séparés par des virgules ; vous pouvez coller depuis un tableur." | "One below the other or with commas; you may paste from a spreadsheet.";
    affected(products: usize, customers: u64): "{products} artikels, in het assortiment van {customers} klanten" | "{products} articles, dans l’assortiment de {customers} clients" | "{products} articles, in the assortment of {customers} customers";
    articles: "Artikels" | "Articles" | "Articles";
    customers: "Klanten" | "Clients" | "Customers";
    running: "Loopt" | "En cours" | "Running";
    to_come: "Komt" | "À venir" | "To come";
    over: "Voorbij" | "Terminée" | "Over";
    remove: "Actie verwijderen" | "Supprimer la promotion" | "Remove the promotion";
    removed: "De actie is verwijderd" | "La promotion est supprimée" | "The promotion is removed";
    period(from: &str, until: &str): "{from} tot en met {until}" | "du {from} au {until}" | "{from} to {until}";
    less(amount: &str): "{amount} minder" | "{amount} de moins" | "{amount} off";
    now_price(price: &str): "nu {price}" | "à {price}" | "now {price}";
    free_goods(take: &str, free: &str): "{take} + {free} gratis" | "{take} + {free} gratuit" | "{take} + {free} free";
    from_so_many(from: &str): "vanaf {from}" | "dès {from}" | "from {from}";
    note(name: &str, gives: &str, until: &str): "{name}: {gives}, t/m {until}" | "{name} : {gives}, jusqu’au {until}" | "{name}: {gives}, until {until}";
    of_which_free(count: &str): "waarvan {count} gratis" | "dont {count} gratuit" | "{count} of them free";
    more_for_free(more: &str, free: &str): "nog {more} voor {free} gratis" | "encore {more} pour {free} gratuit" | "{more} more for {free} free";
    free_now(now: &str): "De actie is veranderd: nu {now} gratis. Kijk na en verstuur opnieuw." | "La promotion a changé : maintenant {now} gratuit. Vérifiez et envoyez à nouveau." | "The promotion changed: now {now} free. Check it and send again.";
    not_free_goods(typed: &str): "“{typed}” is geen gratis bij: typ bijvoorbeeld 10 + 1" | "« {typed} » n’est pas une gratuité : tapez par exemple 10 + 1" | "“{typed}” is not free goods: type for instance 10 + 1";
    no_threshold: "Gratis bij telt vanzelf: laat dit leeg" | "La gratuité compte d’elle-même : laissez ceci vide" | "Free goods count by themselves: leave this empty";
    ends_before: "Eindigt voor ze begint" | "Se termine avant de commencer" | "Ends before it begins";
    overlap(sku: &str, name: &str, from: &str, until: &str): "{sku} zit al in de actie “{name}” ({from} tot en met {until}). Kies andere dagen, een andere groep, of neem het artikel daar weg." | "{sku} est déjà dans la promotion « {name} » (du {from} au {until}). Choisissez d’autres jours, un autre groupe, ou retirez l’article là-bas." | "{sku} is in the promotion “{name}” already ({from} to {until}). Choose other days, another group, or take the article out there.";
}

/// What a promotion gives: `−10 %`, `nu € 15,00`, `10 + 1 gratis`.
pub fn gives_text(lang: Lang, currency: Currency, gives: &Gives) -> String {
    match gives {
        // hundredths of a percent as thousandths of one
        Gives::Percent(off) => format!("−{}\u{a0}%", format::quantity(lang, Quantity(off * 10))),
        Gives::Amount(off) => less(lang, &format::unit_price(lang, currency, *off)),
        Gives::Price(price) => now_price(lang, &format::unit_price(lang, currency, *price)),
        Gives::Free(FreeGoods { take, free }) => {
            free_goods(lang, &format::quantity(lang, *take), &format::quantity(lang, *free))
        }
    }
}

/// The promotion at its article: what it gives, from how many on, and until when.
pub fn promotion_note(lang: Lang, currency: Currency, promotion: &Promotion) -> String {
    let mut gives = gives_text(lang, currency, &promotion.gives);
    if promotion.from > Quantity::whole(1) {
        gives = format!("{gives} {}", from_so_many(lang, &format::quantity(lang, promotion.from)));
    }
    note(lang, &promotion.name, &gives, &format::short_date(lang, promotion.until))
}

/// The promotion in the answer to "why this price".
pub fn promotion_sentence(
    lang: Lang,
    currency: Currency,
    name: &str,
    gives: &Gives,
    until: chrono::NaiveDate,
) -> String {
    note(lang, name, &gives_text(lang, currency, gives), &format::short_date(lang, until)) + "."
}

/// How many cost nothing, or how many more it takes. None before anything is taken.
pub fn free_hint(lang: Lang, free: FreeGoods, quantity: Quantity) -> Option<String> {
    if quantity <= Quantity::ZERO {
        return None;
    }
    let count = free.of(quantity);
    if count > Quantity::ZERO {
        return Some(of_which_free(lang, &format::quantity(lang, count)));
    }
    let more = Quantity(free.take.0 + free.free.0 - quantity.0);
    Some(more_for_free(lang, &format::quantity(lang, more), &format::quantity(lang, free.free)))
}

/// The kinds in the order in which they are offered.
pub fn kinds(lang: Lang) -> Vec<(String, String)> {
    [
        ("percent", kind_percent(lang)),
        ("amount", kind_amount(lang)),
        ("price", kind_price(lang)),
        ("free", kind_free(lang)),
    ]
    .map(|(kind, text)| (kind.to_owned(), text.to_owned()))
    .into()
}

/// What was typed for it, as [`Gives::parse`] reads it.
pub fn typed_gives(lang: Lang, gives: &Gives) -> String {
    match gives {
        Gives::Percent(off) => format::typed_quantity(lang, Quantity(off * 10)),
        Gives::Amount(price) | Gives::Price(price) => format::typed_price(lang, *price),
        Gives::Free(FreeGoods { take, free }) => {
            format!("{} + {}", format::typed_quantity(lang, *take), format::typed_quantity(lang, *free))
        }
    }
}

/// The sentence of a day, for a period of two.
pub fn period_text(lang: Lang, from: chrono::NaiveDate, until: chrono::NaiveDate) -> String {
    period(lang, &format::short_date(lang, from), &format::full_date(lang, until))
}

/// The name of a group; of none, everybody.
pub fn group_name(lang: Lang, group: &str) -> String {
    if group.is_empty() { everybody(lang).to_owned() } else { group.to_owned() }
}
