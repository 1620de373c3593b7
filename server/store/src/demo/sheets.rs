//! What the pages of a few products tell: texts, properties, pictures drawn here, two versions of a specification sheet,
//! stock told today and some days ago, and one article that another follows.

use chrono::{DateTime, Days, TimeDelta, Utc};
use domain::{AttributeId, ProductId};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};
use sha2::{Digest, Sha256};

use super::{Noun, drawing, id, product_by_sku};
use crate::{
    Error, Result, Write,
    clock::hex,
    db::{insert_all, millis},
    entity::{
        attribute, product, product_attribute, product_document, product_picture, product_sheet, product_substitute,
    },
    sheets,
};

/// Names in three languages, what kind of answer, and its unit with decimals.
const ATTRIBUTES: [([&str; 3], &str, &str, i64); 5] = [
    (["Eiwit", "Protéines", "Protein"], "number", "%", 1),
    (["As", "Cendres", "Ash"], "number", "%", 2),
    (["Bakwaarde W", "Force boulangère W", "Baking strength W"], "number", "", 0),
    (["Biologisch", "Biologique", "Organic"], "yes_no", "", 0),
    (["Herkomst", "Origine", "Origin"], "text", "", 0),
];

/// What is told of one product.
struct Told {
    sku: &'static str,
    text: [&'static str; 3],
    traces: &'static str,
    complete: bool,
    /// Thousandths, yes or no, in the order of [`ATTRIBUTES`]; the last is where it comes from.
    attributes: [Option<i64>; 4],
    origin: &'static str,
    /// `in_stock`, or in so many days.
    stock: Result<&'static str, u64>,
    /// Hours since that was told.
    told: i64,
    substitutes: &'static [&'static str],
    picture: Option<drawing::Goods>,
    sheets: bool,
}

const TOLD: [Told; 5] = [
    Told {
        sku: "010555",
        text: [
            "Allround tarwebloem voor dagelijks brood, pistolets en viennoiserie. Stabiel deeg, ook bij een lange rijs.\n\nKoel en droog bewaren, van de muur en van de vloer. Zes maanden houdbaar na maaldatum.",
            "Farine polyvalente pour le pain quotidien, les pistolets et la viennoiserie. Pâte stable, même en longue fermentation.\n\nÀ conserver au frais et au sec, loin du mur et du sol. Six mois après la date de mouture.",
            "All-round wheat flour for everyday bread, rolls and pastry. A stable dough, also with a long proof.\n\nKeep cool and dry, off the wall and off the floor. Six months from the day of milling.",
        ],
        traces: "soybeans mustard",
        complete: true,
        attributes: [Some(11_500), Some(550), Some(180_000), Some(0)],
        origin: "België, Frankrijk",
        stock: Ok("in_stock"),
        told: 2,
        substitutes: &["010655", "010205"],
        picture: Some(drawing::Goods::Bag),
        sheets: true,
    },
    Told {
        sku: "010655",
        text: [
            "Iets grovere bloem met meer smaak, voor stokbrood en hoevebrood.",
            "Farine un peu plus typée, pour la baguette et le pain de campagne.",
            "A slightly darker flour with more taste, for baguettes and farmhouse bread.",
        ],
        traces: "soybeans",
        complete: true,
        attributes: [Some(11_200), Some(650), Some(170_000), Some(0)],
        origin: "Frankrijk",
        stock: Ok("in_stock"),
        told: 2,
        substitutes: &["010555"],
        picture: None,
        sheets: false,
    },
    Told {
        sku: "012655",
        text: [
            "Bloem van biologische teelt, gecontroleerd. Voor brood met een biolabel.",
            "Farine issue de l’agriculture biologique contrôlée. Pour le pain sous label bio.",
            "Flour from certified organic farming. For bread under an organic label.",
        ],
        traces: "",
        complete: true,
        attributes: [Some(11_800), Some(650), Some(190_000), Some(1)],
        origin: "België",
        stock: Err(9),
        told: 3,
        substitutes: &["010655"],
        picture: None,
        sheets: false,
    },
    Told {
        sku: "040101",
        text: [
            "Roomboter van 82 %, in blok. Voor crème, zanddeeg en cake.",
            "Beurre à 82 %, en bloc. Pour crèmes, pâte sablée et cakes.",
            "Butter of 82%, in a block. For creams, shortcrust and cake.",
        ],
        traces: "",
        complete: false,
        attributes: [None; 4],
        origin: "België",
        stock: Ok("in_stock"),
        told: 75,
        substitutes: &[],
        picture: Some(drawing::Goods::Block),
        sheets: false,
    },
    Told {
        sku: "020100",
        text: [
            "Verse bakkersgist in blokken van 500 g. Bij 2 tot 6 °C bewaren.",
            "Levure fraîche de boulangerie, en blocs de 500 g. À conserver entre 2 et 6 °C.",
            "Fresh baker’s yeast in blocks of 500 g. Keep at 2 to 6 °C.",
        ],
        traces: "",
        complete: true,
        attributes: [None; 4],
        origin: "",
        stock: Err(2),
        told: 2,
        substitutes: &[],
        picture: None,
        sheets: false,
    },
];

