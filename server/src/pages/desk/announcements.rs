//! Announcements, and what customers asked for.

use app::{
    desk::{announcements::AnnouncementPage, samples::SamplesPage},
    form::Filled,
    i18n::suggestions as g,
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use chrono::Days;
use domain::{Actor, AnnouncementId, Permission, SampleId};
use store::{
    announcements::{self, AnnouncementForm},
    promotions,
    samples::{self, Decision},
};

use super::DeskQuery;
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{Frame, buyer::id},
    session::{OfStaff, Signed},
};

/// An announcement stays in the list for so many days after it ended: so long it may still be taken.
const SHOWN_AFTER: Days = Days::new(90);

/// `GET /desk/announcements`
pub async fn list(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let since = frame.reader().today() - SHOWN_AFTER;
    let found = announcements::list(&portal.db, &signed.actor, since).await?;
    let open = samples::open(&portal.db, &signed.actor).await?;
    let may_add = signed.actor.can(Permission::ManageAssortments);
    let removed = query.done == "removed";
    let title = g::announcements(frame.reader().lang);
    frame.ok(title, move |r| app::desk::announcements::list(r, &found, open, may_add, removed)).await
}

/// `GET /desk/announcements/new`
pub async fn new(State(portal): State<Portal>, OfStaff(signed): OfStaff, frame: Frame) -> Result<Response, Oops> {
    signed.actor.require(Permission::ManageAssortments).map_err(|_| Oops::NotAllowed)?;
    let page = announcement_page(&portal, &signed.actor, None, Filled::default()).await?;
    let title = g::add_announcement(frame.reader().lang);
    frame.ok(title, move |r| app::desk::announcements::page(r, &page)).await
}

/// `GET /desk/announcements/{announcement}`
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(announcement): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let mut page = announcement_page(&portal, &signed.actor, Some(id(&announcement)?), Filled::default()).await?;
    page.saved = !query.saved.is_empty();
    let title = page.announcement.as_ref().map(|n| n.name.clone()).unwrap_or_default();
    frame.ok(title, move |r| app::desk::announcements::page(r, &page)).await
}

/// `POST /desk/announcements`
pub async fn create(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    put(&portal, &signed, frame, None, &fields).await
}

/// `POST /desk/announcements/{announcement}`
pub async fn save(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(announcement): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    put(&portal, &signed, frame, Some(id(&announcement)?), &fields).await
}

async fn put(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    announcement: Option<AnnouncementId>,
    fields: &Fields,
) -> Result<Response, Oops> {
    let form = AnnouncementForm {
        sku: fields.text("sku"),
        text_nl: fields.text("text_nl"),
        text_fr: fields.text("text_fr"),
        text_en: fields.text("text_en"),
        reason_nl: fields.text("reason_nl"),
        reason_fr: fields.text("reason_fr"),
        reason_en: fields.text("reason_en"),
        group: fields.text("group"),
        from: fields.text("from"),
        until: fields.text("until"),
        beyond: fields.ticked("beyond"),
        samples: fields.ticked("samples"),
    };
    let seen = announcement.map(|id| (id, fields.version()));
    match announcements::save(&portal.db, &signed.actor, seen, &form).await {
        Ok(id) => Ok(seen_other(&format!("/desk/announcements/{id}?saved=true"))),
        Err(error) => refused(portal, signed, frame, announcement, fields.refused(error)?).await,
    }
}

async fn refused(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    announcement: Option<AnnouncementId>,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let page = announcement_page(portal, &signed.actor, announcement, filled).await?;
    let title = g::announcements(frame.reader().lang);
    let frame = frame.on("/desk/announcements");
    Ok(frame.answer(status, title, move |r| app::desk::announcements::page(r, &page)).await)
}

/// `POST /desk/announcements/{announcement}/remove`
pub async fn remove(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(announcement): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let announcement = id(&announcement)?;
    match announcements::remove(&portal.db, &signed.actor, announcement, fields.version()).await {
        Ok(()) => Ok(seen_other("/desk/announcements?done=removed")),
        Err(error) => refused(&portal, &signed, frame, Some(announcement), fields.refused(error)?).await,
    }
}

async fn announcement_page(
    portal: &Portal,
    actor: &Actor,
    announcement: Option<AnnouncementId>,
    filled: Filled,
) -> store::Result<AnnouncementPage> {
    let announcement = match announcement {
        Some(id) => Some(announcements::get(&portal.db, actor, id).await?),
        None => None,
    };
    Ok(AnnouncementPage {
        announcement,
        groups: promotions::groups(&portal.db, actor).await?,
        may_edit: actor.can(Permission::ManageAssortments),
        filled,
        saved: false,
    })
}

/// `GET /desk/samples`
pub async fn samples(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let page = samples_page(&portal, &signed.actor, Filled::default(), None).await?;
    let page = SamplesPage { saved: !query.saved.is_empty(), ..page };
    let title = g::samples_title(frame.reader().lang);
    frame.ok(title, move |r| app::desk::samples::page(r, &page)).await
}

async fn samples_page(
    portal: &Portal,
    actor: &Actor,
    filled: Filled,
    refused: Option<SampleId>,
) -> store::Result<SamplesPage> {
    Ok(SamplesPage {
        requests: samples::list(&portal.db, actor).await?,
        lists: actor.can(Permission::ManageAssortments),
        filled,
        refused,
        saved: false,
    })
}

/// `POST /desk/samples/{sample}`: sent, or put in the list; or declined, with the reason.
pub async fn decide(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(sample): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let sample: SampleId = id(&sample)?;
    let decision = match fields.get("verb") {
        "grant" => Decision::Grant,
        "decline" => Decision::Decline { reason: fields.text("reason") },
        _ => return Err(Oops::NotFound),
    };
    match samples::decide(&portal.db, &signed.actor, sample, fields.version(), &decision).await {
        Ok(()) => Ok(seen_other("/desk/samples?saved=true")),
        Err(error) => {
            let filled = fields.refused(error)?;
            let status = status_of(&filled);
            let page = samples_page(&portal, &signed.actor, filled, Some(sample)).await?;
            let title = g::samples_title(frame.reader().lang);
            let frame = frame.on("/desk/samples");
            Ok(frame.answer(status, title, move |r| app::desk::samples::page(r, &page)).await)
        }
    }
}
