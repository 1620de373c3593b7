//! Customers with their sites and people: a row says something of each, and repeats what the row above said.

use std::collections::{HashMap, HashSet};

use domain::{CustomerId, SiteId, UserId, delivery::Weekdays};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    Phase,
    bulk::{self, KEYS, Meter},
    cells,
    known::Customers,
    nearest,
    refusals::{checked, contradictions, take},
    report::{Changes, Problem, Problems, Reason, Report},
    sheet::{Row, Sheet},
};
use crate::{
    Result, Write, assortments,
    clock::new_id,
    customers::{CustomerForm, SiteForm},
    entity::{customer, membership, site, user},
    people::{self, Checked, PersonForm},
};

const OF_CUSTOMER: [&str; 11] = [
    "customer_name",
    "vat_number",
    "language",
    "customer_group",
    "payment_days",
    "credit_limit",
    "outstanding",
    "order_minimum",
    "notice_days",
    "minimum_is_strict",
    "blocked",
];
const OF_SITE: [&str; 5] = ["site_name", "street", "postcode", "city", "delivery_days"];
const OF_PERSON: [&str; 4] = ["person_name", "person_role", "person_language", "person_site"];

/// What is to be written.
#[derive(Default)]
pub(super) struct Plan {
    customers: Vec<customer::Model>,
    sites: Vec<site::Model>,
    users: Vec<user::Model>,
    members: Vec<membership::Model>,
    /// Whose rights change: a right must not live on in an open session.
    sessions: Vec<UserId>,
}

/// The rows of one customer.
struct Group<'s> {
    number: &'s str,
    first: &'s Row<'s>,
    lines: Vec<u64>,
    customer: Option<customer::Model>,
    sites: Vec<(&'s Row<'s>, site::Model)>,
    people: Vec<(&'s Row<'s>, Checked)>,
    /// Site and person of the rows, to find a row that is there twice.
    seen: HashMap<(&'s str, String), u64>,
}

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    sheet: &Sheet<'_>,
    problems: &mut Problems,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    let known = Customers::read(conn).await?;
    let groups = groups(sheet, &known, problems, meter)?;
    let mut plan = Plan::default();
    let accounts = Accounts::read(conn, &groups).await?;
    let mut people = Changes::default();
    let mut new_users: HashMap<String, (UserId, String)> = HashMap::new();
    for group in &groups {
        let Some(customer) = &group.customer else { continue };
        let before = known.get(group.number);
        count(report.change("customers"), &mut plan.customers, before, customer);
        for (_, site) in &group.sites {
            count(report.change("sites"), &mut plan.sites, known.site(customer.id, &site.code), site);
        }
        for (row, person) in &group.people {
            let site = person_site(sheet, row, group, customer.id, &known, problems);
            let user = match accounts.users.get(&person.email) {
                Some(user) if user.staff_role.is_some() => {
                    let problem = Problem::new(Reason::Taken, "is one of the distributor's own people");
                    problems.of_row(row.line, "person_email", &person.email, problem);
                    continue;
                }
                Some(user) => user.id,
                None => match new_users.get(&person.email) {
                    Some((id, name)) if *name == person.name => *id,
                    Some((_, name)) => {
                        let problem =
                            Problem::new(Reason::Contradiction, format!("another row calls this person {name:?}"));
                        problems.of_row(row.line, "person_name", &person.name, problem);
                        continue;
                    }
                    None => new_user(person, &mut plan, &mut new_users),
                },
            };
            let before = accounts.members.get(&(customer.id, user));
            let after = membership::Model {
                customer_id: customer.id,
                user_id: user,
                role: person.role.key().to_owned(),
                site_id: if sheet.has("person_site") { site } else { before.and_then(|b| b.site_id) },
            };
            match before {
                Some(before) if *before == after => people.unchanged += 1,
                Some(_) => {
                    people.changed += 1;
                    plan.sessions.push(user);
                    plan.members.push(after);
                }
                None => {
                    people.created += 1;
                    plan.members.push(after);
                }
            }
        }
    }
    *report.change("people") = people;
    problems.hold_back_groups("customer", groups.iter().map(|g| &g.lines));
    report.customers = groups.iter().filter(|g| problems.refused(g.first.line).is_none()).count() as u64;
    Ok(plan)
}

