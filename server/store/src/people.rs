//! People: of customers and of the distributor. An account begins with an invitation, a link that works once.

use chrono::Duration;
use domain::{
    Actor, CustomerId, Lang, Permission, Refusal, Role, SiteId, UserId, access::Party, customer::Person, text,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, sea_query::Expr,
};

use crate::{
    Db, Error, Fields, Result, Write,
    clock::{Token, new_id, new_token},
    customers,
    db::millis,
    distributor::{self, Distributor},
    entity::{link, membership, session, site, user},
    journal, passwords,
};

/// May this actor manage the people of this customer? His own, or staff's right over all.
fn may_manage(actor: &Actor, customer: CustomerId) -> Result<()> {
    match &actor.party {
        Party::Customer(at) | Party::OnBehalf(at) if at.customer != customer => Err(Error::NotFound),
        _ => Ok(actor.require(Permission::ManagePeople)?),
    }
}

/// The people of a customer, by name.
pub async fn list(db: &Db, actor: &Actor, customer: CustomerId) -> Result<Vec<Person>> {
    if actor.is_staff() {
        actor.require(Permission::OrderOnBehalf)?;
    } else {
        may_manage(actor, customer)?;
    }
    let members = membership::Entity::find().filter(membership::COLUMN.customer_id.eq(customer)).all(db.read()).await?;
    let users = user::Entity::find()
        .filter(user::COLUMN.id.is_in(members.iter().map(|m| m.user_id)))
        .filter(user::COLUMN.disabled_at.is_null())
        .order_by_asc(user::COLUMN.name)
        .all(db.read())
        .await?;
    users
        .into_iter()
        .filter_map(|u| members.iter().find(|m| m.user_id == u.id).map(|m| (m, u)))
        .map(|(m, u)| person(u, role(&m.role)?, m.site_id))
        .collect()
}

/// The distributor's own people.
pub async fn staff(db: &Db, actor: &Actor) -> Result<Vec<Person>> {
    actor.require(Permission::ManageStaff)?;
    let users = user::Entity::find()
        .filter(user::COLUMN.staff_role.is_not_null())
        .filter(user::COLUMN.disabled_at.is_null())
        .order_by_asc(user::COLUMN.name)
        .all(db.read())
        .await?;
    users
        .into_iter()
        .map(|u| {
            let key = u.staff_role.clone().unwrap_or_default();
            person(u, role(&key)?, None)
        })
        .collect()
}

fn person(user: user::Model, role: Role, site: Option<SiteId>) -> Result<Person> {
    Ok(Person {
        user: user.id,
        language: Lang::from_code(&user.language).ok_or_else(|| Error::Stored(user.language.clone()))?,
        name: user.name,
        email: user.email,
        role,
        site,
        signs_in: user.password_hash.is_some(),
    })
}

pub(crate) fn role(key: &str) -> Result<Role> {
    Role::from_key(key).ok_or_else(|| Error::Stored(format!("role {key}")))
}

/// What is typed about a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonForm {
    pub name: String,
    pub email: String,
    pub language: String,
    pub role: String,
    /// Empty: every site.
    pub site: String,
}

pub(crate) struct Checked {
    pub name: String,
    pub email: String,
    pub language: Lang,
    pub role: Role,
    pub site: Option<SiteId>,
}

impl PersonForm {
    /// What was typed, or what is wrong with each field. Shared by the page and the import.
    pub(crate) fn check(&self, of_staff: bool) -> Result<Checked> {
        let mut fields = Fields::default();
        let name = fields.take("name", text::required(&self.name, 80));
        let email = fields.take("email", text::email(&self.email));
        let language = fields.take("language", customers::language(&self.language));
        let unknown = |typed: &str| Refusal::UnknownChoice { typed: typed.chars().take(40).collect() };
        let role = Role::from_key(&self.role).filter(|r| r.is_staff() == of_staff);
        if role.is_none() {
            fields.refuse("role", unknown(&self.role));
        }
        let site = match self.site.trim() {
            "" => None,
            typed => fields.take("site", typed.parse().map(Some).map_err(|_| unknown(typed))),
        };
        fields.check()?;
        Ok(Checked { name, email, language, role: role.ok_or_else(|| unknown(&self.role))?, site })
    }
}

