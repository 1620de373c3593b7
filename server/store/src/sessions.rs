//! Who is signed in. A session is known by the hash of its token; it ends on the server.

use chrono::{DateTime, Duration, Utc};
use domain::{
    Actor, CustomerId, Lang, Permission, Refusal, SiteId, UserId,
    access::{At, Party},
    customer::Site,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use serde::Deserialize;

use crate::{
    Db, Error, Result,
    asked::{Asked, packed},
    clock::{Token, new_token},
    customers,
    db::{instant, millis},
    distributor::{Counter, Surroundings, surroundings},
    entity::{attempt, membership, session, user},
    journal, passwords,
    people::role,
};

/// Failures an account or an address may have before it has to wait.
const FREE_FAILURES: i64 = 5;
/// After so long without a failure, the count begins again.
const FORGOTTEN_AFTER: Duration = Duration::minutes(15);
/// The longest wait: it grows, and no attacker can lock somebody out for good.
const LONGEST_WAIT: i64 = 300;

/// Signs in, and begins a session of a fresh token. Unknown address and wrong password get the same answer after the
/// same work; both count against the account and against the network address, before the password is looked at. The
/// answer is the token and the language the person reads in.
pub async fn sign_in(db: &Db, email: &str, password: &str, address: &str, agent: &str) -> Result<(Token, Lang)> {
    let email: String = email.trim().to_lowercase().chars().filter(|c| !c.is_control()).collect();
    let keys = [format!("account {}", Token::hash_of(&email)), format!("address {address}")];
    let long = password.chars().count() > domain::text::PASSWORD_MOST as usize;
    // who it would be is looked up meanwhile, and told to nobody before the password is right
    let ((), candidate) = tokio::try_join!(count_failure(db, &keys), candidate(db, &email))?;
    let stored = candidate.as_ref().and_then(|(user, _)| user.password_hash.clone());
    let password = if long { String::new() } else { password.to_owned() };
    let right = passwords::verify(password, stored).await?;
    let Some((user, counter)) = candidate.filter(|_| right) else { return Err(Refusal::WrongCredentials.into()) };
    // nothing to stand at: the same answer as a wrong password
    if user.staff_role.is_none() && counter.is_none() {
        return Err(Refusal::WrongCredentials.into());
    }
    let token = new_token();
    let now = millis(db.now());
    let write = db.write().await?;
    // the account's failures are forgiven; of the address only this attempt, or an account of one's own would buy
    // guesses at all others
    let [account, address] = keys;
    attempt::Entity::delete_by_id(account).exec(&*write).await?;
    attempt::Entity::update_many()
        .col_expr(attempt::Column::Failures, Expr::col(attempt::Column::Failures).sub(1))
        .filter(attempt::COLUMN.key.eq(address))
        .exec(&*write)
        .await?;
    let row = session::Model {
        token_hash: token.hash(),
        user_id: user.id,
        customer_id: counter.map(|(customer, _)| customer),
        site_id: counter.map(|(_, site)| site),
        created_at: now,
        seen_at: now,
        agent: agent.chars().filter(|c| !c.is_control()).take(200).collect(),
    };
    session::Entity::insert(row.into_active_model()).exec_without_returning(&*write).await?;
    write.commit().await?;
    Ok((token, Lang::from_code(&user.language).unwrap_or_default()))
}

/// Counts first and takes back after success, so that many at once cannot slip through: the rows are there before they
/// are read, and reading holds them against everybody else.
async fn count_failure(db: &Db, keys: &[String; 2]) -> Result<()> {
    let now = db.now();
    let write = db.write().await?;
    let none_yet = keys
        .iter()
        .map(|key| attempt::Model { key: key.clone(), failures: 0, last_at: millis(now) }.into_active_model());
    attempt::Entity::insert_many(none_yet)
        .on_conflict(OnConflict::column(attempt::Column::Key).do_nothing_on([attempt::Column::Key]).to_owned())
        .exec_without_returning(&*write)
        .await?;
    let rows = attempt::Entity::find()
        .filter(attempt::COLUMN.key.is_in(keys.iter().cloned()))
        .order_by_asc(attempt::COLUMN.key)
        .lock_exclusive()
        .all(&*write)
        .await?;
    let wait = rows.iter().map(|row| wait_of(row, now)).max().unwrap_or(0);
    if wait > 0 {
        return Err(Refusal::TooManyAttempts { seconds: u32::try_from(wait).unwrap_or(u32::MAX) }.into());
    }
    let forgotten = Expr::col(attempt::Column::LastAt).lte(millis(now - FORGOTTEN_AFTER));
    attempt::Entity::update_many()
        .col_expr(
            attempt::Column::Failures,
            Expr::case(forgotten, Expr::val(1i64)).finally(Expr::col(attempt::Column::Failures).add(1)).into(),
        )
        .col_expr(attempt::Column::LastAt, Expr::val(millis(now)))
        .filter(attempt::COLUMN.key.is_in(keys.iter().cloned()))
        .exec(&*write)
        .await?;
    write.commit().await
}

/// Seconds to wait: nothing for the first failures, then doubling. An address serves many people, so it gets more.
fn wait_of(row: &attempt::Model, now: DateTime<Utc>) -> i64 {
    let free = if row.key.starts_with("address") { FREE_FAILURES * 10 } else { FREE_FAILURES };
    let over = row.failures - free;
    if over < 0 || now - instant(row.last_at) >= FORGOTTEN_AFTER {
        return 0;
    }
    let wait = std::cmp::min(2i64 << std::cmp::min(over, 10), LONGEST_WAIT);
    std::cmp::max(wait - (now - instant(row.last_at)).num_seconds(), 0)
}

/// Who has this address, and where he would stand: a person of a customer at the first site he may order for.
async fn candidate(db: &Db, email: &str) -> Result<Option<(user::Model, Option<(CustomerId, SiteId)>)>> {
    let user = user::Entity::find()
        .filter(user::COLUMN.email.eq(email))
        .filter(user::COLUMN.disabled_at.is_null())
        .one(db.read())
        .await?;
    let Some(user) = user else { return Ok(None) };
    if user.staff_role.is_some() {
        return Ok(Some((user, None)));
    }
    let members = membership::Entity::find()
        .filter(membership::COLUMN.user_id.eq(user.id))
        .order_by_asc(membership::COLUMN.customer_id)
        .all(db.read())
        .await?;
    for member in members {
        let site = match member.site_id {
            Some(site) => Some(site),
            None => customers::sites_of(db.read(), member.customer_id).await?.first().map(|s| s.id),
        };
        if let Some(site) = site {
            return Ok(Some((user, Some((member.customer_id, site)))));
        }
    }
    Ok(Some((user, None)))
}

/// Who holds a session and where he stands: user, name, language, role of staff; role at the customer and the one site it
/// is for; customer, its name, site, its name; when it began and was last seen; all that surrounds the counter.
#[derive(Deserialize)]
struct Row(
    UserId,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<SiteId>,
    Option<CustomerId>,
    Option<String>,
    Option<SiteId>,
    Option<String>,
    i64,
    i64,
    Option<Surroundings>,
);

/// Whoever is signed in, and where he stands.
#[derive(Clone, Debug)]
pub struct Session {
    pub actor: Actor,
    /// Of the actor's site; none for staff in their own pages.
    pub counter: Option<Counter>,
}

/// Who holds this token; none where it has ended or never was. Asking is being there: the session goes on.
pub async fn held(db: &Db, token: &str) -> Result<Option<Session>> {
    let Some((row, session)) = find(db, token).await? else { return Ok(None) };
    if db.now() - instant(row) >= Duration::minutes(1) {
        seen(db, &Token::hash_of(token)).await?;
    }
    Ok(Some(session))
}

/// The same for a page that only listens: it does not keep the session alive.
pub async fn listener(db: &Db, token: &str) -> Result<Option<Session>> {
    Ok(find(db, token).await?.map(|(_, session)| session))
}

/// The session of a token and when it was last seen. One statement, with all that surrounds its counter: nearly every
/// page of a buyer needs that, and the way to the database and back costs more than the columns.
async fn find(db: &Db, token: &str) -> Result<Option<(i64, Session)>> {
    let mut asked = Asked::of(db.read());
    let hash = asked.bind(Token::hash_of(token));
    let surroundings = surroundings(&mut asked, db.now());
    let surroundings = format!("CASE WHEN s.id IS NOT NULL THEN {surroundings} END");
    let row = asked.array(&format!(
        "{}, u.name, u.language, u.staff_role, m.role, {}, {}, c.name, {}, s.name, x.created_at, x.seen_at,
        {surroundings}",
        asked.id("u.id"),
        asked.some_id("m.site_id"),
        asked.some_id("x.customer_id"),
        asked.some_id("x.site_id"),
    ));
    let question = format!(
        "SELECT {row} AS packed FROM session x
        JOIN \"user\" u ON u.id = x.user_id
        LEFT JOIN membership m ON m.user_id = x.user_id AND m.customer_id = x.customer_id
        LEFT JOIN customer c ON c.id = x.customer_id
        LEFT JOIN site s ON s.id = x.site_id
        LEFT JOIN distributor d ON d.id = 1
        WHERE x.token_hash = {hash} AND u.disabled_at IS NULL"
    );
    let [rows] = asked.answers(db.read(), [question]).await?;
    let Some(row) = packed::<Row>(&rows)?.pop() else { return Ok(None) };
    let seen_at = row.11;
    if row.ended(db.now()) {
        return Ok(None);
    }
    Ok(row.session()?.map(|session| (seen_at, session)))
}

async fn seen(db: &Db, hash: &str) -> Result<()> {
    let write = db.write().await?;
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, Expr::val(millis(db.now())))
        .filter(session::COLUMN.token_hash.eq(hash))
        .exec(&*write)
        .await?;
    write.commit().await
}