fn new_user(person: &Checked, plan: &mut Plan, new_users: &mut HashMap<String, (UserId, String)>) -> UserId {
    let id = UserId(new_id());
    new_users.insert(person.email.clone(), (id, person.name.clone()));
    plan.users.push(user::Model {
        id,
        email: person.email.clone(),
        name: person.name.clone(),
        language: person.language.code().to_owned(),
        password_hash: None,
        staff_role: None,
        disabled_at: None,
        version: 1,
    });
    id
}

/// A row with a version of its own, so that what is as the file says is left alone.
trait Versioned: Clone + PartialEq {
    fn with_version(&self, version: i64) -> Self;
    fn version(&self) -> i64;
}

macro_rules! versioned {
    ($($model:ty),*) => {$(
        impl Versioned for $model {
            fn with_version(&self, version: i64) -> Self {
                Self { version, ..self.clone() }
            }
            fn version(&self) -> i64 {
                self.version
            }
        }
    )*};
}

versioned!(customer::Model, site::Model);

fn count<M: Versioned>(changes: &mut Changes, put: &mut Vec<M>, before: Option<&M>, after: &M) {
    match before {
        None => {
            changes.created += 1;
            put.push(after.clone());
        }
        Some(before) if *before == after.with_version(before.version()) => changes.unchanged += 1,
        Some(before) => {
            changes.changed += 1;
            put.push(after.with_version(before.version() + 1));
        }
    }
}

fn groups<'s>(
    sheet: &'s Sheet<'_>,
    known: &Customers,
    problems: &mut Problems,
    meter: &mut Meter<'_>,
) -> Result<Vec<Group<'s>>> {
    let mut groups: Vec<Group<'s>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for row in sheet.usable(problems) {
        meter.step(1);
        let number = sheet.cell(row, "customer_number");
        if number.is_empty() {
            problems.of_row(row.line, "customer_number", "", Problem::new(Reason::Required, "must be filled in"));
            continue;
        }
        let place = match places.get(number) {
            Some(place) => {
                contradictions(sheet, groups[*place].first, row, &OF_CUSTOMER, problems);
                *place
            }
            None => {
                let customer = customer_of(sheet, row, known.get(number), problems)?;
                let (lines, sites, people, seen) = (Vec::new(), Vec::new(), Vec::new(), HashMap::new());
                groups.push(Group { number, first: row, lines, customer, sites, people, seen });
                places.insert(number, groups.len() - 1);
                groups.len() - 1
            }
        };
        let group = &mut groups[place];
        group.lines.push(row.line);
        let key = (sheet.cell(row, "site_code"), sheet.cell(row, "person_email").to_lowercase());
        if let Some(first) = group.seen.get(&key) {
            let text = format!("row {first} is about the same customer, site and person");
            problems.of_row(row.line, "", number, Problem::new(Reason::DuplicateRow, text));
            continue;
        }
        group.seen.insert(key, row.line);
        // a customer that is refused still has its sites and people looked at, so that all is told at once
        let id = group.customer.as_ref().map_or_else(|| CustomerId(new_id()), |c| c.id);
        add_site(sheet, row, group, id, known, problems)?;
        add_person(sheet, row, group, problems)?;
    }
    Ok(groups)
}

