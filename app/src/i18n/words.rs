//! Words for things that the domain names by a code.

use domain::{Lang, OrderState, Quantity, Role, UnitCode, order::Cause, product::Allergen};

/// One or several of a unit: `zak`, `zakken`. An unknown code is shown as it is.
pub fn unit(lang: Lang, code: &UnitCode, quantity: Quantity) -> &str {
    let words: [(&str, &str); 3] = match code.0.as_str() {
        "BG" | "PP" => [("zak", "zakken"), ("sac", "sacs"), ("bag", "bags")],
        "BJ" => [("emmer", "emmers"), ("seau", "seaux"), ("bucket", "buckets")],
        "BO" => [("fles", "flessen"), ("bouteille", "bouteilles"), ("bottle", "bottles")],
        "BX" | "CT" => [("doos", "dozen"), ("carton", "cartons"), ("box", "boxes")],
        "CA" => [("blik", "blikken"), ("boîte", "boîtes"), ("can", "cans")],
        "CR" => [("bak", "bakken"), ("bac", "bacs"), ("crate", "crates")],
        "JC" => [("bidon", "bidons"), ("bidon", "bidons"), ("jerrycan", "jerrycans")],
        "JR" => [("pot", "potten"), ("pot", "pots"), ("jar", "jars")],
        "PK" => [("pak", "pakken"), ("paquet", "paquets"), ("pack", "packs")],
        "PU" => [("tray", "trays"), ("plateau", "plateaux"), ("tray", "trays")],
        "LR" => [("laag", "lagen"), ("couche", "couches"), ("layer", "layers")],
        "PX" => [("pallet", "pallets"), ("palette", "palettes"), ("pallet", "pallets")],
        "RO" => [("rol", "rollen"), ("rouleau", "rouleaux"), ("roll", "rolls")],
        "TB" => [("pot", "potten"), ("pot", "pots"), ("tub", "tubs")],
        "TNE" => [("ton", "ton"), ("tonne", "tonnes"), ("tonne", "tonnes")],
        "C62" | "H87" | "EA" => [("stuk", "stuks"), ("pièce", "pièces"), ("piece", "pieces")],
        "KGM" => [("kg", "kg"); 3],
        "GRM" => [("g", "g"); 3],
        "LTR" => [("l", "l"); 3],
        _ => return &code.0,
    };
    let (one, many) = words[lang as usize];
    // half a bag, no bags; French says the singular for all below two
    let single = matches!(quantity.0, 1..=1000) || lang == Lang::Fr && quantity.0 < 2000;
    if single { one } else { many }
}

/// `4 zakken`
pub fn amount_of(lang: Lang, quantity: Quantity, code: &UnitCode) -> String {
    format!("{} {}", super::format::quantity(lang, quantity), unit(lang, code, quantity))
}

/// `= 2 pallets = 2.000 kg`: the same in other units; empty where there are none.
pub fn equivalents(lang: Lang, found: &[(Quantity, UnitCode)]) -> String {
    found.iter().map(|(quantity, code)| format!("= {}", amount_of(lang, *quantity, code))).collect::<Vec<_>>().join(" ")
}

pub const fn state(lang: Lang, state: OrderState) -> &'static str {
    match (state, lang) {
        (OrderState::AwaitingApproval, Lang::Nl) => "Wacht op goedkeuring",
        (OrderState::AwaitingApproval, Lang::Fr) => "À approuver",
        (OrderState::AwaitingApproval, Lang::En) => "Awaiting approval",
        (OrderState::Submitted, Lang::Nl) => "Verstuurd",
        (OrderState::Submitted, Lang::Fr) => "Envoyée",
        (OrderState::Submitted, Lang::En) => "Sent",
        (OrderState::Accepted, Lang::Nl) => "Aanvaard",
        (OrderState::Accepted, Lang::Fr) => "Acceptée",
        (OrderState::Accepted, Lang::En) => "Accepted",
        (OrderState::Delivered, Lang::Nl) => "Geleverd",
        (OrderState::Delivered, Lang::Fr) => "Livrée",
        (OrderState::Delivered, Lang::En) => "Delivered",
        (OrderState::Declined, Lang::Nl) => "Geweigerd",
        (OrderState::Declined, Lang::Fr) => "Refusée",
        (OrderState::Declined, Lang::En) => "Declined",
        (OrderState::Cancelled, Lang::Nl) => "Geannuleerd",
        (OrderState::Cancelled, Lang::Fr) => "Annulée",
        (OrderState::Cancelled, Lang::En) => "Cancelled",
    }
}

