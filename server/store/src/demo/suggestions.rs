//! What is announced in the demo world, what its staff say goes together, and what they would take instead.

use chrono::{NaiveDate, TimeDelta};
use domain::{AnnouncementId, ProductId, suggestion::Kind};
use sea_orm::IntoActiveModel;

use super::{Noun, id, product_by_sku};
use crate::{
    Error, Result, Write,
    db::insert_all,
    entity::{advice, announcement},
};

/// Texts in the three languages.
type Said = [&'static str; 3];

/// Article number, text, reason, group, first and last day, is a sample to be had.
const ANNOUNCED: [(&str, Said, Said, &str, i64, i64, bool); 2] = [
    (
        "080333",
        [
            "Gepeld, felgroen en heel: voor ijs, vulling en bovenop. Proef eerst een zakje van 100 g.",
            "Décortiquées, bien vertes et entières : pour la glace, la garniture et la décoration. Goûtez d’abord un sachet de 100 g.",
            "Peeled, bright green and whole: for ice cream, fillings and toppings. Taste a bag of 100 g first.",
        ],
        [
            "nieuw bij ons, voor warme bakkers",
            "nouveau chez nous, pour les boulangers artisans",
            "new with us, for artisan bakers",
        ],
        "bakkers",
        -6,
        24,
        true,
    ),
    (
        "010675",
        [
            "Traag gemalen tussen steen: een donkerder kruim en meer smaak, in brood dat langer rust.",
            "Moulue lentement à la meule : une mie plus foncée et plus de goût, pour un pain à longue fermentation.",
            "Milled slowly between stones: a darker crumb and more taste, in bread that rests longer.",
        ],
        ["", "", ""],
        "",
        -12,
        18,
        false,
    ),
];

/// Of which article, which goes with it, and why.
const GOES_WITH: [(&str, &str, Said); 10] = [
    (
        "010355",
        "040120",
        ["platen van 2 kg toeren meteen", "les plaques de 2 kg se tourent aussitôt", "sheets of 2 kg fold in at once"],
    ),
    (
        "010365",
        "090144",
        [
            "houdt het deeg soepel bij het uitrollen",
            "garde la pâte souple au laminage",
            "keeps the dough supple when it is rolled",
        ],
    ),
    (
        "010655",
        "090154",
        [
            "voor een korst die krokant blijft",
            "pour une croûte qui reste croustillante",
            "for a crust that stays crisp",
        ],
    ),
    (
        "013005",
        "020311",
        [
            "roggedeeg vraagt zuur om te binden",
            "la pâte de seigle demande de l’acidité",
            "rye dough needs acid to bind",
        ],
    ),
    (
        "020100",
        "090105",
        ["één vaste dosering per zak bloem", "un seul dosage par sac de farine", "one measure for each bag of flour"],
    ),
    (
        "050300",
        "090353",
        [
            "toefjes die tot ’s avonds blijven staan",
            "des rosaces qui tiennent jusqu’au soir",
            "rosettes that stand until evening",
        ],
    ),
    (
        "070106",
        "100310",
        ["u ziet de zaadjes in de room", "on voit les graines dans la crème", "the seeds show in the cream"],
    ),
    (
        "070340",
        "080111",
        [
            "samen de afwerking van frangipane",
            "ensemble, la finition de la frangipane",
            "together the finish of frangipane",
        ],
    ),
    (
        "130260",
        "130470",
        [
            "het karton van 24 past in de doos van 26",
            "le carton de 24 entre dans la boîte de 26",
            "the board of 24 fits the box of 26",
        ],
    ),
    (
        "130500",
        "130540",
        [
            "sluit elke zak, ook van een half brood",
            "ferme chaque sachet, même d’un demi-pain",
            "closes every bag, of half a loaf too",
        ],
    ),
];

/// Of which article, which is better, and why.
const BETTER: [(&str, &str, Said); 5] = [
    (
        "010555",
        "010565",
        [
            "verdraagt een lange koude gisting beter",
            "supporte mieux une longue fermentation à froid",
            "stands a long cold proof better",
        ],
    ),
    (
        "020200",
        "020210",
        [
            "rijst beter in deeg met veel suiker",
            "lève mieux dans une pâte très sucrée",
            "rises better in dough with much sugar",
        ],
    ),
    (
        "040201",
        "040101",
        [
            "volle smaak, en op het etiket staat roomboter",
            "un goût plein, et « beurre » sur l’étiquette",
            "full taste, and the label says butter",
        ],
    ),
    (
        "090105",
        "090124",
        ["geen E-nummers op het etiket", "sans numéros E sur l’étiquette", "no E numbers on the label"],
    ),
    (
        "100320",
        "100310",
        [
            "echte vanille in plaats van aroma",
            "de la vraie vanille au lieu d’un arôme",
            "real vanilla instead of flavouring",
        ],
    ),
];

pub(super) async fn put(write: &Write, today: NaiveDate) -> Result<()> {
    let product = |sku: &str| -> Result<ProductId> { product_by_sku(sku).ok_or_else(|| Error::Stored(sku.to_owned())) };
    let day = |days: i64| today + TimeDelta::days(days);
    let mut announcements = Vec::new();
    for (number, (sku, texts, reasons, group, from, until, samples)) in ANNOUNCED.into_iter().enumerate() {
        let [text_nl, text_fr, text_en] = texts.map(str::to_owned);
        let [reason_nl, reason_fr, reason_en] = reasons.map(str::to_owned);
        announcements.push(
            announcement::Model {
                id: AnnouncementId(id(Noun::Announcement, number)),
                product_id: product(sku)?,
                text_nl,
                text_fr,
                text_en,
                reason_nl,
                reason_fr,
                reason_en,
                customer_group: group.to_owned(),
                from_on: day(from),
                until_on: day(until),
                beyond: true,
                samples,
                version: 1,
            }
            .into_active_model(),
        );
    }
    insert_all(write, announcements).await?;
    let mut said = Vec::new();
    for (kind, all) in [(Kind::GoesWith, &GOES_WITH[..]), (Kind::Alternative, &BETTER[..])] {
        for (of, other, reasons) in all {
            let [reason_nl, reason_fr, reason_en] = reasons.map(str::to_owned);
            said.push(
                advice::Model {
                    product_id: product(of)?,
                    kind: kind.key().to_owned(),
                    other_id: product(other)?,
                    reason_nl,
                    reason_fr,
                    reason_en,
                    position: 0,
                }
                .into_active_model(),
            );
        }
    }
    insert_all(write, said).await
}
