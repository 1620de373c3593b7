//! Samples that customers ask for, and places in their lists: asked once, decided by staff, seen by both.

use chrono::NaiveDate;
use domain::{
    Actor, AnnouncementId, Permission, ProductId, Refusal, SampleId,
    announcement::{Asking, SampleRequest, SampleState, Wants},
    text,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};

use crate::{
    Db, Error, Result, Write, announcements, assortments,
    clock::new_id,
    db::{instant, millis},
    entity::{assortment_item, customer, product, sample_request, site},
    journal, outbox,
};

/// Asks for what an announcement offers to the actor's customer. Asked twice it is one request.
pub async fn ask(db: &Db, actor: &Actor, announcement: AnnouncementId, wants: Wants, day: NaiveDate) -> Result<()> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let told = announcements::one(db, actor, announcement, day).await?;
    match if wants == Wants::Sample { told.sample } else { told.listing } {
        Asking::Offered => {}
        Asking::Asked(_) => return Ok(()),
        Asking::NotOffered => return Err(Error::NotFound),
    }
    let write = db.write().await?;
    let row = sample_request::Model {
        id: SampleId(new_id()),
        customer_id: at.customer,
        site_id: at.site,
        product_id: told.product,
        announcement_id: Some(announcement),
        wants: wants.key().to_owned(),
        state: SampleState::Open.key().to_owned(),
        reason: String::new(),
        asked_by: actor.user,
        asked_by_name: actor.name.clone(),
        asked_at: millis(db.now()),
        decided_at: None,
        version: 1,
    };
    let id = row.id;
    use sample_request::Column::{CustomerId, ProductId, Wants as Wish};
    let inserted = sample_request::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::columns([CustomerId, ProductId, Wish]).do_nothing().to_owned())
        .exec_without_returning(&*write)
        .await?;
    if inserted == 0 {
        return Ok(());
    }
    let event = serde_json::json!({ "kind": "asked", "wants": wants, "product": told.product });
    journal::append(db, &write, actor, "sample", id.0, &event).await?;
    outbox::sample_changed(db, &write, at.customer, at.site, id).await?;
    write.commit().await
}

/// What the actor's customer asked for, the newest first.
pub async fn own(db: &Db, actor: &Actor) -> Result<Vec<SampleRequest>> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let own = sample_request::Entity::find().filter(sample_request::COLUMN.customer_id.eq(at.customer));
    let own = if at.bound { own.filter(sample_request::COLUMN.site_id.eq(at.site)) } else { own };
    let rows = own.order_by_desc(sample_request::COLUMN.asked_at).limit(100).all(db.read()).await?;
    whole(db, actor, rows).await
}

/// What the actor's customer asked of one product.
pub async fn of_product(db: &Db, actor: &Actor, product: ProductId) -> Result<Vec<SampleRequest>> {
    Ok(own(db, actor).await?.into_iter().filter(|r| r.product == product).collect())
}

/// What is open, the oldest first, and then what was decided, the newest first; for staff.
pub async fn list(db: &Db, actor: &Actor) -> Result<Vec<SampleRequest>> {
    actor.require(Permission::OrderOnBehalf)?;
    let open = SampleState::Open.key();
    let find = || sample_request::Entity::find().limit(200);
    let mut rows = find()
        .filter(sample_request::COLUMN.state.eq(open))
        .order_by_asc(sample_request::COLUMN.asked_at)
        .all(db.read())
        .await?;
    let decided = find()
        .filter(sample_request::COLUMN.state.ne(open))
        .order_by_desc(sample_request::COLUMN.decided_at)
        .all(db.read())
        .await?;
    rows.extend(decided);
    whole(db, actor, rows).await
}

/// How many are open.
pub async fn open(db: &Db, actor: &Actor) -> Result<u64> {
    actor.require(Permission::OrderOnBehalf)?;
    let open = sample_request::COLUMN.state.eq(SampleState::Open.key());
    Ok(sample_request::Entity::find().filter(open).count(db.read()).await?)
}