impl Row {
    /// Staff: 30 minutes idle, 12 hours at most (a working day at a shared desk); buyers: 7 days idle, 30 at most.
    fn ended(&self, now: DateTime<Utc>) -> bool {
        let Row(_, _, _, staff_role, .., created_at, seen_at, _) = self;
        let (idle, most) = match staff_role {
            Some(_) => (Duration::minutes(30), Duration::hours(12)),
            None => (Duration::days(7), Duration::days(30)),
        };
        now - instant(*seen_at) >= idle || now - instant(*created_at) >= most
    }

    fn session(self) -> Result<Option<Session>> {
        let Row(
            user,
            name,
            language,
            staff_role,
            member,
            bound_to,
            customer,
            customer_name,
            site,
            site_name,
            _,
            _,
            around,
        ) = self;
        let language = Lang::from_code(&language).unwrap_or_default();
        let at = |bound| {
            Some(At { customer: customer?, customer_name: customer_name?, site: site?, site_name: site_name?, bound })
        };
        let (role, party) = match (&staff_role, &member) {
            (Some(key), _) => (role(key)?, at(false).map_or(Party::Staff, Party::OnBehalf)),
            (None, Some(key)) => match at(bound_to.is_some()) {
                // a role for one site is none at another
                Some(at) if bound_to.is_none_or(|site| site == at.site) => (role(key)?, Party::Customer(at)),
                _ => return Ok(None),
            },
            // the membership is gone, and with it the session
            (None, None) => return Ok(None),
        };
        let actor = Actor { user, name, language, role, party };
        let counter = around.filter(|_| actor.at().is_some()).map(Surroundings::counter).transpose()?;
        Ok(Some(Session { actor, counter }))
    }
}