fn customer_of(
    sheet: &Sheet<'_>,
    row: &Row<'_>,
    before: Option<&customer::Model>,
    problems: &mut Problems,
) -> Result<Option<customer::Model>> {
    let cell = |column: &str| sheet.cell(row, column).to_owned();
    let language = match sheet.cell(row, "language") {
        "" => before.map_or("nl", |b| b.language.as_str()),
        typed => typed,
    };
    let form = CustomerForm {
        number: cell("customer_number"),
        name: cell("customer_name"),
        vat_number: cell("vat_number"),
        language: language.to_owned(),
        customer_group: cell("customer_group"),
        blocked: take(sheet, row, "blocked", problems, cells::flag).unwrap_or(false),
        payment_days: cell("payment_days"),
        credit_limit: cell("credit_limit"),
        outstanding: cell("outstanding"),
        order_minimum: cell("order_minimum"),
        notice_days: cell("notice_days"),
        minimum_is_strict: take(sheet, row, "minimum_is_strict", problems, cells::flag).unwrap_or(false),
    };
    let column = |field: &str| match field {
        "number" | "name" => format!("customer_{field}"),
        other => other.to_owned(),
    };
    let Some(mut after) = checked(form.check(), sheet, row, problems, column)? else { return Ok(None) };
    if let Some(before) = before {
        after.id = before.id;
        let missing = |column: &str| !sheet.has(column);
        if missing("vat_number") {
            after.vat_number.clone_from(&before.vat_number);
        }
        if missing("customer_group") {
            after.customer_group.clone_from(&before.customer_group);
        }
        if missing("blocked") {
            after.blocked = before.blocked;
        }
        if missing("payment_days") {
            after.payment_days = before.payment_days;
        }
        if missing("credit_limit") {
            after.credit_limit = before.credit_limit;
        }
        if missing("outstanding") {
            after.outstanding = before.outstanding;
        }
        if missing("order_minimum") {
            after.order_minimum = before.order_minimum;
        }
        if missing("notice_days") {
            after.notice_days = before.notice_days;
        }
        if missing("minimum_is_strict") {
            after.minimum_is_strict = before.minimum_is_strict;
        }
    }
    Ok(Some(after))
}

fn add_site<'s>(
    sheet: &'s Sheet<'_>,
    row: &'s Row<'s>,
    group: &mut Group<'s>,
    customer: CustomerId,
    known: &Customers,
    problems: &mut Problems,
) -> Result<()> {
    let code = sheet.cell(row, "site_code");
    if code.is_empty() {
        needs(sheet, row, "site_code", &OF_SITE, problems);
        return Ok(());
    }
    if let Some((first, _)) = group.sites.iter().find(|(first, _)| sheet.cell(first, "site_code") == code) {
        contradictions(sheet, first, row, &OF_SITE, problems);
        return Ok(());
    }
    let before = known.site(customer, code);
    let or = |column: &str, other: &str| match sheet.cell(row, column) {
        "" => other.to_owned(),
        typed => typed.to_owned(),
    };
    let name = match before {
        Some(before) => before.name.as_str(),
        None => sheet.cell(group.first, "customer_name"),
    };
    let kept = |column: &str, before: Option<&String>| match before {
        Some(before) if !sheet.has(column) => before.clone(),
        _ => sheet.cell(row, column).to_owned(),
    };
    let form = SiteForm {
        code: code.to_owned(),
        name: or("site_name", name),
        street: kept("street", before.map(|b| &b.street)),
        postcode: kept("postcode", before.map(|b| &b.postcode)),
        city: kept("city", before.map(|b| &b.city)),
        delivery_days: or(
            "delivery_days",
            &before.map_or_else(|| Weekdays::WORKING.to_text(), |b| b.delivery_days.clone()),
        ),
    };
    let column = |field: &str| match field {
        "code" | "name" => format!("site_{field}"),
        other => other.to_owned(),
    };
    if let Some(mut site) = checked(form.check(customer), sheet, row, problems, column)? {
        if let Some(before) = before {
            site.id = before.id;
        }
        group.sites.push((row, site));
    }
    Ok(())
}