/// Gives a person a role at a customer, and a link to choose a password; for who forgot his, it is the way to a new one.
///
/// The answer is the token of that link: it is shown once, to hand over. Nobody proves that an address is his, so a link
/// reaches no further than who hands it over: a customer's administrator gets none for a person who is somebody
/// elsewhere too, and a person who becomes somebody at a second customer begins anew, whatever password is known to whom.
pub async fn invite(db: &Db, actor: &Actor, customer: CustomerId, form: &PersonForm) -> Result<Option<Token>> {
    may_manage(actor, customer)?;
    let new = form.check(false)?;
    let write = db.write().await?;
    customers::exists(&*write, customer).await?;
    if let Some(site) = new.site {
        let own = site::Entity::find_by_id(site).filter(site::COLUMN.customer_id.eq(customer)).one(&*write).await?;
        own.ok_or_else(|| Error::field("site", Refusal::UnknownChoice { typed: site.to_string() }))?;
    }
    let user = user_for(&write, &new).await?;
    let (here, elsewhere): (Vec<_>, Vec<_>) = membership::Entity::find()
        .filter(membership::COLUMN.user_id.eq(user.id))
        .all(&*write)
        .await?
        .into_iter()
        .partition(|m| m.customer_id == customer);
    let member = here.into_iter().next();
    // a customer's administrator cannot reach for people of others: neither their name nor their open invitation
    let of_others = !elsewhere.is_empty() && !actor.is_staff();
    if of_others && member.is_none() || user.staff_role.is_some() {
        return Err(Error::field("email", Refusal::Taken));
    }
    if user.id == actor.user {
        // nobody changes his own rights, not even downwards: the last administrator would be gone
        return Err(Refusal::NotAllowed(Permission::ManagePeople).into());
    }
    // who is bound to a site binds; a form without sites leaves the site as it was
    let site_id = match &actor.party {
        Party::Customer(at) if at.bound => Some(at.site),
        Party::Customer(_) => new.site.or(member.as_ref().and_then(|m| m.site_id)),
        _ => new.site,
    };
    let row = membership::Model { customer_id: customer, user_id: user.id, role: new.role.key().to_owned(), site_id };
    let before = member.as_ref().map(|m| m.role.clone());
    if member.is_some() {
        row.into_active_model().reset_all().update(&*write).await?;
        // a right that changed must not live on in an open session
        end_sessions_at(&write, user.id, customer).await?;
    } else {
        row.into_active_model().insert(&*write).await?;
        begin_anew(&write, user.id).await?;
    }
    let token = if of_others { None } else { Some(link_for(db, &write, Some(user.id), "invitation").await?) };
    let event = serde_json::json!({ "kind": "person", "user": user.id, "before": before, "after": new.role.key() });
    journal::append(db, &write, actor, "customer", customer.0, &event).await?;
    write.commit().await?;
    Ok(token)
}

/// Takes a person's role at a customer away, and with it every open session.
pub async fn remove(db: &Db, actor: &Actor, customer: CustomerId, person: UserId) -> Result<()> {
    may_manage(actor, customer)?;
    if person == actor.user {
        return Err(Refusal::NotAllowed(Permission::ManagePeople).into());
    }
    let write = db.write().await?;
    let removed = membership::Entity::delete_by_id((customer, person)).exec(&*write).await?;
    if removed.rows_affected == 0 {
        return Err(Error::NotFound);
    }
    end_sessions_at(&write, person, customer).await?;
    if membership::Entity::find().filter(membership::COLUMN.user_id.eq(person)).count(&*write).await? == 0 {
        begin_anew(&write, person).await?;
    }
    let event = serde_json::json!({ "kind": "person", "user": person, "before": "member", "after": null });
    journal::append(db, &write, actor, "customer", customer.0, &event).await?;
    write.commit().await
}

/// A new colleague of the distributor.
pub async fn invite_staff(db: &Db, actor: &Actor, form: &PersonForm) -> Result<Option<Token>> {
    actor.require(Permission::ManageStaff)?;
    let new = form.check(true)?;
    let write = db.write().await?;
    let user = user_for(&write, &new).await?;
    let of_customers = membership::Entity::find().filter(membership::COLUMN.user_id.eq(user.id)).count(&*write).await?;
    if of_customers > 0 {
        return Err(Error::field("email", Refusal::Taken));
    }
    let before = user.staff_role.clone();
    let mut row = user.clone().into_active_model();
    row.staff_role = ActiveValue::Set(Some(new.role.key().to_owned()));
    row.update(&*write).await?;
    end_sessions(&write, user.id).await?;
    if before.is_none() {
        begin_anew(&write, user.id).await?;
    }
    let token = link_for(db, &write, Some(user.id), "invitation").await?;
    let event = serde_json::json!({ "kind": "staff", "before": before, "after": new.role.key() });
    journal::append(db, &write, actor, "user", user.id.0, &event).await?;
    write.commit().await?;
    Ok(Some(token))
}