async fn whole(db: &Db, actor: &Actor, rows: Vec<sample_request::Model>) -> Result<Vec<SampleRequest>> {
    let products = product::Entity::find()
        .filter(product::COLUMN.id.is_in(rows.iter().map(|r| r.product_id)))
        .all(db.read())
        .await?;
    let customers: Vec<(domain::CustomerId, String)> = customer::Entity::find()
        .select_only()
        .columns([customer::Column::Id, customer::Column::Name])
        .filter(customer::COLUMN.id.is_in(rows.iter().map(|r| r.customer_id)))
        .into_tuple()
        .all(db.read())
        .await?;
    let sites: Vec<(domain::SiteId, String)> = site::Entity::find()
        .select_only()
        .columns([site::Column::Id, site::Column::Name])
        .filter(site::COLUMN.id.is_in(rows.iter().map(|r| r.site_id)))
        .into_tuple()
        .all(db.read())
        .await?;
    rows.into_iter()
        .map(|row| {
            let product = products.iter().find(|p| p.id == row.product_id).ok_or(Error::NotFound)?;
            let customer = customers.iter().find(|(id, _)| *id == row.customer_id);
            let site = sites.iter().find(|(id, _)| *id == row.site_id);
            Ok(SampleRequest {
                id: row.id,
                customer: row.customer_id,
                customer_name: customer.map(|(_, name)| name.clone()).unwrap_or_default(),
                site_name: site.map(|(_, name)| name.clone()).unwrap_or_default(),
                product: row.product_id,
                sku: product.sku.clone(),
                name: crate::products::names(product).get(actor.language).to_owned(),
                wants: Wants::from_key(&row.wants).ok_or(Error::Stored(row.wants))?,
                state: SampleState::of(&row.state, row.reason).ok_or(Error::Stored(row.state))?,
                asked_at: instant(row.asked_at),
                asked_by: row.asked_by_name,
                decided_at: row.decided_at.map(instant),
                version: row.version,
            })
        })
        .collect()
}

/// What staff decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The sample goes out; the article goes into the list.
    Grant,
    /// With the reason that the customer reads.
    Decline { reason: String },
}

/// Decides a request that is open, as it was seen. A place in the list is given by who maintains assortments, and in the
/// same go. A refused reason is told at `reason`.
pub async fn decide(db: &Db, actor: &Actor, id: SampleId, version: i64, decision: &Decision) -> Result<()> {
    actor.require(Permission::OrderOnBehalf)?;
    let write = db.write().await?;
    let found = sample_request::Entity::find_by_id(id).lock_exclusive().one(&*write).await?;
    let mut row = found.ok_or(Error::NotFound)?;
    let wants = Wants::from_key(&row.wants).ok_or_else(|| Error::Stored(row.wants.clone()))?;
    if wants == Wants::Listing {
        actor.require(Permission::ManageAssortments)?;
    }
    if row.version != version || row.state != SampleState::Open.key() {
        return Err(Refusal::Stale.into());
    }
    let state = match decision {
        Decision::Grant => SampleState::Granted,
        Decision::Decline { reason } => {
            let reason = text::required(reason, 200).map_err(|refusal| Error::field("reason", refusal))?;
            SampleState::Declined { reason }
        }
    };
    if state == SampleState::Granted && wants == Wants::Listing {
        list_it(&write, &row).await?;
    }
    let event = serde_json::json!({ "kind": "decided", "wants": wants, "before": "open", "after": state.key() });
    state.key().clone_into(&mut row.state);
    if let SampleState::Declined { reason } = state {
        row.reason = reason;
    }
    row.decided_at = Some(millis(db.now()));
    row.version += 1;
    let (customer, site) = (row.customer_id, row.site_id);
    row.into_active_model().reset_all().update(&*write).await?;
    journal::append(db, &write, actor, "sample", id.0, &event).await?;
    outbox::sample_changed(db, &write, customer, site, id).await?;
    write.commit().await
}

async fn list_it(write: &Write, row: &sample_request::Model) -> Result<()> {
    let key = (row.customer_id, row.product_id);
    if assortment_item::Entity::find_by_id(key).one(&**write).await?.is_some() {
        return Ok(());
    }
    let item = assortment_item::Model {
        customer_id: row.customer_id,
        product_id: row.product_id,
        own_name: None,
        own_code: None,
        position: assortments::next_position(write, row.customer_id).await?,
        favourite: false,
        of_group: false,
    };
    assortment_item::Entity::insert(item.into_active_model()).exec_without_returning(&**write).await?;
    Ok(())
}