fn add_person<'s>(
    sheet: &'s Sheet<'_>,
    row: &'s Row<'s>,
    group: &mut Group<'s>,
    problems: &mut Problems,
) -> Result<()> {
    let email = sheet.cell(row, "person_email");
    if email.is_empty() {
        needs(sheet, row, "person_email", &OF_PERSON, problems);
        return Ok(());
    }
    let same = |first: &Row<'_>| sheet.cell(first, "person_email").eq_ignore_ascii_case(email);
    if let Some((first, _)) = group.people.iter().find(|(first, _)| same(first)) {
        contradictions(sheet, first, row, &OF_PERSON, problems);
        return Ok(());
    }
    let language = match (sheet.cell(row, "person_language"), &group.customer) {
        ("", Some(customer)) => customer.language.clone(),
        ("", None) => "nl".to_owned(),
        (typed, _) => typed.to_owned(),
    };
    let form = PersonForm {
        name: sheet.cell(row, "person_name").to_owned(),
        email: email.to_owned(),
        language,
        role: sheet.cell(row, "person_role").to_owned(),
        site: String::new(),
    };
    if let Some(person) = checked(form.check(false), sheet, row, problems, |field| format!("person_{field}"))? {
        group.people.push((row, person));
    }
    Ok(())
}

/// Something is said of a thing whose code is missing.
fn needs(sheet: &Sheet<'_>, row: &Row<'_>, code: &str, columns: &[&str], problems: &mut Problems) {
    if let Some(column) = columns.iter().find(|column| !sheet.cell(row, column).is_empty()) {
        let text = format!("must be filled in, because {column} is");
        problems.of_row(row.line, code, "", Problem::new(Reason::Required, text));
    }
}

fn person_site(
    sheet: &Sheet<'_>,
    row: &Row<'_>,
    group: &Group<'_>,
    customer: CustomerId,
    known: &Customers,
    problems: &mut Problems,
) -> Option<SiteId> {
    let code = sheet.cell(row, "person_site");
    if code.is_empty() {
        return None;
    }
    let here = group.sites.iter().map(|(_, site)| site);
    let all: Vec<&site::Model> = here.chain(known.sites(customer)).collect();
    let found = all.iter().find(|site| site.code == code).map(|site| site.id);
    if found.is_none() {
        let nearest = nearest::of(code, all.iter().map(|site| site.code.as_str()));
        let problem = Problem::new(Reason::UnknownSite, "the customer has no such site").or_rather(nearest);
        problems.of_row(row.line, "person_site", code, problem);
    }
    found
}

/// The accounts that the file names, and what they are to customers.
struct Accounts {
    users: HashMap<String, user::Model>,
    members: HashMap<(CustomerId, UserId), membership::Model>,
}

impl Accounts {
    async fn read(conn: &impl ConnectionTrait, groups: &[Group<'_>]) -> Result<Accounts> {
        let emails: HashSet<&str> = groups.iter().flat_map(|g| &g.people).map(|(_, p)| p.email.as_str()).collect();
        let emails: Vec<&str> = emails.into_iter().collect();
        let mut accounts = Accounts { users: HashMap::new(), members: HashMap::new() };
        for some in emails.chunks(KEYS) {
            let users = user::Entity::find().filter(user::Column::Email.is_in(some.iter().copied())).all(conn).await?;
            let ids: Vec<UserId> = users.iter().map(|u| u.id).collect();
            let members = membership::Entity::find().filter(membership::Column::UserId.is_in(ids)).all(conn).await?;
            accounts.users.extend(users.into_iter().map(|u| (u.email.clone(), u)));
            accounts.members.extend(members.into_iter().map(|m| ((m.customer_id, m.user_id), m)));
        }
        Ok(accounts)
    }
}

impl Plan {
    pub async fn write(self, write: &Write, meter: &mut Meter<'_>) -> Result<()> {
        let all = self.customers.len() + self.sites.len() + self.users.len() + self.members.len();
        meter.begin(Phase::Writing, all as u64);
        assortments::hold_groups(write).await?;
        bulk::put(write, self.customers, Some(bulk::replacing::<customer::Entity>()), meter).await?;
        bulk::put(write, self.sites, Some(bulk::replacing::<site::Entity>()), meter).await?;
        bulk::put(write, self.users, None, meter).await?;
        bulk::put(write, self.members, Some(bulk::replacing::<membership::Entity>()), meter).await?;
        assortments::follow(write, None).await?;
        for user in self.sessions {
            people::end_sessions(write, user).await?;
        }
        Ok(())
    }
}
