//! The sentences about promotions.

use domain::{
    Cents, Currency, ProductId, Quantity,
    bundle::{Bundle, Part},
    promotion::{FreeGoods, Gives, Promoted, Promotion},
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
    kind_percent: "Procent korting" | "Remise en pourcentage" | "Percent off";
    kind_amount: "Bedrag korting per eenheid" | "Montant de remise par unité" | "Amount off per unit";
    kind_price: "Actieprijs per eenheid" | "Prix promotionnel par unité" | "Promotional price per unit";
    kind_free: "Gratis goederen (10 + 1)" | "Gratuités (10 + 1)" | "Free goods (10 + 1)";
    kind_parts: "Gratis artikelen in een bundel" | "Articles gratuits dans une offre groupée" | "Free articles in a bundle";
    value: "Hoeveel" | "Combien" | "How much";
    value_tip: "10 voor 10\u{a0}%, een bedrag zoals 0,50, of 10 + 1 voor gratis goederen." | "10 pour 10\u{a0}%, un montant comme 0,50, ou 10 + 1 pour la gratuité." | "10 for 10 %, an amount such as 0.50, or 10 + 1 for free goods.";
    threshold: "Vanaf zoveel" | "À partir de" | "From so many";
    threshold_tip: "Leeg: vanaf het eerste" | "Vide : dès la première unité" | "Empty: from the first one";
    stacks: "Komt bovenop de prijsafspraak van de klant" | "S’ajoute à l’accord de prix du client" | "Comes on top of the customer’s agreed price";
    stacks_tip: "Niet aangevinkt: gerekend van de lijstprijs; wie een betere prijsafspraak heeft, houdt die. Een bundel geldt dan niet voor wie over een van de artikelen een prijsafspraak heeft." | "Non coché : calculé sur le tarif ; qui a un meilleur accord de prix le garde. Une offre groupée ne vaut alors pas pour qui a un accord de prix sur un de ses articles." | "Not ticked: counted from the list price; who has a better agreed price keeps it. A bundle is then not for who has an agreed price for one of its articles.";
    when_and_who: "Wanneer en voor wie" | "Quand et pour qui" | "When and for whom";
    when_tip: "De leverdag telt, beide dagen inbegrepen." | "C’est le jour de livraison qui compte, les deux jours inclus." | "The day of delivery counts, both days included.";
    from: "Van" | "Du" | "From";
    until: "Tot en met" | "Jusqu’au (inclus)" | "Until";
    group: "Klantengroep" | "Groupe de clients" | "Customer group";
    group_tip: "Voor acties die niet voor iedereen zijn" | "Pour les promotions qui ne sont pas pour tous" | "For promotions that are not for everybody";
    everybody: "Iedereen" | "Tout le monde" | "Everybody";
    products: "Artikelnummers" | "Références" | "Article numbers";
    products_tip: "Onder elkaar of gescheiden door komma’s; plakken uit een rekenblad mag." | "L’un sous l’autre ou séparés par des virgules ; vous pouvez coller depuis un tableur." | "One below the other or with commas; you may paste from a spreadsheet.";
    together: "Samen, als bundel" | "Ensemble, en offre groupée" | "Together, as a bundle";
    together_tip: "Alleen voor wie ze samen bestelt. Zet dan op elke regel het artikelnummer en hoeveel er in één bundel zitten, bijvoorbeeld 010555 10, en bij gratis artikelen 040101 1 gratis. Een bedrag geldt voor één hele bundel." | "Seulement pour qui les commande ensemble. Mettez alors sur chaque ligne la référence et combien il y en a dans une offre, par exemple 010555 10, et pour un article gratuit 040101 1 gratuit. Un montant vaut pour une offre entière." | "Only for who orders them together. Then put on each line the article number and how many are in one bundle, for instance 010555 10, and for a free article 040101 1 free. An amount is that of a whole bundle.";
    not_a_part(typed: &str): "“{typed}” is geen artikel met een aantal: typ bijvoorbeeld 010555 10, elk artikel één keer" | "« {typed} » n’est pas un article avec une quantité : tapez par exemple 010555 10, chaque article une fois" | "“{typed}” is not an article with a quantity: type for instance 010555 10, each article once";
    not_a_bundle: "Een bundel heeft minstens twee artikelen. Gratis artikelen (niet alle) horen bij de soort “Gratis artikelen in een bundel”, en 10 + 1 bij een actie zonder bundel." | "Une offre groupée a au moins deux articles. Les articles gratuits (pas tous) vont avec le type « Articles gratuits dans une offre groupée », et 10 + 1 avec une promotion sans offre groupée." | "A bundle has at least two articles. Free articles (not all) go with the kind “Free articles in a bundle”, and 10 + 1 with a promotion without a bundle.";
    free_parts: "Er staat een artikel op gratis: kies dan “Gratis artikelen in een bundel”" | "Un article est gratuit : choisissez alors « Articles gratuits dans une offre groupée »" | "An article is free: choose “Free articles in a bundle” then";
    bundle_changed: "Een bundel die hier stond, geldt voor deze dag niet meer of is veranderd. Kijk het totaal na en verstuur opnieuw." | "Une offre groupée affichée ici ne vaut plus pour ce jour ou a changé. Vérifiez le total et envoyez à nouveau." | "A bundle shown here no longer holds for this day, or changed. Check the total and send again.";
    part_of(count: &str, name: &str): "{count} × {name}" | "{count} × {name}" | "{count} × {name}";
    free_part(part: &str): "{part} gratis" | "{part} gratuit" | "{part} free";
    bundled(parts: &str, gives: &str): "{parts} samen: {gives}" | "{parts} ensemble : {gives}" | "{parts} together: {gives}";
    for_price(price: &str): "de bundelprijs van {price}" | "le prix groupé de {price}" | "the bundle price of {price}";
    bundle_missing(name: &str, missing: &str, gives: &str): "{name}: nog {missing} voor {gives}" | "{name} : encore {missing} pour {gives}" | "{name}: {missing} more for {gives}";
    bundle_take(name: &str, missing: &str): "{name}: neem er {missing} gratis bij" | "{name} : ajoutez {missing}, c’est gratuit" | "{name}: add {missing} for free";
    bundle_whole(name: &str): "{name}: compleet" | "{name} : complet" | "{name}: complete";
    bundle_off(name: &str, off: &str): "{name}: −{off}" | "{name} : −{off}" | "{name}: −{off}";
    bundle_kept(name: &str): "{name} blijft gelden: de klant vroeg niet om minder" | "{name} reste valable : le client n’a pas demandé moins" | "{name} still counts: the customer did not ask for less";
    bundle_less(name: &str): "{name} telt minder keren: de klant vraagt minder" | "{name} compte moins de fois : le client demande moins" | "{name} counts fewer times: the customer asks for less";
    bundle_lost(name: &str): "{name} vervalt: de klant vraagt minder" | "{name} ne vaut plus : le client demande moins" | "{name} is lost: the customer asks for less";
    bundle_tip(name: &str): "Zit in de bundel “{name}”. Die blijft gelden als u minder levert, en vervalt of telt minder keren als de klant zelf minder vraagt." | "Fait partie de l’offre groupée « {name} ». Elle reste valable si vous livrez moins ; si le client lui-même demande moins, elle ne vaut plus ou compte moins de fois." | "Is in the bundle “{name}”. It still counts where you deliver less; where the customer himself asks for less, it is lost or counts fewer times.";
    within(name: &str): "Zit in de bundel “{name}”: samen met de andere artikelen daarvan kan het minder kosten." | "Fait partie de l’offre groupée « {name} » : avec les autres articles de l’offre, il peut coûter moins." | "Is in the bundle “{name}”: with the other articles of it, it may cost less.";
    in_bundle: "samen" | "ensemble" | "together";
    affected(products: usize, customers: u64): "Artikelen: {products}. Klanten die er een van in hun assortiment hebben: {customers}." | "Articles : {products}. Clients qui en ont dans leur assortiment : {customers}." | "Articles: {products}. Customers with one of them in their assortment: {customers}.";
    affected_together(products: usize, customers: u64): "Artikelen: {products}. Klanten die ze allemaal mogen bestellen: {customers}." | "Articles : {products}. Clients qui peuvent tous les commander : {customers}." | "Articles: {products}. Customers who may order all of them: {customers}.";
    articles: "Artikelen" | "Articles" | "Articles";
    customers: "Klanten" | "Clients" | "Customers";
    running: "Loopt" | "En cours" | "Running";
    to_come: "Komt" | "À venir" | "To come";
    over: "Voorbij" | "Terminée" | "Over";
    remove: "Actie verwijderen" | "Supprimer la promotion" | "Remove the promotion";
    remove_told: "De actie stopt meteen, voor alle klanten. Wat al besteld is, houdt zijn prijs." | "La promotion s’arrête aussitôt, pour tous les clients. Ce qui est déjà commandé garde son prix." | "The promotion stops at once, for all customers. What is ordered already keeps its price.";
    remove_yes: "Ja, verwijder de actie" | "Oui, supprimer la promotion" | "Yes, remove the promotion";
    removed: "De actie is verwijderd" | "La promotion est supprimée" | "The promotion is removed";
    period(from: &str, until: &str): "{from} tot en met {until}" | "du {from} au {until}" | "{from} to {until}";
    less(amount: &str): "{amount} minder" | "{amount} de moins" | "{amount} off";
    now_price(price: &str): "nu {price}" | "à {price}" | "now {price}";
    free_goods(take: &str, free: &str): "{take} + {free} gratis" | "{take} + {free} gratuit" | "{take} + {free} free";
    from_so_many(from: &str): "vanaf {from}" | "dès {from}" | "from {from}";
    note(name: &str, gives: &str, until: &str): "{name}: {gives}, t/m {until}" | "{name} : {gives}, jusqu’au {until}" | "{name}: {gives}, until {until}";
    of_which_free(count: &str): "waarvan {count} gratis" | "dont {count} en gratuité" | "{count} of them free";
    more_for_free(more: &str, free: &str): "nog {more} voor {free} gratis" | "encore {more} pour {free} en gratuité" | "{more} more for {free} free";
    free_now(now: &str): "De actie is veranderd: nu {now} gratis. Kijk na en verstuur opnieuw." | "La promotion a changé : maintenant {now} en gratuité. Vérifiez et envoyez à nouveau." | "The promotion changed: now {now} free. Check it and send again.";
    not_free_goods(typed: &str): "Zo schrijft u gratis goederen niet: “{typed}”. Typ bijvoorbeeld 10 + 1" | "« {typed} » n’est pas une gratuité : tapez par exemple 10 + 1" | "“{typed}” is not free goods: type for instance 10 + 1";
    no_threshold: "Gratis goederen tellen vanzelf: laat dit leeg" | "La gratuité compte d’elle-même : laissez ceci vide" | "Free goods count by themselves: leave this empty";
    ends_before: "Eindigt voor ze begint" | "Se termine avant de commencer" | "Ends before it begins";
    overlap(sku: &str, name: &str, from: &str, until: &str): "{sku} zit al in de actie “{name}” ({from} tot en met {until}). Kies andere dagen, een andere groep, of neem het artikel daar weg." | "{sku} est déjà dans la promotion « {name} » (du {from} au {until}). Choisissez d’autres jours, un autre groupe, ou retirez l’article là-bas." | "{sku} is in the promotion “{name}” already ({from} to {until}). Choose other days, another group, or take the article out there.";
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
        Gives::Parts => kind_parts(lang).to_owned(),
    }
}