/// Ends the session on the server.
pub async fn sign_out(db: &Db, token: &str) -> Result<()> {
    let write = db.write().await?;
    session::Entity::delete_by_id(Token::hash_of(token)).exec(&*write).await?;
    write.commit().await
}

/// One of a person's open sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Names it in a form; not the token.
    pub handle: String,
    pub agent: String,
    pub seen_at: DateTime<Utc>,
    pub this: bool,
}

/// The actor's own open sessions, the latest first.
pub async fn open(db: &Db, actor: &Actor, token: &str) -> Result<Vec<Open>> {
    let hash = Token::hash_of(token);
    let rows = session::Entity::find()
        .filter(session::COLUMN.user_id.eq(actor.user))
        // what has ended for everybody; the daily sweep takes it away
        .filter(session::COLUMN.seen_at.gt(millis(db.now() - Duration::days(7))))
        .order_by_desc(session::COLUMN.seen_at)
        .all(db.read())
        .await?;
    Ok(rows
        .into_iter()
        .map(|r| Open { this: r.token_hash == hash, handle: r.token_hash, agent: r.agent, seen_at: instant(r.seen_at) })
        .collect())
}

/// Ends one of the actor's own sessions.
pub async fn end(db: &Db, actor: &Actor, handle: &str) -> Result<()> {
    if handle.contains(char::is_control) {
        return Err(Error::NotFound);
    }
    let write = db.write().await?;
    let ended = session::Entity::delete_by_id(handle.to_owned())
        .filter(session::COLUMN.user_id.eq(actor.user))
        .exec(&*write)
        .await?;
    if ended.rows_affected == 0 {
        return Err(Error::NotFound);
    }
    write.commit().await
}