/// Takes a colleague's role at the distributor away, and with it every open session. Nobody removes himself.
pub async fn remove_staff(db: &Db, actor: &Actor, person: UserId) -> Result<()> {
    actor.require(Permission::ManageStaff)?;
    if person == actor.user {
        return Err(Refusal::NotAllowed(Permission::ManageStaff).into());
    }
    let write = db.write().await?;
    let before = user::Entity::find_by_id(person)
        .filter(user::COLUMN.staff_role.is_not_null())
        .one(&*write)
        .await?
        .ok_or(Error::NotFound)?;
    let event = serde_json::json!({ "kind": "staff", "before": before.staff_role, "after": null });
    let mut row = before.into_active_model();
    row.staff_role = ActiveValue::Set(None);
    row.update(&*write).await?;
    begin_anew(&write, person).await?;
    journal::append(db, &write, actor, "user", person.0, &event).await?;
    write.commit().await
}

/// The user with this address, made if there is none.
async fn user_for(write: &Write, new: &Checked) -> Result<user::Model> {
    if let Some(known) = user::Entity::find().filter(user::COLUMN.email.eq(&new.email)).one(&**write).await? {
        return Ok(known);
    }
    let row = user::Model {
        id: UserId(new_id()),
        email: new.email.clone(),
        name: new.name.clone(),
        language: new.language.code().to_owned(),
        password_hash: None,
        staff_role: None,
        disabled_at: None,
        version: 1,
    };
    Ok(row.into_active_model().insert(&**write).await?)
}

/// What anybody knows or holds of this account ends: password, sessions and links.
async fn begin_anew(write: &Write, user: UserId) -> Result<()> {
    user::Entity::update_many()
        .col_expr(user::Column::PasswordHash, Expr::val(None::<String>))
        .filter(user::COLUMN.id.eq(user))
        .exec(&**write)
        .await?;
    end_sessions(write, user).await?;
    end_links(write, user).await
}

async fn end_links(write: &Write, user: UserId) -> Result<()> {
    link::Entity::delete_many().filter(link::COLUMN.user_id.eq(user)).exec(&**write).await?;
    Ok(())
}

pub(crate) async fn end_sessions(write: &Write, user: UserId) -> Result<()> {
    session::Entity::delete_many().filter(session::COLUMN.user_id.eq(user)).exec(&**write).await?;
    Ok(())
}

/// The sessions at one customer's counter; what a person is elsewhere is not this customer's to end.
async fn end_sessions_at(write: &Write, user: UserId, customer: CustomerId) -> Result<()> {
    session::Entity::delete_many()
        .filter(session::COLUMN.user_id.eq(user))
        .filter(session::COLUMN.customer_id.eq(customer))
        .exec(&**write)
        .await?;
    Ok(())
}

/// A link that works once; only its hash is stored, and the links before it end. An invitation lasts a week, the first
/// set-up half an hour.
async fn link_for(db: &Db, write: &Write, user: Option<UserId>, purpose: &str) -> Result<Token> {
    if let Some(user) = user {
        end_links(write, user).await?;
    }
    let token = new_token();
    let lasts = if purpose == "setup" { Duration::minutes(30) } else { Duration::days(7) };
    let row = link::Model {
        token_hash: token.hash(),
        user_id: user,
        purpose: purpose.to_owned(),
        expires_at: millis(db.now() + lasts),
        used_at: None,
    };
    link::Entity::insert(row.into_active_model()).exec_without_returning(&**write).await?;
    Ok(token)
}

/// The address an open invitation is for; [`Refusal::LinkExpired`] for every other token.
pub async fn invited(db: &Db, token: &str) -> Result<String> {
    let link = open_link(db, db.read(), token, "invitation").await?;
    let id = link.user_id.ok_or(Refusal::LinkExpired)?;
    Ok(user::Entity::find_by_id(id).one(db.read()).await?.ok_or(Refusal::LinkExpired)?.email)
}

async fn open_link(db: &Db, conn: &impl ConnectionTrait, token: &str, purpose: &str) -> Result<link::Model> {
    let found = link::Entity::find_by_id(Token::hash_of(token)).one(conn).await?;
    Ok(found
        .filter(|l| l.purpose == purpose && l.used_at.is_none() && l.expires_at > millis(db.now()))
        .ok_or(Refusal::LinkExpired)?)
}

/// Uses the link up, in one statement: of two at once only one finds it unused.
async fn use_up(db: &Db, write: &Write, token: &str) -> Result<()> {
    let used = link::Entity::update_many()
        .col_expr(link::Column::UsedAt, Expr::val(millis(db.now())))
        .filter(link::COLUMN.token_hash.eq(Token::hash_of(token)))
        .filter(link::COLUMN.used_at.is_null())
        .exec(&**write)
        .await?;
    if used.rows_affected == 1 { Ok(()) } else { Err(Refusal::LinkExpired.into()) }
}

