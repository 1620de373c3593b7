//! The order of a list: rows, sections, and how many of each as a rule.

use chrono::NaiveDate;
use domain::{
    Actor, CustomerId, ProductId, Quantity, Refusal, SectionId, ShoppingListId,
    shopping_list::{ListRow, MOST_SECTIONS, Move, Section, shift, sort},
    succession::Packing,
    text,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait, sea_query::OnConflict};

use super::{edit::touch, hold, rows_of};
use crate::{
    Db, Error, Fields, Result, Write,
    assortments::{self, Which},
    clock::new_id,
    db::insert_all,
    entity::{shopping_list, shopping_list_row, shopping_list_section},
    journal,
    successions::Consent,
};

/// What the page of a list's order says: everything that was typed, and the button that was pressed. What is not named
/// stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// As they were typed; empty is none.
    pub usuals: Vec<(ProductId, String)>,
    /// Into which section a row goes.
    pub sections: Vec<(ProductId, Option<SectionId>)>,
    pub names: Vec<(SectionId, String)>,
    /// The name of a new section.
    pub new_section: String,
    pub pressed: Option<Press>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    Row(ProductId, Move),
    Drop(ProductId),
    /// What has left the assortment: nobody sees it, so it goes all at once.
    DropHidden,
    SectionUp(SectionId),
    SectionDown(SectionId),
    /// Its rows stay, without a section.
    SectionDrop(SectionId),
}

/// Does what the page says, all or nothing, if nobody else changed the list meanwhile (`version`). The answer is the
/// version of the list then.
pub async fn arrange(
    db: &Db,
    actor: &Actor,
    id: ShoppingListId,
    version: i64,
    wanted: &Arrangement,
    on: NaiveDate,
) -> Result<i64> {
    let write = db.write().await?;
    let list = hold(&write, actor, id, Some(version)).await?;
    let (sections, rows) = rows_of(&*write, id).await?;
    let (mut after_sections, mut after) = (sections.clone(), rows.clone());
    let mut fields = Fields::default();
    type_in(&write, actor, wanted, on, &mut after, &mut fields).await?;
    name(wanted, &mut after_sections, &mut fields);
    fields.check()?;
    let known = |section: Option<SectionId>| section.is_none_or(|id| after_sections.iter().any(|s| s.id == id));
    for (product, section) in wanted.sections.iter().filter(|(_, section)| known(*section)) {
        let order = ids(&after_sections);
        if after.iter().any(|row| row.product == *product && row.section != *section) {
            shift(&mut after, &order, *product, Move::To { section: *section, before: None });
        }
    }
    if let Some(pressed) = wanted.pressed {
        press(&write, actor, pressed, &mut after_sections, &mut after).await?;
    }
    if (&after, &after_sections) == (&rows, &sections) {
        return Ok(version);
    }
    put_sections(&write, id, &sections, &after_sections).await?;
    put_rows(&write, id, &after).await?;
    // a section goes last: no row may point to it any more
    let gone: Vec<SectionId> = ids(&sections).into_iter().filter(|s| !ids(&after_sections).contains(s)).collect();
    shopping_list_section::Entity::delete_many()
        .filter(shopping_list_section::COLUMN.id.is_in(gone))
        .exec(&*write)
        .await?;
    let version = touch(&write, list).await?;
    let event = serde_json::json!({
        "kind": "arranged",
        "before": { "sections": sections, "rows": rows },
        "after": { "sections": after_sections, "rows": after },
    });
    journal::append(db, &write, actor, "shopping_list", id.0, &event).await?;
    write.commit().await?;
    Ok(version)
}

fn ids(sections: &[Section]) -> Vec<SectionId> {
    sections.iter().map(|section| section.id).collect()
}

/// The quantities that were typed; each that changed must be one that can be delivered.
async fn type_in(
    write: &Write,
    actor: &Actor,
    wanted: &Arrangement,
    on: NaiveDate,
    rows: &mut [ListRow],
    fields: &mut Fields,
) -> Result<()> {
    let mut changed = Vec::new();
    for (product, typed) in &wanted.usuals {
        let Some(row) = rows.iter_mut().find(|row| row.product == *product) else { continue };
        let usual = fields.take(&format!("usual.{product}"), Quantity::parse(typed));
        let usual = (usual > Quantity::ZERO).then_some(usual);
        if row.usual != usual {
            row.usual = usual;
            changed.push(*product);
        }
    }
    let articles = assortments::articles(&**write, actor, on, Which::These(&changed)).await?;
    for row in rows.iter().filter(|row| changed.contains(&row.product)) {
        let article = articles.iter().find(|a| a.product == row.product);
        if let (Some(article), Some(usual)) = (article, row.usual)
            && let Err(refusal) = article.unit.check(usual)
        {
            fields.refuse(&format!("usual.{}", row.product), refusal);
        }
    }
    Ok(())
}

/// What the sections are called, with the new one.
fn name(wanted: &Arrangement, sections: &mut Vec<Section>, fields: &mut Fields) {
    for (id, typed) in &wanted.names {
        if let Some(section) = sections.iter_mut().find(|section| section.id == *id) {
            section.name = fields.take(&format!("name.{id}"), text::required(typed, 40));
        }
    }
    let new = fields.take("new_section", text::line(&wanted.new_section, 40));
    if new.is_empty() {
        return;
    }
    if sections.len() >= MOST_SECTIONS {
        fields.refuse("new_section", Refusal::TooManySections { most: MOST_SECTIONS });
    } else if sections.iter().any(|section| section.name.to_lowercase() == new.to_lowercase()) {
        fields.refuse("new_section", Refusal::Taken);
    } else {
        sections.push(Section { id: SectionId(new_id()), name: new });
    }
}