pub const fn cause(lang: Lang, cause: Cause) -> &'static str {
    match (cause, lang) {
        (Cause::CustomerChange, Lang::Nl) => "gevraagd door de klant",
        (Cause::CustomerChange, Lang::Fr) => "à la demande du client",
        (Cause::CustomerChange, Lang::En) => "the customer asked",
        (Cause::Short, Lang::Nl) => "tekort (manco)",
        (Cause::Short, Lang::Fr) => "manquant",
        (Cause::Short, Lang::En) => "short",
        (Cause::Substitution, Lang::Nl) => "vervangartikel",
        (Cause::Substitution, Lang::Fr) => "article de remplacement",
        (Cause::Substitution, Lang::En) => "substitute",
        (Cause::Weight, Lang::Nl) => "gewicht",
        (Cause::Weight, Lang::Fr) => "poids",
        (Cause::Weight, Lang::En) => "weight",
        (Cause::Price, Lang::Nl) => "prijs",
        (Cause::Price, Lang::Fr) => "prix",
        (Cause::Price, Lang::En) => "price",
        (Cause::Staff, Lang::Nl) => "verbetering door de binnendienst",
        (Cause::Staff, Lang::Fr) => "correction par le service commandes",
        (Cause::Staff, Lang::En) => "corrected by the order desk",
    }
}

pub const fn role(lang: Lang, role: Role) -> &'static str {
    match (role, lang) {
        (Role::Buyer, Lang::Nl) => "besteller",
        (Role::Buyer, Lang::Fr) => "acheteur",
        (Role::Buyer, Lang::En) => "buyer",
        (Role::Approver, Lang::Nl) => "goedkeurder",
        (Role::Approver, Lang::Fr) => "approbateur",
        (Role::Approver, Lang::En) => "approver",
        (Role::CustomerAdmin, Lang::Nl) => "beheerder",
        (Role::CustomerAdmin, Lang::Fr) => "gestionnaire",
        (Role::CustomerAdmin, Lang::En) => "administrator",
        (Role::Kitchen, Lang::Nl) => "keuken (zonder prijzen)",
        (Role::Kitchen, Lang::Fr) => "cuisine (sans prix)",
        (Role::Kitchen, Lang::En) => "kitchen (no prices)",
        (Role::Bookkeeper, Lang::Nl) => "boekhouding",
        (Role::Bookkeeper, Lang::Fr) => "comptabilité",
        (Role::Bookkeeper, Lang::En) => "bookkeeper",
        (Role::Desk, Lang::Nl) => "binnendienst",
        (Role::Desk, Lang::Fr) => "service commandes",
        (Role::Desk, Lang::En) => "order desk",
        (Role::Sales, Lang::Nl) => "vertegenwoordiger",
        (Role::Sales, Lang::Fr) => "représentant",
        (Role::Sales, Lang::En) => "sales",
        (Role::Manager, Lang::Nl) => "verantwoordelijke",
        (Role::Manager, Lang::Fr) => "responsable",
        (Role::Manager, Lang::En) => "manager",
        (Role::Administrator, Lang::Nl) => "systeembeheer",
        (Role::Administrator, Lang::Fr) => "administrateur",
        (Role::Administrator, Lang::En) => "system administrator",
    }
}

pub const fn allergen(lang: Lang, allergen: Allergen) -> &'static str {
    let words = match allergen {
        Allergen::Gluten => ["gluten", "gluten", "gluten"],
        Allergen::Crustaceans => ["schaaldieren", "crustacés", "crustaceans"],
        Allergen::Eggs => ["eieren", "œufs", "eggs"],
        Allergen::Fish => ["vis", "poisson", "fish"],
        Allergen::Peanuts => ["pinda", "arachides", "peanuts"],
        Allergen::Soybeans => ["soja", "soja", "soybeans"],
        Allergen::Milk => ["melk", "lait", "milk"],
        Allergen::Nuts => ["noten", "fruits à coque", "nuts"],
        Allergen::Celery => ["selderij", "céleri", "celery"],
        Allergen::Mustard => ["mosterd", "moutarde", "mustard"],
        Allergen::Sesame => ["sesam", "sésame", "sesame"],
        Allergen::Sulphites => ["sulfiet", "sulfites", "sulphites"],
        Allergen::Lupin => ["lupine", "lupin", "lupin"],
        Allergen::Molluscs => ["weekdieren", "mollusques", "molluscs"],
    };
    words[lang as usize]
}

pub const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "Nederlands",
        Lang::Fr => "Français",
        Lang::En => "English",
    }
}