/// The sites this person can order for: those of his customers, or for staff those of the customer he stands for.
pub async fn counters(db: &Db, actor: &Actor) -> Result<Vec<(String, Site)>> {
    let customers: Vec<(CustomerId, Option<SiteId>)> = match &actor.party {
        Party::Staff => Vec::new(),
        Party::OnBehalf(at) => vec![(at.customer, None)],
        Party::Customer(_) => membership::Entity::find()
            .filter(membership::COLUMN.user_id.eq(actor.user))
            .all(db.read())
            .await?
            .into_iter()
            .map(|m| (m.customer_id, m.site_id))
            .collect(),
    };
    let mut counters = Vec::new();
    for (id, bound) in customers {
        let name = customers::by_id(db.read(), id).await?.name;
        let sites = customers::sites_of(db.read(), id).await?;
        counters.extend(sites.into_iter().filter(|s| bound.is_none_or(|b| b == s.id)).map(|s| (name.clone(), s)));
    }
    Ok(counters)
}

/// Goes to another site that he may order for. The token is changed, as what the session may do has changed.
pub async fn go_to(db: &Db, actor: &Actor, token: &str, site: SiteId) -> Result<Token> {
    let counters = counters(db, actor).await?;
    let (_, site) = counters.into_iter().find(|(_, s)| s.id == site).ok_or(Error::NotFound)?;
    stand_at(db, actor, token, Some((site.customer, site.id)), None).await
}

/// Staff begin to order on behalf of a customer, at one of its sites.
pub async fn act_for(db: &Db, actor: &Actor, token: &str, customer: CustomerId, site: Option<SiteId>) -> Result<Token> {
    actor.require(Permission::OrderOnBehalf)?;
    let sites = customers::sites_of(db.read(), customer).await?;
    let site = sites.into_iter().find(|s| site.is_none_or(|id| id == s.id)).ok_or(Error::NotFound)?;
    stand_at(db, actor, token, Some((customer, site.id)), Some((customer, "acting begun"))).await
}

/// And stop.
pub async fn stop_acting(db: &Db, actor: &Actor, token: &str) -> Result<Token> {
    actor.require(Permission::OrderOnBehalf)?;
    stand_at(db, actor, token, None, actor.at().map(|at| (at.customer, "acting ended"))).await
}

/// Moves a session; what of that is to be found in a customer's journal is `told`.
async fn stand_at(
    db: &Db,
    actor: &Actor,
    token: &str,
    counter: Option<(CustomerId, SiteId)>,
    told: Option<(CustomerId, &str)>,
) -> Result<Token> {
    let new = new_token();
    let write = db.write().await?;
    let old = session::Entity::find_by_id(Token::hash_of(token))
        .filter(session::COLUMN.user_id.eq(actor.user))
        .one(&*write)
        .await?
        .ok_or(Error::NotFound)?;
    session::Entity::delete_by_id(old.token_hash.clone()).exec(&*write).await?;
    let mut row = old.into_active_model().reset_all();
    row.token_hash = ActiveValue::Set(new.hash());
    row.customer_id = ActiveValue::Set(counter.map(|(customer, _)| customer));
    row.site_id = ActiveValue::Set(counter.map(|(_, site)| site));
    row.insert(&*write).await?;
    if let Some((customer, kind)) = told {
        journal::append(db, &write, actor, "customer", customer.0, &serde_json::json!({ "kind": kind })).await?;
    }
    write.commit().await?;
    Ok(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_grows_and_ends() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).expect("in range");
        let after =
            |failures| wait_of(&attempt::Model { key: "account x".into(), failures, last_at: millis(now) }, now);
        assert_eq!([after(1), after(4), after(5), after(6), after(9), after(90)], [0, 0, 2, 4, 32, 300]);
    }
}