/// What the pressed button does; one that names what is not there is not found.
async fn press(
    write: &Write,
    actor: &Actor,
    pressed: Press,
    sections: &mut Vec<Section>,
    rows: &mut Vec<ListRow>,
) -> Result<()> {
    let row = |product: ProductId, rows: &[ListRow]| {
        rows.iter().position(|row| row.product == product).ok_or(Error::NotFound)
    };
    let section = |id: SectionId, sections: &[Section]| {
        sections.iter().position(|section| section.id == id).ok_or(Error::NotFound)
    };
    match pressed {
        Press::Row(product, to) => {
            row(product, rows)?;
            shift(rows, &ids(sections), product, to);
        }
        Press::Drop(product) => {
            rows.remove(row(product, rows)?);
        }
        Press::DropHidden => {
            let products: Vec<ProductId> = rows.iter().map(|row| row.product).collect();
            let known = in_assortment(write, actor, &products).await?;
            rows.retain(|row| known.contains(&row.product));
        }
        Press::SectionUp(id) | Press::SectionDown(id) => {
            let at = section(id, sections)?;
            let other = if matches!(pressed, Press::SectionUp(_)) { at.checked_sub(1) } else { Some(at + 1) };
            if let Some(other) = other.filter(|other| *other < sections.len()) {
                sections.swap(at, other);
            }
        }
        Press::SectionDrop(id) => {
            sections.remove(section(id, sections)?);
            for row in rows.iter_mut().filter(|row| row.section == Some(id)) {
                row.section = None;
            }
        }
    }
    sort(rows, &ids(sections));
    Ok(())
}

async fn in_assortment(write: &Write, actor: &Actor, products: &[ProductId]) -> Result<Vec<ProductId>> {
    use crate::entity::assortment_item;
    let at = actor.at().ok_or(Error::NotFound)?;
    let items = assortment_item::Entity::find()
        .filter(assortment_item::COLUMN.customer_id.eq(at.customer))
        .filter(assortment_item::COLUMN.product_id.is_in(products.iter().copied()))
        .all(&**write)
        .await?;
    Ok(items.into_iter().map(|item| item.product_id).collect())
}

/// Writes new and renamed sections and their order.
async fn put_sections(write: &Write, list: ShoppingListId, before: &[Section], after: &[Section]) -> Result<()> {
    if before == after || after.is_empty() {
        return Ok(());
    }
    let rows = (0..).zip(after).map(|(position, section)| {
        let (id, name) = (section.id, section.name.clone());
        shopping_list_section::Model { id, list_id: list, name, position }.into_active_model()
    });
    use shopping_list_section::Column;
    shopping_list_section::Entity::insert_many(rows)
        .on_conflict(OnConflict::column(Column::Id).update_columns([Column::Name, Column::Position]).to_owned())
        .exec_without_returning(&**write)
        .await?;
    Ok(())
}

/// Writes the rows of a list anew, in this order.
pub(super) async fn put_rows(write: &Write, list: ShoppingListId, rows: &[ListRow]) -> Result<()> {
    shopping_list_row::Entity::delete_many().filter(shopping_list_row::COLUMN.list_id.eq(list)).exec(&**write).await?;
    let rows = (0..).zip(rows).map(|(position, row)| {
        let ListRow { product, section, usual } = *row;
        shopping_list_row::Model { list_id: list, product_id: product, section_id: section, position, usual }
            .into_active_model()
    });
    insert_all(write, rows.collect()).await
}

/// Puts the successor in the place of a discontinued product on every list of the customer; what stands there already
/// keeps its place. A quantity goes along where it means the same in the other pack. Says on which lists.
pub(crate) async fn succeed(
    write: &Write,
    customer: CustomerId,
    consent: &Consent,
    of: &Packing,
    by: &Packing,
) -> Result<Vec<ShoppingListId>> {
    let with_it = shopping_list_row::Entity::find()
        .select_only()
        .column(shopping_list_row::Column::ListId)
        .filter(shopping_list_row::COLUMN.product_id.eq(consent.of))
        .into_query();
    let lists = shopping_list::Entity::find()
        .filter(shopping_list::COLUMN.customer_id.eq(customer))
        .filter(shopping_list::Column::Id.in_subquery(with_it))
        .lock_exclusive()
        .all(&**write)
        .await?;
    let moved = lists.iter().map(|list| list.id).collect();
    for list in lists {
        let (_, mut rows) = rows_of(&**write, list.id).await?;
        let Some(at) = rows.iter().position(|row| row.product == consent.of) else { continue };
        let usual = rows[at].usual.filter(|usual| of.carries(by, *usual));
        match rows.iter().position(|row| row.product == consent.by) {
            Some(there) => {
                rows[there].usual = rows[there].usual.or(usual);
                rows.remove(at);
            }
            None => rows[at] = ListRow { product: consent.by, usual, ..rows[at] },
        }
        put_rows(write, list.id, &rows).await?;
        touch(write, list).await?;
    }
    Ok(moved)
}