/// An invited person chooses his password. He is not signed in by it.
pub async fn accept_invitation(db: &Db, token: &str, password: &str) -> Result<()> {
    let email = invited(db, token).await?;
    text::password(password, &[&email]).map_err(|r| Error::field("password", r))?;
    let hash = passwords::hash(password.to_owned()).await?;
    let write = db.write().await?;
    let link = open_link(db, &*write, token, "invitation").await?;
    use_up(db, &write, token).await?;
    let id = link.user_id.ok_or(Refusal::LinkExpired)?;
    let mut row = user::Entity::find_by_id(id).one(&*write).await?.ok_or(Refusal::LinkExpired)?.into_active_model();
    row.password_hash = ActiveValue::Set(Some(hash));
    let user = row.update(&*write).await?;
    end_sessions(&write, id).await?;
    journal::append_own(db, &write, &user, &serde_json::json!({ "kind": "password" })).await?;
    write.commit().await
}

/// The token of the first set-up, where nobody is there yet; none where somebody is. The tokens before it end.
pub async fn setup_token(db: &Db) -> Result<Option<Token>> {
    if user::Entity::find().count(db.read()).await? > 0 {
        return Ok(None);
    }
    let write = db.write().await?;
    link::Entity::delete_many().filter(link::COLUMN.purpose.eq("setup")).exec(&*write).await?;
    let token = link_for(db, &write, None, "setup").await?;
    write.commit().await?;
    Ok(Some(token))
}

/// Is this the open link of the first set-up?
pub async fn may_set_up(db: &Db, token: &str) -> Result<()> {
    open_link(db, db.read(), token, "setup").await.map(|_| ())
}

/// The first administrator, through the link printed at the first start.
pub async fn set_up(db: &Db, token: &str, company: &str, form: &PersonForm, password: &str) -> Result<()> {
    may_set_up(db, token).await?;
    let mut fields = Fields::default();
    let name = fields.take("distributor", text::required(company, 80));
    fields.check()?;
    let new = check_admin(form, password)?;
    let hash = passwords::hash(password.to_owned()).await?;
    let write = db.write().await?;
    use_up(db, &write, token).await?;
    // what an import has said of currency and calendar before anybody was here stays
    let unpacked = Distributor::unpacked(&name);
    let known = distributor::get(db).await?.map_or(unpacked, |known| Distributor { name, ..known });
    distributor::put(&write, &known).await?;
    make_admin(db, &write, &new, hash, "setup").await?;
    write.commit().await
}

/// An administrator, made at the command line.
pub async fn create_admin(db: &Db, form: &PersonForm, password: &str) -> Result<()> {
    let new = check_admin(form, password)?;
    let hash = passwords::hash(password.to_owned()).await?;
    let write = db.write().await?;
    if crate::distributor::get(db).await?.is_none() {
        crate::distributor::put(&write, &crate::distributor::Distributor::unpacked("Toonbank")).await?;
    }
    make_admin(db, &write, &new, hash, "command line").await?;
    write.commit().await
}

fn check_admin(form: &PersonForm, password: &str) -> Result<Checked> {
    let form = PersonForm { role: Role::Administrator.key().to_owned(), site: String::new(), ..form.clone() };
    let new = form.check(true)?;
    text::password(password, &[&new.email]).map_err(|r| Error::field("password", r))?;
    Ok(new)
}

async fn make_admin(db: &Db, write: &Write, new: &Checked, hash: String, through: &str) -> Result<()> {
    let known = user::Entity::find().filter(user::COLUMN.email.eq(&new.email)).one(&**write).await?;
    if known.is_some() {
        return Err(Error::field("email", Refusal::Taken));
    }
    let mut row = user_for(write, new).await?.into_active_model();
    row.password_hash = ActiveValue::Set(Some(hash));
    row.staff_role = ActiveValue::Set(Some(Role::Administrator.key().to_owned()));
    let user = row.update(&**write).await?;
    journal::append_own(db, write, &user, &serde_json::json!({ "kind": "administrator", "through": through })).await
}

/// Remembers the language a person reads in.
pub async fn speak(db: &Db, actor: &Actor, language: Lang) -> Result<()> {
    let write = db.write().await?;
    user::Entity::update_many()
        .col_expr(user::Column::Language, Expr::val(language.code()))
        .filter(user::COLUMN.id.eq(actor.user))
        .exec(&*write)
        .await?;
    write.commit().await
}