/// A bundle at one of its articles: what it takes off, what is missing from it, or what it is.
pub fn bundle_note(lang: Lang, currency: Currency, bundle: &Bundle, product: ProductId) -> String {
    let off = bundle.off_of(product);
    if off > Cents(0) {
        return bundle_off(lang, &bundle.name, &format::money(lang, currency, off));
    }
    let so_many = |part: &Part, count: Quantity| part_of(lang, &format::quantity(lang, count), &part.name);
    let all = |parts: &[&Part]| parts.iter().map(|part| so_many(part, part.of)).collect::<Vec<_>>().join(" + ");
    let (free, paid): (Vec<&Part>, Vec<&Part>) = bundle.parts.iter().partition(|part| part.free);
    let gives = match bundle.gives {
        Gives::Price(price) => for_price(lang, &format::unit_price(lang, currency, price)),
        Gives::Parts => free_part(lang, &all(&free)),
        gives => gives_text(lang, currency, &gives),
    };
    let missing = bundle.missing();
    if missing.is_empty() && bundle.times() > 0 {
        return bundle_whole(lang, &bundle.name);
    }
    if missing.is_empty() {
        let whole = match bundle.gives {
            Gives::Parts => format!("{} + {gives}", all(&paid)),
            _ => bundled(lang, &all(&paid), &gives),
        };
        return note(lang, &bundle.name, &whole, &format::short_date(lang, bundle.until));
    }
    let lacks = missing.iter().map(|(part, count)| so_many(part, *count)).collect::<Vec<_>>().join(" + ");
    if missing.iter().all(|(part, _)| part.free) {
        bundle_take(lang, &bundle.name, &lacks)
    } else {
        bundle_missing(lang, &bundle.name, &lacks, &gives)
    }
}

/// The articles of a promotion as they are typed, one a line.
pub fn typed_articles(lang: Lang, articles: &[Promoted]) -> String {
    let line = |article: &Promoted| match article.of {
        None => article.sku.clone(),
        Some(of) => {
            let part = format!("{} {}", article.sku, format::typed_quantity(lang, of));
            if article.free { free_part(lang, &part) } else { part }
        }
    };
    articles.iter().map(line).collect::<Vec<_>>().join("\n")
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
        ("parts", kind_parts(lang)),
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
        Gives::Parts => String::new(),
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