/// No longer made; what takes its place, and why.
const REPLACED: (&str, &str, [&str; 3]) = (
    "040330",
    "040310",
    ["De fabrikant maakt dit niet meer.", "Le fabricant ne le produit plus.", "The manufacturer no longer makes it."],
);

/// Puts all of it there.
pub(super) async fn put(write: &Write, now: DateTime<Utc>) -> Result<()> {
    let attribute = |number: usize| AttributeId(id(Noun::Attribute, number));
    let rows = ATTRIBUTES.iter().enumerate().map(|(i, (names, kind, unit, decimals))| {
        attribute::Model {
            id: attribute(i),
            name_nl: names[0].to_owned(),
            name_fr: names[1].to_owned(),
            name_en: names[2].to_owned(),
            kind: (*kind).to_owned(),
            unit: (*unit).to_owned(),
            decimals: *decimals,
            position: i as i64 * 10,
            version: 1,
        }
        .into_active_model()
    });
    insert_all(write, rows.collect()).await?;
    for told in &TOLD {
        let product = of(told.sku)?;
        let answer = |i: usize, number, text: &str| {
            product_attribute::Model { product_id: product, attribute_id: attribute(i), number, text: text.to_owned() }
                .into_active_model()
        };
        let numbers = told.attributes.iter().enumerate();
        let mut answers: Vec<_> = numbers.filter_map(|(i, n)| n.map(|n| answer(i, Some(n), ""))).collect();
        if !told.origin.is_empty() {
            answers.push(answer(told.attributes.len(), None, told.origin));
        }
        insert_all(write, answers).await?;
        let [text_nl, text_fr, text_en] = told.text.map(str::to_owned);
        let expected_on = told.stock.as_ref().err().map(|days| now.date_naive() + Days::new(*days));
        let sheet = product_sheet::Model {
            text_nl,
            text_fr,
            text_en,
            traces: told.traces.to_owned(),
            allergens_complete: told.complete,
            stock: told.stock.as_ref().map_or("expected", |known| known).to_owned(),
            expected_on,
            stock_at: Some(millis(now - TimeDelta::hours(told.told))),
            ..sheets::blank(product)
        };
        insert_all(write, vec![sheet.into_active_model()]).await?;
        let substitutes = told.substitutes.iter().enumerate().map(|(position, sku)| {
            let substitute_id = of(sku)?;
            let row = product_substitute::Model { product_id: product, substitute_id, position: position as i64 };
            Ok(row.into_active_model())
        });
        insert_all(write, substitutes.collect::<Result<_>>()?).await?;
        if let Some(goods) = told.picture {
            put_picture(write, product, goods).await?;
        }
        if told.sheets {
            put_sheets(write, product, now).await?;
        }
    }
    let (sku, by, [reason_nl, reason_fr, reason_en]) = REPLACED;
    product::Entity::update_many()
        .col_expr(product::Column::Discontinued, Expr::val(true))
        .col_expr(product::Column::SuccessorId, Expr::val(of(by)?))
        .filter(product::COLUMN.id.eq(of(sku)?))
        .exec(&**write)
        .await?;
    let sheet = product_sheet::Model {
        reason_nl: reason_nl.to_owned(),
        reason_fr: reason_fr.to_owned(),
        reason_en: reason_en.to_owned(),
        ..sheets::blank(of(sku)?)
    };
    insert_all(write, vec![sheet.into_active_model()]).await
}

fn of(sku: &str) -> Result<ProductId> {
    product_by_sku(sku).ok_or_else(|| Error::Stored(sku.to_owned()))
}

async fn put_picture(write: &Write, product: ProductId, goods: drawing::Goods) -> Result<()> {
    let made = sheets::picture::make(&drawing::png(goods)?)?;
    let row = product_picture::Model {
        product_id: product,
        hash: hex(&Sha256::digest(&made.large)),
        position: 0,
        width: i64::from(made.width),
        height: i64::from(made.height),
        large: made.large,
        small: made.small,
    };
    insert_all(write, vec![row.into_active_model()]).await
}

/// Two versions: one of last year, and one that came this morning.
async fn put_sheets(write: &Write, product: ProductId, now: DateTime<Utc>) -> Result<()> {
    let versions =
        [(1, "Eiwit: 11,0 % - 12,0 %", TimeDelta::days(320)), (2, "Eiwit: 11,2 % - 12,0 %", TimeDelta::hours(2))];
    let rows = versions.map(|(version, protein, age)| {
        let added = now - age;
        let dated_on = added.date_naive();
        let dated = format!("Versie {version}, {dated_on}");
        let lines = [
            "De Korenmolen",
            "Productfiche: Tarwebloem T55 wit 25 kg",
            "Artikel 010555",
            &dated,
            "",
            protein,
            "As: 0,50 % - 0,60 % op droge stof",
            "Vocht: hoogstens 15,5 %",
            "Bevat: gluten (tarwe). Kan sporen bevatten van soja en mosterd.",
        ];
        let bytes = drawing::pdf(&lines);
        product_document::Model {
            product_id: product,
            hash: hex(&Sha256::digest(&bytes)),
            version,
            dated_on,
            added_at: millis(added),
            size: bytes.len() as i64,
            bytes,
        }
        .into_active_model()
    });
    insert_all(write, rows.to_vec()).await
}
