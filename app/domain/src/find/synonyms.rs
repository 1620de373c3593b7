//! Words of the trade that mean the same, in Dutch, French and English, as [`super::fold`] writes them.
//!
//! Built in, and not a table that staff keep: what is the same word for every baker does not differ by distributor, and
//! what a customer calls an article is his own name of it, which is searched before anything else.

/// What else a word may be called; nothing for a word that is not in the table.
pub fn synonyms(word: &str) -> impl Iterator<Item = &'static str> + use<'_> {
    let group = GROUPS.iter().find(|group| group.split(' ').any(|w| w == word));
    group.into_iter().flat_map(|group| group.split(' ')).filter(move |w| *w != word)
}

/// One group a line. A word stands in one group only; a test says so.
const GROUPS: [&str; 68] = [
    "bloem meel farine flour",
    "boter beurre butter",
    "suiker sucre sugar",
    "gist levure yeast",
    "desem levain sourdough",
    "zout sel salt",
    "melk lait milk",
    "room creme cream",
    "slagroom chantilly",
    "ei eieren oeuf oeufs egg eggs",
    "eigeel dooier dooiers eidooier eidooiers eierdooier eierdooiers jaune yolk",
    "eiwit blanc white",
    "tarwe froment ble wheat",
    "rogge seigle rye",
    "spelt epeautre",
    "haver avoine oat oats",
    "gerst orge barley",
    "boekweit sarrasin buckwheat",
    "mais corn",
    "rijst riz rice",
    "volkoren integraal complet wholemeal",
    "zemelen son bran",
    "griesmeel semoule semolina",
    "zetmeel amidon fecule starch",
    "poeder poudre powder",
    "amandel amandelen amande amandes almond almonds",
    "hazelnoot hazelnoten noisette noisettes hazelnut hazelnuts",
    "noot noten noix walnoot walnoten walnut walnuts",
    "pistache pistachio",
    "rozijn rozijnen raisin raisins",
    "krent krenten currant currants",
    "chocolade chocolat chocolate",
    "cacao cocoa",
    "vanille vanilla",
    "kaneel cannelle cinnamon",
    "gember gingembre ginger",
    "honing miel honey",
    "confituur confiture jam",
    "marsepein massepain marzipan",
    "glazuur glacage icing",
    "vulling fourrage filling",
    "deeg pate dough",
    "bladerdeeg feuillete",
    "brood pain bread",
    "koekje koekjes biscuit biscuits cookie cookies",
    "wafel wafels gaufre gaufres waffle waffles",
    "olie huile oil",
    "olijf olijven olive olives",
    "zonnebloem tournesol sunflower",
    "koolzaad colza rapeseed",
    "azijn vinaigre vinegar",
    "mosterd moutarde mustard",
    "peper poivre pepper",
    "ajuin ui uien oignon oignons onion onions",
    "look knoflook ail garlic",
    "aardappel aardappelen patat patatten potato potatoes",
    "kaas fromage cheese",
    "kip poulet chicken",
    "hesp ham jambon",
    "zalm saumon salmon",
    "appel appelen appels pomme pommes apple apples",
    "peer peren poire poires pear pears",
    "kers kersen krieken cerise cerises cherry cherries",
    "aardbei aardbeien fraise fraises strawberry strawberries",
    "framboos frambozen framboise framboises raspberry raspberries",
    "citroen citron lemon",
    "sinaasappel appelsien orange",
    "water eau",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_one_group_and_is_folded() {
        let mut words: Vec<&str> = GROUPS.iter().flat_map(|group| group.split(' ')).collect();
        for word in &words {
            assert_eq!(crate::find::fold(word), **word);
        }
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all, "a word stands in two groups");
    }

    #[test]
    fn in_every_language_of_the_trade() {
        let of = |word: &str| synonyms(word).collect::<Vec<_>>();
        assert_eq!(of("boter"), ["beurre", "butter"]);
        assert_eq!(of("farine"), ["bloem", "meel", "flour"]);
        assert!(of("toonbank").is_empty());
    }
}
